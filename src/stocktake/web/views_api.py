"""The HTTP API: what the pages show, by the same functions, as JSON."""

from __future__ import annotations

import dataclasses
import json
from typing import Any

from starlette.responses import Response

from stocktake.services.pages import actors as listed_actors
from stocktake.services.pages import evidence, overview, reader, tables
from stocktake.services.pages import inputs as listed_inputs
from stocktake.services.pages import proposals as listed_proposals
from stocktake.services.pages import stocks as listed_stocks
from stocktake.services.pages import themes as listed_themes
from stocktake.web import described, views_finding, views_stocks
from stocktake.web.pages import tagged
from stocktake.web.visit import Visit

JSON = "application/json"


def index(_: Visit) -> Response:
    """Where things are."""
    return _told(described.index())


def openapi(_: Visit) -> Response:
    """The description of this API."""
    return _told(described.openapi())


def process(visit: Visit) -> Response:
    """The process and what the stock holds."""
    return _told(overview.overview(visit.shown))


def inputs(visit: Visit) -> Response:
    """Inputs, page by page."""
    return _told(listed_inputs.inputs(visit.shown, visit.wanted()))


def one_input(visit: Visit) -> Response:
    """One input with a part of its text."""
    skip = visit.number("skip", 0, 10**8)
    return _told(reader.read(visit.shown, visit.path("input_id"), skip))


def proposals(visit: Visit) -> Response:
    """Proposals, page by page."""
    return _told(listed_proposals.proposals(visit.shown, visit.wanted()))


def one_proposal(visit: Visit) -> Response:
    """One proposal."""
    return _told(listed_proposals.one(visit.shown, int(visit.path("number")), visit.wanted()))


def themes(visit: Visit) -> Response:
    """Themes by dimensions."""
    return _told(listed_themes.matrix(visit.shown))


def one_theme(visit: Visit) -> Response:
    """One theme, dimension or lens."""
    return _told(listed_themes.one(visit.shown, visit.path("code"), visit.wanted()))


def actors(visit: Visit) -> Response:
    """Actors, page by page."""
    return _told(listed_actors.actors(visit.shown, visit.wanted()))


def one_actor(visit: Visit) -> Response:
    """One actor."""
    return _told(listed_actors.one(visit.shown, visit.path("actor_id"), visit.wanted()))


def statement(visit: Visit) -> Response:
    """One statement."""
    return _told(evidence.one(visit.shown, visit.path("statement_id")))


def stocks(visit: Visit) -> Response:
    """The stocks that the reader may see, page by page."""
    return _told(listed_stocks.stocks(views_stocks.known(visit), visit.wanted()))


def compared(visit: Visit) -> Response:
    """What became of one stock in another."""
    return _told(views_stocks.comparison(visit))


def search(visit: Visit) -> Response:
    """What was found, page by page: by words, or with by=meaning by what statements mean."""
    if visit.asked("by") != views_finding.MEANING:
        return _told(views_finding.find(visit))
    return _told(views_finding.alike(visit))


def table(visit: Visit) -> Response:
    """One table of the stock, page by page, as records with all that is known."""
    return _told(tables.records(visit.shown, visit.path("name"), visit.wanted()))


def _told(record: Any) -> Response:
    body = json.dumps(_plain(record), ensure_ascii=False, default=str).encode()
    return tagged(body, JSON)


def _plain(record: Any) -> Any:
    is_record = dataclasses.is_dataclass(record) and not isinstance(record, type)
    return dataclasses.asdict(record) if is_record else record
