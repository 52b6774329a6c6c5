"""What people enter of a meeting: who asks for the floor, and who attends. Each is a Review."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from stocktake.model.evidence import Review

ENTERED = "process."
SPEAKER = f"{ENTERED}speaker"
ATTENDANCE = f"{ENTERED}attendance"


class SpeakerStatus(StrEnum):
    """How far a speaker on the list has come."""

    ASKED = "asked"
    SPOKE = "spoke"
    WITHDREW = "withdrew"


@dataclass(frozen=True, slots=True)
class Speaker:
    """An entry on the list of speakers of a *meeting* or of one *session* of it, by their ids.

    *behalf* are ids of groups for which the actor speaks. *asked* tells when the floor was asked
    for: a number, an hour or a day with an hour. *minutes* is how long it spoke. *gender* is only
    what was entered.
    """

    id: str
    meeting: str
    actor_id: str
    session: str = ""
    person: str = ""
    office: str = ""
    behalf: tuple[str, ...] = ()
    gender: str = ""
    asked: str = ""
    status: SpeakerStatus = SpeakerStatus.ASKED
    minutes: float = 0
    source: str = ""


@dataclass(frozen=True, slots=True)
class Attendance:
    """That an actor attended a *meeting* (or one *session*), or how many of a kind did.

    *count* is the number of its delegates, or of what *of* names where there is no actor; *date* is
    a Period as text: the days on which it holds.
    """

    id: str
    meeting: str
    source: str
    session: str = ""
    actor_id: str = ""
    of: str = ""
    count: int | None = None
    date: str = ""
    person: str = ""
    office: str = ""


def is_entered(review: Review) -> bool:
    """Whether a review enters, or takes back, something of a meeting."""
    return review.field.startswith(ENTERED)
