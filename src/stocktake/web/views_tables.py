"""All parts of the stock as tables."""

from __future__ import annotations

from starlette.responses import Response

from stocktake.services.pages import tables as stock_tables
from stocktake.services.pages.exports import CSV, STOCK_FORMATS
from stocktake.web.pages import as_file, page
from stocktake.web.visit import Visit


def tables(visit: Visit) -> Response:
    """The tables there are."""
    return page(visit, "tables", names=stock_tables.NAMES, formats=STOCK_FORMATS)


def table(visit: Visit) -> Response:
    """One table, page by page."""
    found = stock_tables.table(visit.shown, visit.path("name"), visit.wanted())
    return page(visit, "table", table=found)


def as_csv(visit: Visit) -> Response:
    """One table as CSV."""
    name = visit.path("name")
    body = stock_tables.as_csv(visit.shown, name)
    return as_file(body, CSV, f"{name}.csv")
