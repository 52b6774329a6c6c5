"""What `show process|programme|speakers|attendance|admission` prints; no stock is needed for it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import typer

from stocktake.cli import output
from stocktake.cli.options import TableShape, workspace_at
from stocktake.errors import UsageError

Row = dict[str, Any]


def show(part: str, workspace: Path | None, shape: TableShape) -> None:
    """Show one of PARTS in the shape that was asked for."""
    PARTS[part](workspace, shape)


def process(workspace: Path | None, shape: TableShape) -> None:
    """The process: tables for people, the record for programs."""
    from stocktake.model.codec import plain
    from stocktake.services import current_process, rows_process

    known = current_process.current(workspace_at(workspace))
    if shape is TableShape.CSV:
        raise UsageError("a process is several tables.", remedy="Say: --format table or json.")
    if shape is TableShape.JSON:
        output.print_json(plain(known.process))
    elif shape is TableShape.JSONL:
        output.print_jsonl([plain(known.process)])
    else:
        for name, rows in rows_process.process(known).items():
            if rows:
                typer.echo(f"\n{name.capitalize()}")
                output.print_table(rows)


def programme(workspace: Path | None, shape: TableShape) -> None:
    from stocktake.services import current_process, rows_process

    known = current_process.current(workspace_at(workspace))
    output.print_rows(rows_process.sessions(known.process), shape)


def speakers(
    workspace: Path | None,
    shape: TableShape,
    meeting: str | None = None,
    session: str | None = None,
    *,
    totals: bool = False,
) -> None:
    from stocktake.services import current_process
    from stocktake.services import speakers as service

    place = workspace_at(workspace)
    lists = service.listed(place, meeting, session)
    if totals:
        output.print_rows(service.total_rows(lists), shape)
    else:
        output.print_rows(service.rows(lists, current_process.current(place)), shape)


def attendance(
    workspace: Path | None,
    shape: TableShape,
    meeting: str | None = None,
    session: str | None = None,
) -> None:
    from stocktake.services import attendance as service
    from stocktake.services import current_process, rows_process

    place = workspace_at(workspace)
    found = service.attended(place, meeting, session)
    output.print_rows(rows_process.attendance(found, current_process.current(place)), shape)


def admission(workspace: Path | None, shape: TableShape) -> None:
    """Who attended, spoke or handed in, though the rules do not name such actors."""
    from stocktake.services import admission as service

    place = workspace_at(workspace)
    for who in service.unknown(place):
        typer.echo(
            f"Not checked: no list knows whom {who!r} means. Add it to [admitted] in "
            "lexicon/programme/words.toml.",
            err=True,
        )
    output.print_rows(service.rows(service.doubts(place)), shape)


PARTS: dict[str, Callable[[Path | None, TableShape], None]] = {
    "process": process,
    "programme": programme,
    "speakers": speakers,
    "attendance": attendance,
    "admission": admission,
}
