"""Commands on how a text was adopted."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from stocktake.cli.options import WorkspaceOption, workspace_at
from stocktake.cli.progress import shown
from stocktake.errors import UsageError

vote = typer.Typer(help="Take in how a text was voted on.", rich_markup_mode=None)


@vote.callback()
def _vote() -> None:
    """Take in how a text was voted on."""


@vote.command()
def add(
    table: Annotated[Path, typer.Argument(metavar="FILE.csv", help="A line for each country.")],
    resolution: Annotated[str, typer.Option(help="What was voted on: A/RES/73/195.")] = "",
    date: Annotated[str, typer.Option(help="When: 2018-12-19.")] = "",
    totals: Annotated[
        str, typer.Option(metavar="YES,NO,ABSTAIN", help="As the record states them; checked.")
    ] = "",
    workspace: WorkspaceOption = None,
) -> int:
    """Take in a table of a recorded vote; a line that is not understood is named, and nothing kept.

    Columns are known by their headings: country or an ISO code, and vote.
    """
    from stocktake.services import voting

    about = voting.About(resolution, date, _numbers(totals))
    outcome = voting.add(workspace_at(workspace), table, about, shown())
    for problem in outcome.problems:
        typer.echo(f"stocktake: {problem}", err=True)
    if outcome.problems:
        return 1
    counts = ", ".join(f"{count} {choice}" for choice, count in outcome.counts.items())
    typer.echo(f"Taken in: {counts}. It counts from the next build on.")
    return 0


def _numbers(totals: str) -> tuple[int, ...]:
    try:
        return tuple(int(number) for number in totals.split(",")) if totals else ()
    except ValueError as error:
        remedy = "Write three numbers: 152,5,12."
        raise UsageError(f"--totals cannot be {totals!r}.", remedy=remedy) from error
