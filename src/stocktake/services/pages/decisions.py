"""What people decided of proposals, for those who decide: what stands, who said it and when."""

from __future__ import annotations

from dataclasses import dataclass

from stocktake import store
from stocktake.model import Review
from stocktake.model.decisions import (
    MERGE,
    NAME,
    SEVERAL,
    SPLIT,
    is_of_proposals,
    number_of,
)
from stocktake.services.pages.listing import Listed, Wanted, listed
from stocktake.store import Store

_WHAT = {MERGE: "merge", SPLIT: "split", NAME: "rename"}


@dataclass(frozen=True, slots=True)
class DecisionLine:
    """One decision on the proposal *number*: *what* (merge, split or rename), the number *into*
    which it was merged or *from* which it was split off, its new *name*; *is_undone* if it takes
    an earlier one back, and *waits* if no stock was taken since."""

    number: int
    what: str
    other: int | None
    name: str
    statements: int
    is_undone: bool
    by: str
    at: str
    note: str
    waits: bool


def decided(base: Store, held: frozenset[str], wanted: Wanted) -> Listed[DecisionLine]:
    """All decisions on proposals, the latest first; *held* are the ids of the reviews that the
    last stock abides by."""
    with base.reading() as connection:
        found = [item for item in store.reviews(connection) if is_of_proposals(item)]
    return listed([_line(item, item.id not in held) for item in reversed(found)], wanted)


def _line(item: Review, waits: bool) -> DecisionLine:
    return DecisionLine(
        number=number_of(item),
        what=_WHAT[item.field],
        other=_other(item),
        name=item.human_value if item.field == NAME else "",
        statements=item.human_value.count(SEVERAL) if item.field == SPLIT else 0,
        is_undone=not item.human_value,
        by=item.reviewer,
        at=item.at,
        note=item.note,
        waits=waits,
    )


def _other(item: Review) -> int | None:
    """The proposal into which one was merged, or from which it was split off."""
    if item.field == MERGE and item.human_value:
        return int(item.human_value)
    return int(item.machine_value.partition(SEVERAL)[0]) if item.field == SPLIT else None
