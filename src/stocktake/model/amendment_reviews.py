"""What people said of amendments: entered, confirmed, edited, rejected; read from their Reviews.

Each Review holds the amendment as it was found and as the person left it, whole, so that it stands
whatever the machine finds later. Of several of one amendment the last one stands.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from stocktake.model.amendments import Amendment
from stocktake.model.codec import loads
from stocktake.model.evidence import Review, ReviewState

FIELD = "amendment"
_RECORD = "amendment:"


def record_of(amendment_id: str) -> str:
    """What a Review of that amendment is of."""
    return f"{_RECORD}{amendment_id}"


def is_of_amendments(review: Review) -> bool:
    """Whether a review enters or judges an amendment."""
    return review.field == FIELD


@dataclass(frozen=True, slots=True)
class JudgedAmendment:
    """An amendment as the machine found it (None: a person entered it), as it *stands* (None:
    rejected), and what the last Review of it was."""

    id: str
    found: Amendment | None
    stands: Amendment | None
    state: ReviewState


def judged_amendments(reviews: Iterable[Review]) -> dict[str, JudgedAmendment]:
    """What stands of each amendment that people entered or judged, by its id.

    A Review in the state "machine" takes back the last one that stood before it.
    """
    made: dict[str, list[JudgedAmendment]] = {}
    for review in filter(is_of_amendments, reviews):
        id_ = review.record_id.removeprefix(_RECORD)
        kept = made.setdefault(id_, [])
        if review.state is not ReviewState.MACHINE:
            kept.append(_judged(id_, review))
        elif kept:
            kept.pop()
    return {id_: kept[-1] for id_, kept in made.items() if kept}


def unjudged(
    found: Iterable[Amendment], judged: Mapping[str, JudgedAmendment]
) -> Iterator[Amendment]:
    """Those on which nobody decided: neither on them nor on what was found at their place."""
    places = {_place(item.found) for item in judged.values() if item.found}
    return (item for item in found if item.id not in judged and _place(item) not in places)


def _judged(id_: str, review: Review) -> JudgedAmendment:
    was, now = (
        loads(Amendment, value) if value else None
        for value in (review.machine_value, review.human_value)
    )
    return JudgedAmendment(id_, was, now, review.state)


def _place(item: Amendment) -> tuple[object, ...]:
    """Where an amendment is told, and what it does there."""
    told = (item.quotation.start, item.quotation.end) if item.quotation else (item.id,)
    return (item.document_id, item.action, item.target, item.old, *told)
