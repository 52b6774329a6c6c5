"""What `show actor NAME` and `show proposal NUMBER` print."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from stocktake.cli import commands_deciding, output
from stocktake.cli.options import TableShape, workspace_at
from stocktake.errors import UsageError

if TYPE_CHECKING:
    from pathlib import Path

    from stocktake.services.one_actor import OneActor


def show(part: str, which: str, workspace: Path | None, shape: TableShape) -> None:
    """One thing of a kind; UsageError for a kind of which there is no view of one."""
    if part == "actor":
        _actor(which, workspace, shape)
    elif part == "proposal" and which.isdecimal():
        commands_deciding.show(int(which), workspace, shape)
    else:
        raise UsageError(
            f"there is no view of one of the {part!r}.",
            remedy="Say: show actor NAME, show proposal NUMBER, or the part alone.",
        )


def _actor(which: str, workspace: Path | None, shape: TableShape) -> None:
    from stocktake.services import one_actor

    found = one_actor.show(workspace_at(workspace), which)
    if shape is TableShape.TABLE:
        _say(found)
    elif shape is TableShape.CSV:
        raise UsageError("an actor is several tables.", remedy="Say: --format table or json.")
    elif shape is TableShape.JSON:
        output.print_json(one_actor.as_record(found))
    else:
        output.print_jsonl([one_actor.as_record(found)])


def _say(found: OneActor) -> None:
    actor = found.actor
    region = f", {actor.region}" if actor.region else ""
    typer.echo(f"{actor.name} ({actor.id}), {actor.kind.value}{region}")
    for name, rows in found.parts.items():
        if rows:
            typer.echo(f"\n{name.capitalize()}")
            output.print_table(rows)
