"""The commands, wired on one page."""

from __future__ import annotations

from typing import Annotated

import typer

from stocktake import __version__
from stocktake.cli import (
    commands_aligning,
    commands_amending,
    commands_amendments,
    commands_asking,
    commands_backing_up,
    commands_briefing,
    commands_committing,
    commands_comparing,
    commands_deciding,
    commands_drafts,
    commands_drafts_writing,
    commands_exporting,
    commands_keeping,
    commands_meeting,
    commands_models,
    commands_people,
    commands_programme,
    commands_searching,
    commands_serving,
    commands_stocks,
    commands_taking,
    commands_tracing,
    commands_voting,
    commands_withdrawing,
)

app = typer.Typer(
    help="Take stock of an intergovernmental process: every input in, a sourced report out.",
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

for command in (
    commands_taking.demo,
    commands_taking.take,
    commands_keeping.init,
    commands_keeping.add,
    commands_keeping.build,
    commands_keeping.report,
    commands_keeping.correct,
    commands_withdrawing.withdraw,
    commands_keeping.review,
    commands_keeping.label,
    commands_asking.show,
    commands_searching.search,
    commands_briefing.brief,
    commands_briefing.digest,
    commands_briefing.feed,
    commands_briefing.actor,
    commands_exporting.export,
    commands_programme.programme,
    commands_programme.pack,
    commands_meeting.reminders,
    commands_asking.extract,
    commands_asking.evaluate,
    commands_asking.verify,
    commands_backing_up.backup,
    commands_backing_up.restore,
    commands_backing_up.copy,
    commands_serving.serve,
):
    app.command()(command)
for writing in (commands_drafts_writing.export, commands_drafts_writing.zero):
    commands_drafts.draft.command()(writing)
app.add_typer(commands_deciding.proposals, name="proposals")
commands_drafts.draft.command()(commands_comparing.compare)
commands_drafts.draft.command()(commands_aligning.align)
commands_tracing.join(commands_drafts.draft)
for amending in (commands_amendments.amendments, commands_amendments.compilation):
    commands_drafts.draft.command()(amending)
commands_amending.join(commands_drafts.draft)
app.add_typer(commands_drafts.draft, name="draft")
app.add_typer(commands_meeting.speakers, name="speakers")
app.add_typer(commands_meeting.attendance, name="attendance")
app.add_typer(commands_committing.commitment, name="commitment")
app.add_typer(commands_voting.vote, name="vote")
app.add_typer(commands_models.models, name="models")
app.add_typer(commands_stocks.stocks, name="stocks")
app.add_typer(commands_people.people, name="people")


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"stocktake {__version__}")
        raise typer.Exit


@app.callback()
def stocktake(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version.")
    ] = False,
) -> None:
    """Take stock of an intergovernmental process: every input in, a sourced report out."""
