"""Facts of the process told in an input: each value is a quotation, or rests on one."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from stocktake.model.evidence import Quotation, Quote, ReviewState


class FactKind(StrEnum):
    """What a fact is about. Attribute names that each kind may carry stand behind it."""

    MEETING = "meeting"  # title, place, dates, kind, chair, purpose, host, topic
    CHAIR = "chair"  # name, office, state, role, meeting
    PHASE = "phase"  # title, dates, contents, event
    SESSION = "session"  # title, format, dimension, meeting, topic, purpose, time, place
    PARTICIPATION = "participation"  # actor, status, process, date, quotation, reason, source
    REACTION = "reaction"  # actor, office, name, to, quotation, act
    ANNOUNCEMENT = "announcement"  # actor, kind, title, date, content, part, with, purpose
    SOURCE = "source"  # title
    ATTENDANCE = "attendance"  # count, of, meeting
    MANDATE = "mandate"  # title, paragraph, content
    MILESTONE = "milestone"  # title, date
    ADOPTION = "adoption"  # title, date, outcome, yes, no, abstain
    VOTE = "vote"  # actor, vote, resolution, date
    RESERVATION = "reservation"  # actor, kind, provision


@dataclass(frozen=True, slots=True)
class Attribute:
    """A value (normalised: ISO dates, actor ids) and the words it was read from."""

    name: str
    value: str
    quotation: Quotation


@dataclass(frozen=True, slots=True)
class OfferedAttribute:
    """A value offered by an extractor with the words it was read from."""

    name: str
    value: str
    quote: Quote


@dataclass(frozen=True, slots=True)
class FactCandidate:
    """A fact offered by an extractor; nothing in it is evidence until found in the text."""

    kind: FactKind
    sentence: Quote
    attributes: tuple[OfferedAttribute, ...]
    rule: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact with its proof; an attribute name may occur several times (two chairs)."""

    id: str
    document_id: str
    kind: FactKind
    sentence: Quotation
    attributes: tuple[Attribute, ...]
    rule: str
    confidence: float
    review: ReviewState = ReviewState.MACHINE

    def get(self, name: str) -> Attribute | None:
        """The first attribute called *name*, or None."""
        return next((item for item in self.attributes if item.name == name), None)

    def all(self, name: str) -> tuple[Attribute, ...]:
        """All attributes called *name*, in the order of the text."""
        return tuple(item for item in self.attributes if item.name == name)
