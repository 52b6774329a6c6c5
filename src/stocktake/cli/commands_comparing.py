"""The command that compares two drafts."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from stocktake.cli import output, summaries
from stocktake.cli.options import TableShape, WorkspaceOption, workspace_at
from stocktake.errors import StocktakeError

if TYPE_CHECKING:
    from stocktake.services.workspace import Workspace

_TABLES = [str(shape) for shape in TableShape]


def compare(
    old: Annotated[
        str | None,
        typer.Argument(metavar="OLD", help="A file or a draft's label; the last but one if none."),
    ] = None,
    new: Annotated[
        str | None, typer.Argument(metavar="NEW", help="The same; the latest if not given.")
    ] = None,
    name: Annotated[
        str,
        typer.Option(
            "--format",
            metavar="F",
            help="html (side by side), docx (tracked changes), or what is printed: table, csv, "
            "json, jsonl.",
        ),
    ] = "table",
    out: Annotated[
        Path | None,
        typer.Option(
            "--out", metavar="P", help="A folder or file; the workspace's drafts if not given."
        ),
    ] = None,
    author: Annotated[
        str, typer.Option(help="With docx: whose changes they are called.")
    ] = "stocktake",
    settled: Annotated[
        bool, typer.Option("--settled", help="What became of each bracket and option instead.")
    ] = False,
    workspace: WorkspaceOption = None,
) -> None:
    """Tell what became of each provision from one draft to the next."""
    from stocktake.services import comparing, draft_rounds

    found = _workspace(workspace, old, new)
    one, two = comparing.sides(found, old, new)
    if name in _TABLES and out is None:
        comparison = comparing.compare(one, two, found)
        rows = draft_rounds.rows(comparison.settled) if settled else comparing.rows(comparison)
        is_brief = settled and name == TableShape.TABLE
        output.print_rows(draft_rounds.brief(rows) if is_brief else rows, TableShape(name))
    else:
        target = comparing.Target(name, out, author)
        summaries.written([comparing.export(found, one, two, target)])


def _workspace(folder: Path | None, old: str | None, new: str | None) -> Workspace | None:
    """The workspace; none is needed where two files are named."""
    are_files = all(name is not None and Path(name).is_file() for name in (old, new))
    try:
        return workspace_at(folder)
    except StocktakeError:
        if folder is None and are_files:
            return None
        raise
