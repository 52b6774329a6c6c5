"""The first page, and the process."""

from __future__ import annotations

from starlette.responses import Response

from stocktake.services.pages import overview
from stocktake.web.pages import page
from stocktake.web.visit import Visit


def home(visit: Visit) -> Response:
    """What this is, where the process stands, what is new."""
    return page(visit, "home", overview=overview.overview(visit.shown))


def process(visit: Visit) -> Response:
    """Phases, meetings with their programmes, and who takes part."""
    return page(visit, "process", overview=overview.overview(visit.shown))
