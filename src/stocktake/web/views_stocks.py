"""The stocks by their numbers: the list, what became of one in another, publishing."""

from __future__ import annotations

from typing import Any

from starlette.responses import RedirectResponse, Response

from stocktake.errors import NotFoundError
from stocktake.services import comparing_stocks, publishing
from stocktake.services.comparing_stocks import StockComparison
from stocktake.services.pages import stocks as listed_stocks
from stocktake.services.pages.exports import CSV
from stocktake.services.pages.stocks import Stocks
from stocktake.services.pages.tables import csv_of
from stocktake.services.people import moments
from stocktake.web.pages import as_file, page
from stocktake.web.views_writings import written
from stocktake.web.visit import Visit

_MAKERS = ("review", "admit", "publish")


def stocks(visit: Visit) -> Response:
    """The stocks that this reader may see."""
    return page(visit, "stocks", found=listed_stocks.stocks(known(visit), visit.wanted()))


def compared(visit: Visit) -> Response:
    """What became of one stock in another."""
    return page(visit, "stocks_compared", found=comparison(visit), shown=visit.shown)


def compared_csv(visit: Visit) -> Response:
    """The same as CSV."""
    found = comparison(visit)
    body = csv_of(comparing_stocks.rows(found))
    return as_file(body, CSV, f"stock-{found.old}-{found.new}.csv")


def report(visit: Visit) -> Response:
    """The report of a stock as it was."""
    number = int(visit.path("number"))
    known(visit).check(number)
    shown = visit.site.numbered(visit.account.audience, number)
    return written(visit, listed_stocks.report(shown), f"stocktaking-report-{number}")


def publish(visit: Visit) -> Response:
    """Publish a stock under its number."""
    visit.refuse_example()
    number = int(visit.path("number"))
    site = visit.site
    publishing.publish(site.workspace, site.store, number, visit.account.id, moments.present())
    return RedirectResponse("/stocks", 303)


def on_desk(visit: Visit) -> dict[str, Any]:
    """For the desk: what was published last, and the number of the last stock; None without."""
    nothing = {"published": None, "last": None}
    if visit.is_example:
        return nothing
    try:
        found = known(visit)
    except NotFoundError:
        return nothing
    return {"published": next(iter(found.published), None), "last": next(iter(found.numbers), None)}


def known(visit: Visit) -> Stocks:
    """The stocks that this reader may see: who makes stocks sees all, others what is published."""
    audience = visit.account.audience
    shelf = visit.site.shelf(audience)
    every = any(visit.may(permission) for permission in _MAKERS)
    return Stocks.of(shelf, shelf.published(visit.site.store, audience), every=every)


def comparison(visit: Visit) -> StockComparison:
    """What became of one stock in another, if the reader may see both."""
    numbers = [int(visit.path(name)) for name in ("earlier", "later")]
    known(visit).check(*numbers)
    old, new = (visit.site.numbered(visit.account.audience, number) for number in numbers)
    return listed_stocks.compared(old, new)
