"""Commands on proposals: what stands in one, and what people decide of them."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Annotated

import typer

from stocktake.cli import output
from stocktake.cli.options import TableOption, TableShape, WorkspaceOption, who, workspace_at

if TYPE_CHECKING:
    from stocktake.model import Review
    from stocktake.services.one_proposal import OneProposal

proposals = typer.Typer(
    help="Look into a proposal; merge, split or word proposals, and take that back.",
    rich_markup_mode=None,
)
Number = Annotated[int, typer.Argument(metavar="NUMBER", help="The proposal's number.")]
Note = Annotated[str, typer.Option(help="Why, in your own words.")]
By = Annotated[str | None, typer.Option(help="Who decides it; you, if not given.")]


@proposals.command()
def show(
    number: Number, workspace: WorkspaceOption = None, shape: TableOption = TableShape.TABLE
) -> None:
    """Show the statements of a proposal, by its number or one that was merged into it."""
    from stocktake.services import one_proposal

    found = one_proposal.show(workspace_at(workspace), number)
    if shape is TableShape.TABLE:
        _say(found)
        output.print_table(found.rows)
    elif shape is TableShape.CSV:
        output.print_csv(found.rows)
    elif shape is TableShape.JSON:
        output.print_json(dataclasses.asdict(found))
    else:
        output.print_jsonl(found.rows)


@proposals.command()
def merge(
    numbers: Annotated[list[int], typer.Argument(metavar="NUMBER...", help="Two or more.")],
    note: Note = "",
    by: By = None,
    workspace: WorkspaceOption = None,
) -> None:
    """Make one proposal of several; it keeps the lowest number, the others lead to it."""
    from stocktake.services import deciding

    _kept(deciding.merge(workspace_at(workspace), numbers, who(by, note)))


@proposals.command()
def split(
    number: Number,
    statements: Annotated[
        list[str], typer.Option("--statement", help="The beginning of its id; once for each.")
    ],
    note: Note = "",
    by: By = None,
    workspace: WorkspaceOption = None,
) -> None:
    """Make a proposal of its own of some statements of a proposal; see: proposals show."""
    from stocktake.services import deciding

    _kept(deciding.split(workspace_at(workspace), number, statements, who(by, note)))


@proposals.command()
def rename(
    number: Number,
    name: Annotated[str, typer.Argument(metavar="NAME", help="What it should be called.")],
    note: Note = "",
    by: By = None,
    workspace: WorkspaceOption = None,
) -> None:
    """Word a proposal yourself; it is marked so, and the verbatim wording stays beside it."""
    from stocktake.services import deciding

    _kept(deciding.rename(workspace_at(workspace), number, name, who(by, note)))


@proposals.command()
def undo(number: Number, note: Note = "", by: By = None, workspace: WorkspaceOption = None) -> None:
    """Take back the last decision on a proposal: its name, a merge, that it was split off."""
    from stocktake.services import deciding

    _kept(deciding.undo(workspace_at(workspace), number, who(by, note)))


def _kept(reviews: tuple[Review, ...]) -> None:
    of = ", ".join(review.record_id.replace(":", " ") for review in reviews)
    typer.echo(f"Kept, of {of}. It holds from the next build on.")


def _say(found: OneProposal) -> None:
    proposal = found.proposal
    if proposal.name:
        typer.echo(f"{proposal.number}. {proposal.name} (worded by a person)")
        typer.echo(f"verbatim: “{found.wording}”")
    else:
        typer.echo(f"{proposal.number}. “{found.wording}”")
    if proposal.also:
        merged = ", ".join(map(str, proposal.also))
        typer.echo(f"merged into it by a person: {merged}")
