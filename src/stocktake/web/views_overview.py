"""The first page, and the process."""

from __future__ import annotations

from starlette.responses import Response

from stocktake.errors import NotFoundError
from stocktake.services import example, process_file, programme
from stocktake.services.pages import overview
from stocktake.web import views_stocks
from stocktake.web.pages import page
from stocktake.web.visit import Visit


def home(visit: Visit) -> Response:
    """What this is, where the process stands, what is new; before the first stock, how to begin."""
    try:
        shown = visit.shown
    except NotFoundError:
        process = process_file.load(visit.site.workspace.process_file).process
        empty, state = example.is_empty(visit.site.store), visit.site.example.state()
        return page(visit, "welcome", process=process, is_empty=empty, example=state)
    found = views_stocks.known(visit).published
    this = next((item for item in found if item.number == shown.number), None)
    told = overview.overview(shown)
    return page(visit, "home", overview=told, published=this, all_published=found)


def process(visit: Visit) -> Response:
    """Phases, meetings with their programmes, and who takes part."""
    told = overview.overview(visit.shown)
    return page(visit, "process", overview=told, formats=programme.FORMATS)
