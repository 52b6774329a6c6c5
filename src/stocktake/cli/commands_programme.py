"""Commands on the programme: as a page or calendar, and packs for its sessions."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from stocktake.cli import output, summaries
from stocktake.cli.options import WorkspaceOption, workspace_at

PRINTED = ("md", "json", "ics")


def programme(
    meeting: Annotated[
        str | None, typer.Option(metavar="ID", help="Of this meeting; of all if not given.")
    ] = None,
    form: Annotated[
        str,
        typer.Option(
            "--format",
            metavar="F",
            help="md, json and ics (iCalendar) are printed if there is no --out; html and pdf are "
            "written into the workspace's folder report.",
        ),
    ] = "md",
    out: Annotated[
        Path | None, typer.Option("--out", metavar="P", help="A folder or a file.")
    ] = None,
    date: Annotated[
        str | None,
        typer.Option(metavar="DAY", help="Of which day the data are, for a calendar: 2017-12-04."),
    ] = None,
    found: Annotated[
        bool,
        typer.Option(
            "--found",
            help="As facts in the inputs tell it, not process.toml; --format toml writes tables "
            "for process.toml, each below the sentences that prove it.",
        ),
    ] = False,
    workspace: WorkspaceOption = None,
) -> None:
    """The programme and calendar of the process, as process.toml tells them."""
    from stocktake.services import programme as service

    place = workspace_at(workspace)
    if found and form == "toml":
        output.write_or_print(service.tables(place).encode(), out)
        return
    made = service.programme(place, service.Wish(meeting, date, found))
    if form == "ics" and made.left_out:
        typer.echo(f"Left out, since no day is told: {'; '.join(made.left_out)}.", err=True)
    if form in PRINTED and out is None:
        output.write_or_print(service.export(made, form), None)
        return
    summaries.written([service.write(place, made, form, out)])


def pack(
    session: Annotated[
        str, typer.Argument(metavar="SESSION", help="Its id, or MEETING/SESSION; see: programme.")
    ],
    form: Annotated[
        str, typer.Option("--format", metavar="F", help="docx, html, md, json, or pdf.")
    ] = "docx",
    out: Annotated[
        Path | None, typer.Option("--out", metavar="P", help="A folder or a file.")
    ] = None,
    workspace: WorkspaceOption = None,
) -> None:
    """What a session of the programme needs from the last stock, to be handed out.

    A retrospection gets its look back, an idea lab ideas and objectives, an action group its
    dimension, follow-up and implementation what is proposed for it.
    """
    from stocktake.services import packs

    summaries.written([packs.write(workspace_at(workspace), session, form, out)])
