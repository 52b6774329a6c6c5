"""Proposals as reviewers put them in order: merged, split, worded, and taken back."""

from __future__ import annotations

from starlette.responses import RedirectResponse, Response

from stocktake.errors import UsageError
from stocktake.services import deciding
from stocktake.services.deciding import Person
from stocktake.services.pages import decisions
from stocktake.services.pages import proposals as listed_proposals
from stocktake.services.pages.decisions import DecisionLine
from stocktake.services.pages.listing import Listed, Wanted
from stocktake.services.people import moments
from stocktake.web.pages import page
from stocktake.web.visit import Visit

_LATEST = Wanted(limit=10)


def proposals(visit: Visit) -> Response:
    """All proposals, to be merged; and what was decided last."""
    found = listed_proposals.proposals(visit.shown, visit.wanted())
    return page(visit, "deciding", found=found, decided=_decided(visit, _LATEST))


def one(visit: Visit) -> Response:
    """One proposal, to be split, worded or merged."""
    found = listed_proposals.one(visit.shown, _path(visit), visit.wanted())
    return page(visit, "deciding_one", proposal=found)


def decided(visit: Visit) -> Response:
    """All that was decided of proposals: who, what, when."""
    return page(visit, "decided", decided=_decided(visit, visit.wanted()))


def merge(visit: Visit) -> Response:
    """Make one proposal of those ticked and those written."""
    written = visit.field("numbers").replace(";", " ").replace(",", " ").split()
    numbers = [_number(text) for text in (*visit.fields("number"), *written)]
    made = deciding.merge(visit.site.workspace, numbers, _person(visit))
    return _to(int(made[0].human_value))


def split(visit: Visit) -> Response:
    """Make a proposal of its own of the statements that are ticked."""
    statements = visit.fields("statement")
    deciding.split(visit.site.workspace, _path(visit), statements, _person(visit))
    return _to(_path(visit))


def rename(visit: Visit) -> Response:
    """Word a proposal."""
    deciding.rename(visit.site.workspace, _path(visit), visit.field("name"), _person(visit))
    return _to(_path(visit))


def undo(visit: Visit) -> Response:
    """Take back what was decided last of a proposal."""
    deciding.undo(visit.site.workspace, _path(visit), _person(visit))
    return _to(_path(visit))


def _decided(visit: Visit, wanted: Wanted) -> Listed[DecisionLine]:
    held = frozenset(item.id for item in visit.shown.stock.reviews)
    return decisions.decided(visit.site.store, held, wanted)


def _person(visit: Visit) -> Person:
    visit.refuse_example()
    now = moments.told(moments.present())
    return Person(visit.account.name, visit.field("note"), now, visit.account.id)


def _path(visit: Visit) -> int:
    return int(visit.path("number"))


def _number(text: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) < 10):
        raise UsageError(f"{text!r} is no number of a proposal.")
    return int(text)


def _to(number: int) -> Response:
    return RedirectResponse(f"/review/proposals?kept={number}", 303)
