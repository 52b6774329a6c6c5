"""Commands on who takes part in meetings: speakers, attendance, reminders."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from stocktake.cli import output, showing_process
from stocktake.cli.options import TableOption, TableShape, WorkspaceOption, who, workspace_at

if TYPE_CHECKING:
    from stocktake.services.entering import Entered

speakers = typer.Typer(
    help="The list of speakers by the rules of the meeting; add FILE.csv to it, remove from it.",
    invoke_without_command=True,
    rich_markup_mode=None,
)
attendance = typer.Typer(
    help="Who attended, figures that differ side by side; add FILE.csv to it, remove from it.",
    invoke_without_command=True,
    rich_markup_mode=None,
)
MeetingOption = Annotated[str | None, typer.Option(metavar="ID", help="Of this meeting.")]
SessionOption = Annotated[str | None, typer.Option(metavar="ID", help="Of this session.")]
By = Annotated[str | None, typer.Option(help="Who enters it; you, if not given.")]
Note = Annotated[str, typer.Option(help="Why, in your own words.")]
Which = Annotated[str, typer.Argument(metavar="ID", help="The beginning of the entry's id.")]


@speakers.callback()
def list_speakers(
    context: typer.Context,
    meeting: MeetingOption = None,
    session: SessionOption = None,
    totals: Annotated[
        bool,
        typer.Option("--totals", help="Who spoke and who waits, by region, gender and kind."),
    ] = False,
    workspace: WorkspaceOption = None,
    shape: TableOption = TableShape.TABLE,
) -> None:
    """The list of speakers, in the order of the rules: groups first where these say so."""
    if context.invoked_subcommand is None:
        showing_process.speakers(workspace, shape, meeting, session, totals=totals)


@speakers.command("add")
def add_speakers(
    table: Annotated[
        Path,
        typer.Argument(
            metavar="FILE.csv",
            help="Columns: meeting, session, actor, person, office, behalf (groups), gender, "
            "asked (a number or an hour), status (asked, spoke, withdrew), minutes, source.",
        ),
    ],
    by: By = None,
    note: Note = "",
    workspace: WorkspaceOption = None,
) -> int:
    """Enter speakers; a line on the same actor and person replaces what was entered before."""
    from stocktake.services import speakers as service

    return _told(service.enter(workspace_at(workspace), table, who(by, note)))


@speakers.command("remove")
def remove_speaker(
    which: Which, by: By = None, note: Note = "", workspace: WorkspaceOption = None
) -> None:
    """Take a speaker off the list; what was entered stays on record."""
    from stocktake.services import speakers as service

    removed = service.remove(workspace_at(workspace), which, who(by, note))
    typer.echo(f"Removed: {removed}.")


@attendance.callback()
def list_attendance(
    context: typer.Context,
    meeting: MeetingOption = None,
    session: SessionOption = None,
    workspace: WorkspaceOption = None,
    shape: TableOption = TableShape.TABLE,
) -> None:
    """What was entered, what process.toml tells and what the inputs tell, each with its source."""
    if context.invoked_subcommand is None:
        showing_process.attendance(workspace, shape, meeting, session)


@attendance.command("add")
def add_attendance(
    table: Annotated[
        Path,
        typer.Argument(
            metavar="FILE.csv",
            help="Columns: meeting, session, actor (or of: delegations, participants, …), count, "
            "date, person, office, source.",
        ),
    ],
    by: By = None,
    note: Note = "",
    workspace: WorkspaceOption = None,
) -> int:
    """Enter who attended, or figures of a source; another source stands beside them."""
    from stocktake.services import attendance as service

    return _told(service.enter(workspace_at(workspace), table, who(by, note)))


@attendance.command("remove")
def remove_attendance(
    which: Which, by: By = None, note: Note = "", workspace: WorkspaceOption = None
) -> None:
    """Take back what was entered; it stays on record."""
    from stocktake.services import attendance as service

    removed = service.remove(workspace_at(workspace), which, who(by, note))
    typer.echo(f"Removed: {removed}.")


def reminders(
    date: Annotated[str, typer.Option(metavar="DAY", help="As of this day: 2017-11-15.")],
    workspace: WorkspaceOption = None,
    shape: TableOption = TableShape.TABLE,
) -> None:
    """Who was expected or invited and has handed in nothing, and what is due; no mail is sent."""
    from stocktake.services import current_process
    from stocktake.services import reminders as service
    from stocktake.services.days import day_of

    place = workspace_at(workspace)
    found = service.reminders(place, day_of(date, "--date"))
    if not found.stock:
        typer.echo("No stock was taken yet: nothing counts as handed in.", err=True)
    output.print_rows(service.rows(found, current_process.current(place)), shape)


def _told(outcome: Entered) -> int:
    for problem in outcome.problems:
        typer.echo(f"stocktake: {problem}", err=True)
    if outcome.problems:
        return 1
    typer.echo(f"Kept: {outcome.kept}.")
    return 0
