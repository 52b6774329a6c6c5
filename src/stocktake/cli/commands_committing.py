"""Commands on commitments: enter them, judge them and the reports on them."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from stocktake.cli.options import WorkspaceOption, who, workspace_at

commitment = typer.Typer(
    help="Enter commitments; say which are right and what reports on them. See them with: "
    "stocktake show commitments [--silent] [--overdue --date DAY].",
    rich_markup_mode=None,
)
By = Annotated[str | None, typer.Option(help="Who says it; you, if not given.")]
Note = Annotated[str, typer.Option(help="Why, in your own words.")]
Which = Annotated[str, typer.Argument(metavar="COMMITMENT", help="The beginning of its id.")]
Verdict = Annotated[str, typer.Argument(metavar="VERDICT", help="confirm or reject.")]


@commitment.command()
def add(
    table: Annotated[
        Path | None,
        typer.Argument(
            metavar="FILE.csv",
            help="Columns: actor, action, due, provision, partners, means, indicator, date, "
            "source.",
        ),
    ] = None,
    actor: Annotated[str, typer.Option(help='Who will do it; several with ";" between.')] = "",
    action: Annotated[str, typer.Option(help="What will be done.")] = "",
    due: Annotated[str, typer.Option(help="By when: 2030, 2030-12 or 2030-12-31.")] = "",
    provision: Annotated[str, typer.Option(help="Under which part of the text.")] = "",
    partners: Annotated[str, typer.Option(help="With whom.")] = "",
    means: Annotated[str, typer.Option(help="By what means.")] = "",
    indicator: Annotated[str, typer.Option(help="By what it can be told that it is done.")] = "",
    date: Annotated[str, typer.Option(help="When it was made.")] = "",
    source: Annotated[str, typer.Option(help="From where you know of it.")] = "",
    note: Note = "",
    by: By = None,
    workspace: WorkspaceOption = None,
) -> int:
    """Enter a commitment, or those of a CSV file; they count from the next build on."""
    from stocktake.services import committing

    place = workspace_at(workspace)
    if table:
        outcome = committing.enter_table(place, table, who(by, note))
    else:
        values = (actor, action, due, provision, partners, means, indicator, date, source)
        told = dict(zip(committing.COLUMNS, values, strict=True))
        outcome = committing.enter(place, told, who(by, note))
    for problem in outcome.problems:
        typer.echo(f"stocktake: {problem}", err=True)
    if outcome.problems:
        return 1
    typer.echo(f"Kept: {outcome.kept}. It holds from the next build on.")
    return 0


@commitment.command()
def judge(
    which: Which,
    verdict: Verdict,
    note: Note = "",
    by: By = None,
    workspace: WorkspaceOption = None,
) -> None:
    """Confirm a commitment that the machine found, or reject it."""
    from stocktake.services import committing

    committing.judge(workspace_at(workspace), which, verdict, who(by, note))
    typer.echo("Kept. It holds from the next build on.")


@commitment.command()
def report(
    which: Which,
    statement: Annotated[str, typer.Argument(metavar="STATEMENT", help="The beginning of its id.")],
    verdict: Verdict = "confirm",
    note: Note = "",
    by: By = None,
    workspace: WorkspaceOption = None,
) -> None:
    """Say that a statement reports on a commitment, or does not."""
    from stocktake.services import committing

    place = workspace_at(workspace)
    committing.judge_report(place, which, statement, verdict, who(by, note))
    typer.echo("Kept. It holds from the next build on.")
