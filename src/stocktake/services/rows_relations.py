"""How relations between actors become rows of tables."""

from __future__ import annotations

from typing import Any

from stocktake.model import Bridge, Coalition, Convergence, Point, Shared, Stock
from stocktake.services.names import Names

Row = dict[str, Any]
_NAMED = 3


def points(stock: Stock) -> tuple[Point, ...]:
    """The places of actors on the map; none if there is no map."""
    found = stock.relations.map
    return found.points if found else ()


def convergence(record: Convergence, names: Names) -> Row:
    return {
        "on": names.target(record.target),
        "views": record.kind.value,
        "for": record.supports,
        "against": record.opposes,
        "both": record.mixed,
        "through a group": record.through,
        "agreement": _number(record.agreement),
        "polarisation": _number(record.polarisation),
        "regional groups in favour": len(record.regions),
        "evenness": _number(record.evenness),
        "share of actors": record.actors_share,
    }


def coalition(record: Coalition, names: Names) -> Row:
    return {
        "number": record.number,
        "members": ", ".join(names.actor(id_) for id_ in record.actor_ids),
        "shared": "; ".join(names.target(item.target) for item in record.shared[:_NAMED]),
        "shared in all": len(record.shared),
        "found again": record.stability.dropped,
        "without one delegation": record.stability.left_out,
        "at the worst": record.stability.lowest,
    }


def point(record: Point, names: Names) -> Row:
    held = (item for item in names.stock.relations.coalitions if record.actor_id in item.actor_ids)
    coalition = next(held, None)
    return {
        "actor": names.actor(record.actor_id),
        "x": record.x,
        "y": record.y,
        "coalition": coalition.number if coalition else "",
    }


def bridge(record: Bridge, names: Names) -> Row:
    return {
        "actor": names.actor(record.actor_id),
        "coalition": record.coalition or "",
        "participation": record.participation,
        "shares": "; ".join(_shared(item, names) for item in record.shared[:_NAMED]),
        "shared in all": len(record.shared),
    }


def _shared(shared: Shared, names: Names) -> str:
    fellows = ", ".join(names.actor(id_) for id_ in shared.actor_ids[1:])
    return f"{names.target(shared.target)} (with {fellows})"


def _number(value: float | None) -> float | str:
    return "" if value is None else value
