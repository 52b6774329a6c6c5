"""Search."""

from __future__ import annotations

from starlette.responses import Response

from stocktake.model import Act, InputKind, Stance
from stocktake.services.narrowing import Narrowing
from stocktake.services.pages import finding
from stocktake.services.pages.finding import Found
from stocktake.services.pages.listing import Listed
from stocktake.store import PASSAGE, STATEMENT, Order
from stocktake.web.pages import page
from stocktake.web.visit import Visit

BOTH = "both"
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
    "records": "record",
}


def search(visit: Visit) -> Response:
    """The form, and what was found by it."""
    return page(
        visit,
        "search",
        found=find(visit) if visit.request.query_params else None,
        acts=list(Act),
        stances=list(Stance),
        kinds=list(InputKind),
        orders=list(Order),
        records=(STATEMENT, PASSAGE, BOTH),
        schemes=visit.shown.stock.schemes,
    )


def find(visit: Visit) -> Listed[Found]:
    """What the parameters of the address ask for."""
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
        **several,  # type: ignore[arg-type]
        since=visit.asked("since") or None,
        until=visit.asked("until") or None,
        through_groups=visit.asked("through_groups") == "yes",
    )
