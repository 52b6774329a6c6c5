"""What every paragraph of a brief is made from: the meeting, and all that was known of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from stocktake.model import Attribute, Document, Fact, FactKind, Period, Precision
from stocktake.reports.brief import meetings
from stocktake.reports.brief.known import Known, words_of
from stocktake.reports.brief.meetings import Convened
from stocktake.reports.brief.saying import proofs
from stocktake.reports.dates import parsed

_EXACT = (Precision.DAY, Precision.PART_OF_YEAR, Precision.MONTH, Precision.YEAR)
Told = tuple[Fact, Attribute]


@dataclass(frozen=True, slots=True)
class Value:
    """What is told of the meeting most often, and the passages that say so."""

    attribute: Attribute
    fact: Fact
    citations: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Scene:
    """A meeting, and what was known by a day."""

    meeting: Convened
    known: Known

    @property
    def day(self) -> date | None:
        return self.known.day

    def facts(self, kind: FactKind) -> tuple[Fact, ...]:
        """The facts of a kind that are about the meeting."""
        found = self.known.facts(kind)
        return tuple(fact for fact in found if meetings.is_of(fact, self.meeting, self.known))

    def is_about(self, document_id: str) -> bool:
        return meetings.is_about(document_id, self.meeting, self.known)

    def document(self, fact: Fact) -> Document:
        return self.known.document(fact)

    def value(self, name: str) -> Value | None:
        """What most facts on the meeting give as *name*: of dates the most exact of these, of
        names the fullest; the first told where that leaves several."""
        told = [
            (fact, attribute)
            for fact in self.facts(FactKind.MEETING)
            for attribute in fact.all(name)
        ]
        if not told:
            return None
        times = Counter(attribute.value for _, attribute in told)
        fact, best = max(told, key=lambda one: _weight(name, one, times))
        same = (other for other, attribute in told if attribute.value == best.value)
        return Value(best, fact, proofs(same))

    def period(self) -> Period | None:
        """When the meeting is, as its process or else most facts say."""
        told = self.value("dates")
        return self.meeting.period or (parsed(told.attribute.value) if told else None)


def _weight(name: str, told: Told, times: Counter[str]) -> tuple[int, int]:
    value = told[1].value
    if name == "title":
        return len(words_of(value)), times[value]
    period = parsed(value) if name == "dates" else None
    return times[value], -_EXACT.index(period.precision) if period else 0


def dated(facts: Iterable[Fact], day: date) -> list[Fact]:
    """Those of some facts that are of one day."""
    return [
        fact
        for fact in facts
        for told in (fact.get("date"),)
        if told and (period := parsed(told.value)) and period.start == period.end == day
    ]
