"""From one draft to the next: what was settled, and which part became which."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from stocktake.model.changes import Settled
from stocktake.model.draft_sums import DraftSum, PartSum


@dataclass(frozen=True, slots=True)
class Round:
    """What happened between the drafts labelled *old* and *new*.

    *parts* are pairs of ids of outermost units: one of the new draft, and the one of the old that
    most of its words come from.
    """

    old: str
    new: str
    settled: tuple[Settled, ...]
    parts: tuple[tuple[str, str], ...] = ()


def courses(
    drafts: Sequence[DraftSum], rounds: Sequence[Round]
) -> list[tuple[PartSum | None, ...]]:
    """Each part through the drafts, earliest first; None where it was not there.

    Parts stand in the order of the latest draft; what is in it no more stands behind what it stood
    behind. Where several parts came out of one, each is led back to it. Without *rounds* parts are
    told by their ids.
    """
    before = {(one.old, one.new): dict(one.parts) for one in rounds}
    rows: list[dict[int, PartSum]] = []
    for at in reversed(range(len(drafts))):
        later = drafts[at + 1] if at + 1 < len(drafts) else None
        origins = before.get((drafts[at].label, later.label)) if later else {}
        _led_back(rows, at, drafts[at], origins)
    return [tuple(row.get(at) for at in range(len(drafts))) for row in rows]


def _led_back(
    rows: list[dict[int, PartSum]], at: int, draft: DraftSum, origins: dict[str, str] | None
) -> None:
    known = {part.id: part for part in draft.parts}
    for row in rows:
        later = row.get(at + 1)
        origin = (later.id if origins is None else origins.get(later.id)) if later else None
        if origin in known:
            row[at] = known[origin]
    place = 0
    for part in draft.parts:
        holding = [number for number, row in enumerate(rows) if row.get(at) == part]
        if not holding:
            rows.insert(place, {at: part})
        place = (holding[-1] if holding else place) + 1
