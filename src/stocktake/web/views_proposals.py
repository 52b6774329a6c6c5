"""Proposals and themes."""

from __future__ import annotations

from starlette.responses import Response

from stocktake.services.pages import proposals as listed_proposals
from stocktake.services.pages import themes
from stocktake.web.pages import page
from stocktake.web.visit import Visit


def proposals(visit: Visit) -> Response:
    """The list of proposals."""
    found = listed_proposals.proposals(visit.shown, visit.wanted())
    return page(visit, "proposals", found=found, schemes=visit.shown.stock.schemes)


def one_proposal(visit: Visit) -> Response:
    """One proposal: who stands where, in which words."""
    found = listed_proposals.one(visit.shown, int(visit.path("number")), visit.wanted())
    return page(visit, "proposal", proposal=found)


def matrix(visit: Visit) -> Response:
    """Themes by dimensions."""
    return page(visit, "matrix", matrix=themes.matrix(visit.shown))


def one_theme(visit: Visit) -> Response:
    """One theme, dimension or lens."""
    found = themes.one(visit.shown, visit.path("code"), visit.wanted())
    return page(visit, "theme", theme=found)
