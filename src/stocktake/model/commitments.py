"""Who will do what by when under which provision, and what was reported since."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from stocktake.model.dates import Period
from stocktake.model.evidence import Quotation, Review, ReviewState

COMMITMENT = "commitment."
ENTERED, REPORTED, JUDGED = f"{COMMITMENT}entered", f"{COMMITMENT}report", f"{COMMITMENT}judged"
_RECORD = "commitment:"


class CommitmentOrigin(StrEnum):
    """How we know of a commitment."""

    SAID = "said in an input"
    ACCEPTED = "accepted recommendation"
    ENTERED = "entered by a person"


@dataclass(frozen=True, slots=True)
class Progress:
    """A later statement that may report on a commitment; *confidence* is how alike they are,
    0..1, and *review* what a person said of the link."""

    statement_id: str
    date: str | None
    confidence: float
    review: ReviewState = ReviewState.MACHINE


@dataclass(frozen=True, slots=True)
class Commitment:
    """*action* is verbatim, as are *partners*, *means*, *figures* (what can be counted) and
    *due_words*; *due* is a Period as text, which keeps how exactly it was told. *date* is when it
    was made. *statement_id* and *evidence* prove it; where a person entered it, *source* says from
    where. *progress* are reports on it by the same actors, by date."""

    id: str
    actor_ids: tuple[str, ...]
    action: str
    origin: CommitmentOrigin
    date: str | None = None
    due: str | None = None
    due_words: str = ""
    provision: str = ""
    partners: str = ""
    means: str = ""
    figures: tuple[str, ...] = ()
    indicator: str = ""
    document_id: str | None = None
    statement_id: str | None = None
    evidence: Quotation | None = None
    source: str = ""
    progress: tuple[Progress, ...] = ()
    review: ReviewState = ReviewState.MACHINE

    @property
    def reports(self) -> tuple[Progress, ...]:
        """The reports that no person rejected."""
        return tuple(item for item in self.progress if item.review is not ReviewState.REJECTED)

    def is_overdue(self, day: datetime.date) -> bool:
        """Whether the last day on which it could be kept lies before *day*."""
        return self.due is not None and Period.parse(self.due).end < day

    @property
    def is_silent(self) -> bool:
        """Whether nothing was reported on it."""
        return not self.reports


def record_of(commitment_id: str) -> str:
    """What a Review of that commitment is of."""
    return f"{_RECORD}{commitment_id}"


def commitment_of(review: Review) -> str:
    """The id of the commitment that a review is of."""
    return review.record_id.removeprefix(_RECORD)


def is_of_commitments(review: Review) -> bool:
    """Whether a review enters or judges a commitment, or a report on one."""
    return review.field.startswith(COMMITMENT)


def standing(reviews: Iterable[Review]) -> dict[tuple[str, str, str], ReviewState]:
    """What stands of each commitment, by its id, the field and the statement or value judged."""
    return {
        (commitment_of(item), item.field, item.machine_value): item.state
        for item in reviews
        if is_of_commitments(item)
    }
