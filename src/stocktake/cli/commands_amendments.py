"""Commands on what inputs propose to change in a draft."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from stocktake.cli import output, summaries
from stocktake.cli.commands_drafts import LabelArgument
from stocktake.cli.options import TableOption, TableShape, WorkspaceOption, workspace_at

ProvisionOption = Annotated[
    str | None,
    typer.Option(help="Only those on this provision: its id, or “Article 4, paragraph 2”."),
]
ActorOption = Annotated[
    str | None, typer.Option(help="Only what this actor proposes, supports or opposes.")
]


def amendments(
    label: LabelArgument = None,
    provision: ProvisionOption = None,
    actor: ActorOption = None,
    reviewed: Annotated[
        bool, typer.Option("--reviewed", help="Only those that people entered or judged.")
    ] = False,
    rejected: Annotated[
        bool, typer.Option("--rejected", help="Those that people said are none.")
    ] = False,
    workspace: WorkspaceOption = None,
    shape: TableOption = TableShape.TABLE,
) -> None:
    """List who proposes to insert, delete, replace or move what, and whether it fits.

    Enter one with: draft amend; confirm, correct or reject one with: draft review.
    """
    from stocktake.services import amendment_rows
    from stocktake.services import amendments as service

    found = service.on_draft(workspace_at(workspace), label)
    every = (
        amendment_rows.rejected(found) if rejected else amendment_rows.rows(found, provision, actor)
    )
    shown = [row for row in every if not reviewed or row["review"] != "machine"]
    output.print_rows(amendment_rows.brief(shown) if shape is TableShape.TABLE else shown, shape)


def compilation(
    label: LabelArgument = None,
    name: Annotated[
        str, typer.Option("--format", metavar="F", help="html, docx or md (Markdown).")
    ] = "html",
    out: Annotated[
        Path | None,
        typer.Option("--out", metavar="P", help="A folder or file; the folder drafts if none."),
    ] = None,
    workspace: WorkspaceOption = None,
) -> None:
    """Write a draft with each amendment in brackets at its place, attributed, and their list."""
    from stocktake.services import compiling

    summaries.written([compiling.write(workspace_at(workspace), label, name, out)])
