"""Commands that write drafts: one of the workspace in a format, and a text to write in."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from stocktake.cli import summaries
from stocktake.cli.commands_drafts import LabelArgument
from stocktake.cli.options import WorkspaceOption, workspace_at

FormatOption = Annotated[
    str,
    typer.Option(
        "--format",
        metavar="F",
        help="akn (Akoma Ntoso 3.0, read back without loss), docx (with lists and footnotes of "
        "Word), html or md (Markdown).",
    ),
]
OutOption = Annotated[
    Path | None,
    typer.Option(
        "--out", metavar="P", help="A folder or file; the workspace's drafts if not given."
    ),
]


def export(
    label: LabelArgument = None,
    name: FormatOption = "akn",
    out: OutOption = None,
    workspace: WorkspaceOption = None,
) -> None:
    """Write a draft for other programs or for print."""
    from stocktake.services import draft_writing

    target = draft_writing.Target(name, out)
    summaries.written([draft_writing.export(workspace_at(workspace), label, target)])


def zero(
    themes: Annotated[
        str | None,
        typer.Option(metavar="A,B", help="Only these themes, by their codes; all if not given."),
    ] = None,
    everything: Annotated[
        bool,
        typer.Option("--all", help="Also what fewer voices ask for than the rule, in brackets."),
    ] = False,
    unattributed: Annotated[
        bool, typer.Option("--unattributed", help="Without any actor or source.")
    ] = False,
    name: FormatOption = "md",
    out: OutOption = None,
    workspace: WorkspaceOption = None,
) -> None:
    """Make a text to write in from the last stock: what was asked, verbatim, with its sources.

    Where views meet, the words stand alone; where they part, as options in brackets.
    """
    from stocktake.services import draft_writing

    codes = tuple(code.strip() for code in (themes or "").split(",") if code.strip())
    wanted = draft_writing.Zero(codes, everything, unattributed)
    target = draft_writing.Target(name, out)
    summaries.written([draft_writing.zero(workspace_at(workspace), wanted, target)])
