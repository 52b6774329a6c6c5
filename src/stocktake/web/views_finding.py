"""Search, by words and by meaning."""

from __future__ import annotations

from dataclasses import dataclass

from starlette.responses import Response

from stocktake.embedders import ModelMissingError
from stocktake.errors import UsageError
from stocktake.model import Act, ActorKind, InputKind, ReviewState, Stance
from stocktake.services.meaning import NoMeaningError
from stocktake.services.narrowing import Narrowing
from stocktake.services.pages import finding
from stocktake.services.pages.finding import Alike, Found
from stocktake.services.pages.listing import Listed
from stocktake.store import PASSAGE, STATEMENT, Order
from stocktake.web.pages import page
from stocktake.web.visit import Visit

BOTH = "both"
MEANING = "meaning"
_SEVERAL = {
    "actors": "actor",
    "groups": "group",
    "kinds": "kind",
    "themes": "theme",
    "dimensions": "dimension",
    "lenses": "lens",
    "acts": "act",
    "stances": "stance",
    "meetings": "meeting",
    "actor_kinds": "actor_kind",
    "reviews": "review",
    "records": "record",
}


def search(visit: Visit) -> Response:
    """The form, and what was found by it."""
    looked = look_for(visit) if visit.request.query_params else None
    return page(
        visit,
        "search",
        looked=looked,
        found=looked.found if looked else None,
        acts=list(Act),
        stances=list(Stance),
        kinds=list(InputKind),
        actor_kinds=list(ActorKind),
        reviews=[state for state in ReviewState if state is not ReviewState.REJECTED],
        orders=list(Order),
        records=(STATEMENT, PASSAGE, BOTH),
        meetings=visit.shown.stock.process.meetings,
        schemes=visit.shown.stock.schemes,
    )


@dataclass(frozen=True, slots=True)
class Looked:
    """What was *found*; by meaning also by which *model* and from which likeness on, and whether
    there is none, so that words were looked for instead."""

    found: Listed[Found]
    model: str = ""
    least: float = 0.0
    has_no_model: bool = False


def look_for(visit: Visit) -> Looked:
    """What the parameters ask for; by words where they ask for meaning and there is no model."""
    if visit.asked("by") != MEANING or not visit.asked("q"):
        return Looked(find(visit))
    try:
        found = alike(visit)
    except (NoMeaningError, ModelMissingError):
        return Looked(find(visit), has_no_model=True)
    return Looked(found.found, found.model, found.least)


def alike(visit: Visit) -> Alike:
    """What means what the parameters ask for; NoMeaningError without a model."""
    return finding.alike(visit.shown, visit.asked("q"), narrowing(visit), visit.wanted())


def find(visit: Visit) -> Listed[Found]:
    """What the parameters of the address ask for, by words."""
    order = visit.asked("order") or Order.RELEVANCE
    chosen = Order(order) if order in set(Order) else Order.RELEVANCE
    return finding.find(visit.shown, visit.asked("q"), narrowing(visit), chosen, visit.wanted())


def narrowing(visit: Visit) -> Narrowing:
    """What hits must be; a parameter may be there several times."""
    params = visit.request.query_params
    several = {
        field: tuple(value.strip() for value in params.getlist(name) if value.strip())
        for field, name in _SEVERAL.items()
    }
    if visit.asked("record") == BOTH:
        several["records"] = ()
    elif not several["records"]:
        several["records"] = (STATEMENT,)
    return Narrowing(
        **several,
        since=visit.asked("since") or None,
        until=visit.asked("until") or None,
        confidence=_share(visit.asked("confidence")),
        through_groups=visit.asked("through_groups") == "yes",
    )


def _share(text: str) -> float | None:
    try:
        return float(text) if text else None
    except ValueError as error:
        raise UsageError(f"{text!r} is no confidence.", remedy="Write 0.5.") from error
