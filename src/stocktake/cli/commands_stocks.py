"""Commands on stocks: the list, what became of one in another, publishing."""

from __future__ import annotations

import dataclasses
from typing import Annotated

import typer

from stocktake.cli import output
from stocktake.cli.options import TableOption, TableShape, WorkspaceOption, workspace_at

stocks = typer.Typer(
    help="List the stocks that were taken, compare two of them, publish one.",
    rich_markup_mode=None,
)
_WHO = "the command line"
Number = Annotated[int, typer.Argument(metavar="NUMBER", help="The stock's number.")]


@stocks.command("list")
def list_stocks(workspace: WorkspaceOption = None, shape: TableOption = TableShape.TABLE) -> None:
    """List all stocks by their numbers, the latest first."""
    from stocktake.services import stock_lines

    found = stock_lines.lines(workspace_at(workspace))
    output.print_rows([dataclasses.asdict(line) for line in found], shape)


@stocks.command()
def compare(
    old: Annotated[int, typer.Argument(metavar="OLD", help="The number of a stock.")],
    new: Annotated[int, typer.Argument(metavar="NEW", help="The same.")],
    workspace: WorkspaceOption = None,
    shape: TableOption = TableShape.TABLE,
) -> None:
    """Tell what differs: inputs, proposals by their numbers, positions of actors, gaps."""
    from stocktake.services import comparing_stocks

    found = comparing_stocks.compare_numbered(workspace_at(workspace), old, new)
    if shape is TableShape.JSON:
        output.print_json(dataclasses.asdict(found))
    else:
        output.print_rows(comparing_stocks.rows(found), shape)


@stocks.command()
def publish(number: Number, workspace: WorkspaceOption = None) -> None:
    """Publish a stock: readers see that it is the one to refer to, and its report stays."""
    from stocktake.services import publishing
    from stocktake.services.people import moments

    found = workspace_at(workspace)
    with found.store() as base:
        made = publishing.publish(found, base, number, _WHO, moments.present())
    told = ", ".join(f"stock {item.number} for {item.audience}" for item in made)
    typer.echo(f"Published: {told}.")
