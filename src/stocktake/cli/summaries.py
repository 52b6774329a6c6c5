"""What came of a command, in a few lines for people or as JSON for programs."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from stocktake.cli import output
from stocktake.cli.entry import DONE, FAILED, say
from stocktake.cli.options import RecordShape, Shape

if TYPE_CHECKING:
    from stocktake.errors import StocktakeError
    from stocktake.model import Stock
    from stocktake.services.adding import Added
    from stocktake.services.building import Built
    from stocktake.services.explaining import Explanation
    from stocktake.services.language_model import Asked, Notice
    from stocktake.services.searching import Answer, FoundHit
    from stocktake.services.taking import TakenStock
    from stocktake.services.verifying import Verified
    from stocktake.services.workspace import Workspace

BOLD, NORMAL = "\x1b[1m", "\x1b[22m"
SHOWN_PROBLEMS = 20


def made(workspace: Workspace) -> None:
    typer.echo(f"Workspace made in {workspace.root}.")
    typer.echo(f"Say what the process is in {workspace.process_file}, then:")
    typer.echo(f"  cd {workspace.root} && stocktake add PATH... && stocktake build")


def added(outcome: Added, shape: Shape) -> int:
    _name_problems(outcome.problems)
    counts = _counts(outcome)
    if shape is Shape.JSON:
        output.print_json({**counts, "problems": [str(problem) for problem in outcome.problems]})
    else:
        typer.echo(_sentence(counts))
    return FAILED if outcome.problems else DONE


def built(outcome: Built, shape: Shape) -> int:
    failed = _name_failed(outcome.stock)
    if shape is Shape.JSON:
        output.print_json(
            {"stock": outcome.number, "worked": outcome.worked, **_sums(outcome.stock)}
        )
    else:
        typer.echo(f"Stock {outcome.number} taken; {outcome.worked:,} inputs were new or changed.")
        _say_sums(outcome.stock)
    return FAILED if failed else DONE


def consent(notice: Notice, *, sure: bool) -> bool:
    """Say what leaves the machine; whether that may be, by *sure* or by who sits there."""
    say(str(notice))
    return sure or (sys.stdin.isatty() and typer.confirm("Send it?", err=True))


def asked(outcome: Asked, shape: Shape) -> int:
    for problem in {str(problem): problem for problem in outcome.problems}:
        say(problem)
    say(f"{outcome.answered:,} passages were answered, {len(outcome.problems):,} were not.")
    code = built(outcome.built, shape)
    return FAILED if outcome.problems else code


def taken(outcome: TakenStock, shape: Shape) -> int:
    _name_problems(outcome.added.problems)
    failed = _name_failed(outcome.built.stock)
    stock, files = outcome.built.stock, [str(path) for path in outcome.report]
    if shape is Shape.JSON:
        output.print_json({"stock": outcome.built.number, **_sums(stock), "report": files})
    else:
        typer.echo(_sentence(_counts(outcome.added)))
        _say_sums(stock)
        typer.echo(f"The report: {files[0]}")
        _say_next(outcome.workspace)
    return FAILED if failed or outcome.added.problems else DONE


def written(paths: Iterable[Path]) -> None:
    for path in paths:
        typer.echo(str(path))


def verified(outcome: Verified, shape: Shape) -> int:
    for fault in outcome.faults:
        say(str(fault))
    counts = {
        "originals": outcome.originals,
        "documents": outcome.documents,
        "records": outcome.records,
    }
    if shape is Shape.JSON:
        faults = [{"where": fault.where, "what": fault.what} for fault in outcome.faults]
        output.print_json({**counts, "faults": faults})
    else:
        listed = ", ".join(f"{count:,} {name}" for name, count in counts.items())
        wrong = f"{len(outcome.faults):,} faults" if outcome.faults else "all as they were kept"
        typer.echo(f"Checked {listed}: {wrong}.")
    return FAILED if outcome.faults else DONE


def marks(shape: RecordShape) -> tuple[str, str]:
    """What stands around the words found: bold print for people, nothing for programs."""
    is_for_people = shape is RecordShape.TEXT and sys.stdout.isatty()
    return (BOLD, NORMAL) if is_for_people else ("", "")


def found(answer: Answer, shape: RecordShape, skipped: int = 0) -> None:
    records = [hit_record(item) for item in answer.hits]
    if shape is RecordShape.JSON:
        output.print_json({"total": answer.total, "hits": records})
    elif shape is RecordShape.JSONL:
        output.print_jsonl(records)
    else:
        for item in answer.hits:
            typer.echo(f"{where(item)}\n  {' '.join(item.hit.snippet.split())}\n")
        typer.echo(_count(answer, skipped))


def _count(answer: Answer, skipped: int) -> str:
    """How many hits are shown, and which, if not the first."""
    shown = len(answer.hits)
    which = f"{skipped + 1:,} to {skipped + shown:,}" if skipped and shown else f"{shown:,}"
    return f"{which} of {answer.total:,} hits."


def extracted(records: Iterator[dict[str, Any]], shape: RecordShape) -> None:
    if shape is RecordShape.JSON:
        output.print_json(list(records))
    elif shape is RecordShape.JSONL:
        output.print_jsonl(records)
    else:
        for record in records:
            typer.echo(_said(record))


def explained(told: Iterator[tuple[dict[str, Any], Explanation]], shape: RecordShape) -> None:
    from stocktake.services import explaining

    if shape is not RecordShape.TEXT:
        extracted((record for record, _ in told), shape)
        return
    for record, explanation in told:
        typer.echo(_said(record))
        for heading, why in explaining.lines(explanation):
            typer.echo(f"  {heading:<10}  {why}")


def _said(record: dict[str, Any]) -> str:
    actors = ", ".join(actor["name"] for actor in record["actors"])
    negated = "not " if record["negated"] else ""
    return f"{actors} | {negated}{record['cue']} | {record['content']}"


def evaluated(figures: dict[str, Any], shape: Shape) -> None:
    if shape is Shape.JSON:
        output.print_json(figures)
        return
    output.print_table(
        [{"what": name, **value} for name, value in figures.items() if _is_score(value)]
    )
    told = {name: value for name, value in figures.items() if not isinstance(value, dict)}
    typer.echo("; ".join(f"{name}: {value}" for name, value in told.items()))
    if "reliability" in figures:
        output.print_table(figures["reliability"]["bins"])
        typer.echo(f"expected calibration error: {figures['reliability']['error']}")
    for kind, fault in figures.get("faults", {}).items():
        typer.echo(f"{kind}: {fault['count']:,}")
        for example in fault.get("examples", ()):
            _say_example(example)


def _is_score(value: Any) -> bool:
    return isinstance(value, dict) and "f1" in value


def _say_example(example: dict[str, Any] | str) -> None:
    if isinstance(example, str):
        typer.echo(f"  {example}")
        return
    typer.echo(f"\n  {example['where']}: {' '.join(example['sentence'].split())}")
    for side in ("labelled", "found"):
        claim = example[side]
        told = "nothing"
        if claim:
            negated = "not " if claim["negated"] else ""
            told = f"{claim['actor']} | {negated}{claim['cue']} | {claim['content']}"
        typer.echo(f"    {side}: {told}")


def _name_problems(problems: Iterable[StocktakeError]) -> None:
    every = list(problems)
    for problem in every[:SHOWN_PROBLEMS]:
        say(str(problem))
    if len(every) > SHOWN_PROBLEMS:
        say(f"… and {len(every) - SHOWN_PROBLEMS:,} more.")


def _name_failed(stock: Stock) -> int:
    failed = [entry for entry in stock.ledger if entry.status.value == "failed"]
    for entry in failed[:SHOWN_PROBLEMS]:
        say(f"{entry.name}: {entry.reason}")
    if len(failed) > SHOWN_PROBLEMS:
        say(f"… and {len(failed) - SHOWN_PROBLEMS:,} more; see: stocktake show ledger")
    return len(failed)


def _counts(outcome: Added) -> dict[str, int]:
    return {
        "files": outcome.files,
        "new": outcome.new,
        "known": outcome.files - outcome.new,
        "skipped": outcome.skipped,
    }


def _sentence(counts: dict[str, int]) -> str:
    return (
        f"Taken in: {counts['files']:,} files, {counts['new']:,} of them new, "
        f"{counts['known']:,} known already; {counts['skipped']:,} hidden or system files skipped."
    )


def _sums(stock: Stock) -> dict[str, int]:
    ledger = Counter(entry.status.value for entry in stock.ledger)
    return {
        "inputs": len(stock.inputs),
        **{status: ledger[status] for status in ("processed", "partial", "failed")},
        "statements": len(stock.statements),
        "actors": len(stock.actors),
        "proposals": len(stock.proposals),
        "facts": len(stock.facts),
    }


def _say_sums(stock: Stock) -> None:
    sums = _sums(stock)
    typer.echo(
        f"Inputs: {sums['processed']:,} processed, {sums['partial']:,} partly, "
        f"{sums['failed']:,} failed."
    )
    typer.echo(
        f"Found: {sums['statements']:,} statements, {sums['proposals']:,} proposals, "
        f"{sums['facts']:,} facts of the process; {sums['actors']:,} actors are named "
        "in statements or facts."
    )


def _say_next(workspace: Workspace) -> None:
    where = f"--workspace {workspace.root}"
    typer.echo("Try next:")
    typer.echo(f"  stocktake show proposals {where}")
    typer.echo(f'  stocktake search "data" {where}')
    typer.echo(f"  stocktake verify {where}")


def where(item: FoundHit) -> str:
    """Who did what, and in which input."""
    page = f", page {item.hit.page}" if item.hit.page else ""
    statement = item.statement
    who = ", ".join(actor.name for actor in statement.actors) if statement else ""
    said = f"{who} {statement.act}: " if statement else ""
    return f"{said}{item.hit.title}{page}{f', {item.hit.date}' if item.hit.date else ''}"


def hit_record(item: FoundHit) -> dict[str, Any]:
    """A hit for programs."""
    statement = item.statement
    return {
        "kind": item.hit.kind,
        "input": item.hit.input_id,
        "title": item.hit.title,
        "date": item.hit.date,
        "document": item.hit.document_id,
        "page": item.hit.page,
        "start": item.hit.start,
        "end": item.hit.end,
        "snippet": item.hit.snippet,
        "found": [list(span) for span in item.hit.spans],
        "statement": item.hit.record_id or None,
        "actors": [actor.name for actor in statement.actors] if statement else [],
        "act": statement.act if statement else None,
        "stance": statement.stance if statement else None,
    }
