"""What was known by a day: the inputs that were there, and the facts that had come to pass."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from stocktake.model import CaseStudy, Document, Fact, FactKind, Input, Period, Precision, Statement
from stocktake.reports.dates import parsed
from stocktake.reports.records import Records

_HAPPENED = frozenset(
    {
        FactKind.PARTICIPATION,
        FactKind.REACTION,
        FactKind.ANNOUNCEMENT,
        FactKind.ATTENDANCE,
        FactKind.ADOPTION,
        FactKind.VOTE,
    }
)
_LAST = date.max
_WORD = re.compile(r"\w+")
LEAST_WORDS = 2


@dataclass(frozen=True)
class Known:
    """The part of a stock that was known by *day*; without a day, all of it.

    An input whose date begins later was not there yet. One with a date that is no day, or with
    none, counts as there; a fact that is itself dated later than the day had not happened.
    """

    records: Records
    day: date | None

    def has(self, document_id: str) -> bool:
        """Whether a document was there."""
        source = self.records.input_of(document_id)
        return source is None or not self.is_later(source)

    def is_later(self, source: Input) -> bool:
        return self.is_ahead(parsed(source.get("date")))

    def is_ahead(self, period: Period | None) -> bool:
        """Whether a stretch of time begins behind the day."""
        return bool(period and self.day and period.start > self.day)

    def facts(self, kind: FactKind) -> tuple[Fact, ...]:
        """The facts of a kind, by the dates of their inputs, then as they stand in the text."""
        return self._by_kind.get(kind, ())

    @cached_property
    def _by_kind(self) -> dict[FactKind, tuple[Fact, ...]]:
        found: dict[FactKind, list[Fact]] = defaultdict(list)
        for fact in sorted(self.records.stock.facts, key=self._order):
            if self._is_known(fact):
                found[fact.kind].append(fact)
        return {kind: tuple(facts) for kind, facts in found.items()}

    @cached_property
    def meetings(self) -> dict[str, str]:
        """The title of the meeting of which each document tells first, by the document's id; one
        word alone, as "conference", is no title."""
        found: dict[str, str] = {}
        for fact in self.facts(FactKind.MEETING):
            title = fact.get("title")
            if title and len(words_of(title.value)) >= LEAST_WORDS:
                found.setdefault(fact.document_id, title.value)
        return found

    def statements(self, document_id: str) -> list[Statement]:
        """The statements of one document, as they stand in it."""
        found = self._statements.get(document_id, ())
        return sorted(found, key=lambda item: (item.content.start, item.id))

    @cached_property
    def _statements(self) -> dict[str, list[Statement]]:
        found: dict[str, list[Statement]] = defaultdict(list)
        for item in self.records.stock.statements:
            found[item.document_id].append(item)
        return found

    def case_studies(self, document_id: str) -> list[CaseStudy]:
        """The case studies of one document, as they stand in it."""
        found = [
            item for item in self.records.stock.case_studies if item.document_id == document_id
        ]
        return sorted(found, key=lambda item: (item.passage.start, item.id))

    def document(self, fact: Fact) -> Document:
        return self.records.texts[fact.document_id]

    def inputs(self) -> tuple[Input, ...]:
        return tuple(item for item in self.records.stock.inputs if not self.is_later(item))

    def _is_known(self, fact: Fact) -> bool:
        ahead = fact.kind in _HAPPENED and self.is_ahead(period_of(fact))
        return self.has(fact.document_id) and not ahead

    def _order(self, fact: Fact) -> tuple[date, int, str, list[int], str]:
        source = self.records.input_of(fact.document_id)
        period = parsed(source.get("date")) if source else None
        return (
            period.start if period else _LAST,
            self.records.order.get(source.id, 0) if source else 0,
            fact.document_id,
            sorted(attribute.quotation.start for attribute in fact.attributes),
            fact.id,
        )


def period_of(fact: Fact) -> Period | None:
    """When a fact says that it is, if it does."""
    told = fact.get("dates") or fact.get("date")
    return parsed(told.value) if told else None


def is_exact(source: Input) -> bool:
    """Whether an input has a day."""
    period = parsed(source.get("date"))
    return bool(period and period.precision is Precision.DAY)


def words_of(title: str) -> frozenset[str]:
    """The words and numbers of a title in small letters."""
    return frozenset(_WORD.findall(title.casefold()))
