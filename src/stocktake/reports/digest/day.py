"""The day of a digest, and what is of that day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from stocktake.model import Fact, FactKind, Input, LedgerStatus, Period, Precision
from stocktake.reports.brief.known import Known
from stocktake.reports.brief.meetings import Convened
from stocktake.reports.brief.scene import Scene, dated
from stocktake.reports.dates import parsed
from stocktake.reports.records import Records

_NO_MEETING = Convened("", "", frozenset(), None)


@dataclass(frozen=True)
class Day:
    """A day, with the records of a stock; *meeting* if only what is filed under it is looked at."""

    records: Records
    day: date
    meeting: Convened | None = None

    @cached_property
    def scene(self) -> Scene:
        """What the sentences of the brief are made from."""
        return Scene(self.meeting or _NO_MEETING, Known(self.records, self.day))

    @cached_property
    def inputs(self) -> tuple[Input, ...]:
        """The inputs that are of this day, or of several days of which it is the last."""
        return tuple(item for item in self.records.stock.inputs if self._is_of(item))

    @cached_property
    def documents(self) -> dict[str, str]:
        """The documents of these inputs by the ids of the inputs."""
        own = {item.id for item in self.inputs}
        return {
            document.input_id: document.id
            for document in self.records.texts.values()
            if document.input_id in own and not document.translation_of
        }

    @cached_property
    def inexact(self) -> int:
        """How many inputs have a date that holds the day, and is none."""
        periods = (parsed(item.get("date")) for item in self.records.stock.inputs)
        return sum(
            bool(period and period.precision is not Precision.DAY and self._holds(period))
            for period in periods
        )

    @cached_property
    def unread(self) -> tuple[str, ...]:
        """The names of the inputs of this day of which nothing could be read."""
        own = {item.id for item in self.inputs}
        return tuple(
            entry.name
            for entry in self.records.stock.ledger
            if entry.input_id in own and entry.status is LedgerStatus.FAILED
        )

    def facts(self, kind: FactKind) -> list[Fact]:
        """The facts of a kind that are dated on this day; those without a date, of its inputs."""
        found = self.scene.known.facts(kind)
        of_day = dated(found, self.day)
        return [
            fact for fact in found if fact in of_day or (self.holds(fact) and not fact.get("date"))
        ]

    def holds(self, fact: Fact) -> bool:
        """Whether a fact is told in an input of this day."""
        return fact.document_id in self.documents.values()

    def is_of_day(self, text: str | None) -> bool:
        """Whether a date, as text, is this day."""
        period = parsed(text)
        return bool(period and period.precision is Precision.DAY and period.end == self.day)

    def _is_of(self, item: Input) -> bool:
        filed = self.meeting is None or item.get("meeting") == self.meeting.id
        return filed and self.is_of_day(item.get("date"))

    def _holds(self, period: Period) -> bool:
        return period.start <= self.day <= period.end
