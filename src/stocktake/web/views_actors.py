"""Actors."""

from __future__ import annotations

from starlette.responses import Response

from stocktake.model import ActorKind
from stocktake.services.pages import actors as listed_actors
from stocktake.web.pages import page
from stocktake.web.visit import Visit


def actors(visit: Visit) -> Response:
    """The list of actors."""
    found = listed_actors.actors(visit.shown, visit.wanted())
    regions = sorted({actor.region for actor in visit.shown.stock.actors if actor.region})
    return page(visit, "actors", found=found, kinds=list(ActorKind), regions=regions)


def one_actor(visit: Visit) -> Response:
    """One actor."""
    found = listed_actors.one(visit.shown, visit.path("actor_id"), visit.wanted())
    labels = [item.label for item in visit.shown.stock.drafts]
    return page(visit, "actor", actor=found, drafts=labels)
