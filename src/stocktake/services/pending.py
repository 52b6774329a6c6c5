"""Commitments that are overdue on a day, or on which nothing was reported."""

from __future__ import annotations

from datetime import date

from stocktake.errors import UsageError
from stocktake.model import Commitment
from stocktake.model.codec import restored
from stocktake.services.days import day_of
from stocktake.services.showing import Item


def only(items: list[Item], day: str | None, *, overdue: bool, silent: bool) -> list[Item]:
    """Those of *items*, commitments as ``showing.show`` gives them, that are overdue on *day*
    (ISO), on which nothing was reported, or both. UsageError where overdue lacks its day."""
    if overdue and not day:
        remedy = "Add: --date 2030-12-31"
        raise UsageError("--overdue needs the day on which it is asked.", remedy=remedy)
    if any("progress" not in item.record for item in items):
        remedy = "Say: stocktake show commitments"
        raise UsageError("--overdue and --silent are of commitments alone.", remedy=remedy)
    on = day_of(day, "--date") if day else date.max
    return [item for item in items if _holds(item, on, overdue=overdue, silent=silent)]


def _holds(item: Item, day: date, *, overdue: bool, silent: bool) -> bool:
    commitment = restored(Commitment, dict(item.record))
    return (not overdue or commitment.is_overdue(day)) and (not silent or commitment.is_silent)
