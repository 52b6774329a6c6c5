"""What a search by meaning found, for people and for programs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import typer

from stocktake.cli import output, summaries
from stocktake.cli.options import RecordShape

if TYPE_CHECKING:
    from stocktake.services.meaning import Alike, AlikeAnswer


def alike(answer: AlikeAnswer, shape: RecordShape, skipped: int = 0) -> None:
    records = [_record(item) for item in answer.hits]
    if shape is RecordShape.JSON:
        told = {"total": answer.total, "least": answer.least, "model": answer.model}
        output.print_json({**told, "hits": records})
    elif shape is RecordShape.JSONL:
        output.print_jsonl(records)
    else:
        for item in answer.hits:
            snippet = " ".join(item.found.hit.snippet.split())
            typer.echo(f"{item.likeness:.2f}  {summaries.where(item.found)}\n  {snippet}\n")
        typer.echo(_count(answer, skipped))


def _count(answer: AlikeAnswer, skipped: int) -> str:
    shown = len(answer.hits)
    which = f"{skipped + 1:,} to {skipped + shown:,}" if skipped and shown else f"{shown:,}"
    return f"{which} of {answer.total:,} statements whose likeness is at least {answer.least:.2f}."


def _record(item: Alike) -> dict[str, Any]:
    return {**summaries.hit_record(item.found), "likeness": round(item.likeness, 4)}
