"""The stocks of a workspace: their numbers, and how much is in each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import Connection

from stocktake import store
from stocktake.errors import NotFoundError
from stocktake.services.workspace import Workspace
from stocktake.store import Frozen


@dataclass(frozen=True, slots=True)
class StockLine:
    """A stock as a line of a list; *latest_input* is the date of its latest input as text, empty
    if none is dated: no stock tells when it was taken."""

    number: int
    digest: str
    inputs: int
    statements: int
    proposals: int
    latest_input: str


def line(frozen: Frozen) -> StockLine:
    """A stock as a line of a list."""
    stock = frozen.stock
    dates = (item.get("date") or "" for item in stock.inputs)
    return StockLine(
        frozen.number,
        stock.digest,
        len(stock.inputs),
        len(stock.statements),
        len(stock.proposals),
        max(dates, default=""),
    )


def lines(workspace: Workspace) -> list[StockLine]:
    """All stocks, the latest first."""
    with workspace.store() as base, base.reading() as connection:
        return [line(frozen) for frozen in _every(connection)]


def numbered(connection: Connection, number: int) -> Frozen:
    """The stock of that number; NotFoundError if there is none."""
    found = store.numbered(connection, number)
    if found is None:
        raise NotFoundError(
            f"there is no stock {number}.", remedy="See them with: stocktake stocks list"
        )
    return found


def _every(connection: Connection) -> Iterator[Frozen]:
    for number in reversed(store.stock_keys(connection)):
        yield numbered(connection, number)
