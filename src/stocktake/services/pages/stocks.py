"""The stocks that a reader may see: all, or for the public those that were published."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from stocktake.errors import NotFoundError
from stocktake.model import Report
from stocktake.model.published import Published
from stocktake.services import comparing_stocks, reporting
from stocktake.services.comparing_stocks import StockComparison
from stocktake.services.pages.listing import Listed, Wanted, listed
from stocktake.services.pages.shown import Shelf, Shown
from stocktake.services.stock_lines import StockLine

REPORT = ("report",)


@dataclass(frozen=True, slots=True)
class Shelved:
    """A stock as a line of the list; *published* is the day, empty if it was not; *before* the
    number of the one that stands below it in the list, None for the first."""

    line: StockLine
    published: str
    before: int | None
    is_last: bool


@dataclass(frozen=True, slots=True)
class Stocks:
    """The stocks of a *shelf* that a reader may see, by *numbers*, the latest first; *published*
    are those that were, the one published last first."""

    shelf: Shelf
    numbers: Sequence[int]
    published: Sequence[Published]

    @classmethod
    def of(cls, shelf: Shelf, published: Sequence[Published], *, every: bool) -> Stocks:
        """All stocks if the reader may see *every* one, or those that were published and the last
        one, which every page shows."""
        known = set(shelf.numbers())
        seen = known if every else {max(known, default=0), *(item.number for item in published)}
        return cls(shelf, sorted(seen & known, reverse=True), published)

    def check(self, *numbers: int) -> None:
        """NotFoundError unless the reader may see the stocks of these numbers."""
        if not set(numbers) <= set(self.numbers):
            raise NotFoundError("there is no such stock.")


def stocks(found: Stocks, wanted: Wanted) -> Listed[Shelved]:
    """The list, page by page."""
    days = {item.number: item.day for item in reversed(found.published)}
    before = dict(zip(found.numbers, [*found.numbers[1:], None], strict=False))

    def shelved(number: int) -> Shelved:
        is_last = number == found.numbers[0]
        return Shelved(found.shelf.line(number), days.get(number, ""), before[number], is_last)

    return listed(found.numbers, wanted).each(shelved)


def compared(old: Shown, new: Shown) -> StockComparison:
    """What became of one stock in another; made once."""
    make = partial(comparing_stocks.compare, old.frozen, new.frozen)
    return new.compared.once(old.number, make)


def report(shown: Shown) -> Report:
    """The report of a stock as it was; made once."""
    make = partial(reporting.as_frozen, shown.workspace, shown.stock)
    return shown.writings.once(REPORT, make)
