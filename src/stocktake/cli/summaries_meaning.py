"""What a search by meaning found, for people and for programs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import typer

from stocktake.cli import output
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
            typer.echo(f"{_where(item)}\n  {' '.join(item.statement.sentence.text.split())}\n")
        typer.echo(_count(answer, skipped))


def _count(answer: AlikeAnswer, skipped: int) -> str:
    shown = len(answer.hits)
    which = f"{skipped + 1:,} to {skipped + shown:,}" if skipped and shown else f"{shown:,}"
    return f"{which} of {answer.total:,} statements whose likeness is at least {answer.least:.2f}."


def _where(item: Alike) -> str:
    who = ", ".join(actor.name for actor in item.statement.actors)
    page = f", page {item.page}" if item.page else ""
    date = item.input.get("date")
    said = f"{item.likeness:.2f}  {who} {item.statement.act}: {item.input.title}"
    return f"{said}{page}{f', {date}' if date else ''}"


def _record(item: Alike) -> dict[str, Any]:
    statement = item.statement
    return {
        "kind": "statement",
        "input": item.input.id,
        "title": item.input.title,
        "date": item.input.get("date"),
        "document": statement.document_id,
        "page": item.page,
        "start": statement.sentence.start,
        "end": statement.sentence.end,
        "snippet": statement.sentence.text,
        "statement": statement.id,
        "actors": [actor.name for actor in statement.actors],
        "act": statement.act,
        "stance": statement.stance,
        "likeness": round(item.likeness, 4),
    }
