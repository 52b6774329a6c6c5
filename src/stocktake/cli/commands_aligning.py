"""The command by which people say which provision became which."""

from __future__ import annotations

from typing import Annotated

import typer

from stocktake.cli.options import WorkspaceOption, who, workspace_at


def align(
    before: Annotated[str, typer.Argument(metavar="OLD", help="The label of the earlier draft.")],
    after: Annotated[str, typer.Argument(metavar="NEW", help="The label of the later draft.")],
    old: Annotated[
        list[str] | None,
        typer.Option("--old", metavar="ID", help="A provision of the earlier; once for each."),
    ] = None,
    new: Annotated[
        list[str] | None,
        typer.Option("--new", metavar="ID", help="What it became; none: it was deleted."),
    ] = None,
    undo: Annotated[bool, typer.Option("--undo", help="Take back what was said of it.")] = False,
    note: Annotated[str, typer.Option(help="Why, in your own words.")] = "",
    by: Annotated[str | None, typer.Option(help="Who says it; you, if not given.")] = None,
    workspace: WorkspaceOption = None,
) -> None:
    """Say which provisions became which; every later comparison respects it."""
    from stocktake.model import Became
    from stocktake.services import aligning

    said = Became(tuple(old or ()), tuple(new or ()))
    person = who(by, note)
    made = aligning.decide(workspace_at(workspace), (before, after), said, person, undo=undo)
    typer.echo(f"Kept ({made.id[:8]}). See: stocktake draft compare {before} {after}")
