"""A sentence with all that stands in it, and a block of such sentences: what the rules look at."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from stocktake.extractors.facts_block import Around
from stocktake.lexicon import Mention
from stocktake.lexicon.notation import Hit, Phrases
from stocktake.lexicon.process_words import ProcessWords
from stocktake.model import FactCandidate, FactKind, OfferedAttribute, Quote
from stocktake.text.dates import DateMention

MOST_SENTENCES = 8


@dataclass(frozen=True, eq=False)
class Reading:
    """The sentence at ``text[start:end]``; offsets of all that was found are those of *text*.

    *plain* is the whole text with plain marks. *authors* are the ids of those whose text it is.
    *tables* names the tables of which a phrase may stand in the sentence: most are passed by.
    """

    text: str
    plain: str
    start: int
    end: int
    authors: tuple[str, ...]
    words: ProcessWords
    tables: frozenset[str]
    around: Around

    @cached_property
    def mentions(self) -> tuple[Mention, ...]:
        """The actors named in the sentence."""
        return self.around.mentions(self.start, self.end)

    @cached_property
    def dates(self) -> tuple[DateMention, ...]:
        """The dates told in the sentence."""
        return self.around.dates(self.start, self.end)

    @cached_property
    def days(self) -> tuple[DateMention, ...]:
        """The days told from the day of writing: "today", "on Monday"."""
        return self.around.days(self.start, self.end)

    @cached_property
    def quoted(self) -> tuple[tuple[int, int], ...]:
        """What stands in quotation marks in the sentence."""
        return self.around.quoted(self.start, self.end)

    def hits(self, table: str, start: int | None = None, end: int | None = None) -> Iterator[Hit]:
        """Where phrases of *table* stand in the sentence, or between *start* and *end* of it."""
        first = self.start if start is None else max(start, self.start)
        last = self.end if end is None else end
        if last <= self.end and table not in self.tables:
            return iter(())
        return self.table(table).find(self.plain, first, last)

    def first(self, table: str, start: int | None = None, end: int | None = None) -> Hit | None:
        """The first of `hits`, or None."""
        return next(self.hits(table, start, end), None)

    def table(self, name: str) -> Phrases:
        return self.words.table(name)

    def told(self, name: str, start: int, end: int, value: str | None = None) -> OfferedAttribute:
        """An attribute read from ``text[start:end]``; its value is *value* or the words there."""
        words = self.text[start:end]
        return OfferedAttribute(name, value or " ".join(words.split()), Quote(words, start))

    def date(self, mention: DateMention, name: str = "dates") -> OfferedAttribute:
        return self.told(name, mention.start, mention.end, str(mention.period))

    def date_at(self, start: int) -> DateMention | None:
        """The date, or day told from the day of writing, that begins at *start*."""
        found = (item for item in (*self.dates, *self.days) if item.start == start)
        return next(found, None)

    def actor(self, mention: Mention, name: str = "actor") -> OfferedAttribute:
        return self.told(name, mention.start, mention.end, mention.actor_id)

    def quotations(self, start: int) -> list[tuple[int, int]]:
        """What stands in quotation marks from *start* on, without the marks and a last comma."""
        spans = ((a, a + len(self.plain[a:b].rstrip(",. "))) for a, b in self.quoted if a >= start)
        return [(a, b) for a, b in spans if a < b]

    def within_quote(self, position: int) -> bool:
        return any(start <= position < end for start, end in self.quoted)

    def fact(
        self, kind: FactKind, attributes: list[OfferedAttribute], rule: str, confidence: float
    ) -> FactCandidate:
        """A fact that this sentence tells."""
        return told_in(self, self, kind, attributes, rule, confidence)


def end_of(told: OfferedAttribute) -> int:
    """Where the words end that an attribute was read from."""
    return (told.quote.start or 0) + len(told.quote.text)


def told_in(  # noqa: PLR0913, PLR0917
    first: Reading,
    last: Reading,
    kind: FactKind,
    attributes: list[OfferedAttribute],
    rule: str,
    confidence: float,
) -> FactCandidate:
    """A fact that the sentences from *first* to *last* tell together."""
    sentence = Quote(first.text[first.start : last.end], first.start)
    in_order = sorted(attributes, key=lambda item: item.quote.start or 0)
    return FactCandidate(kind, sentence, tuple(in_order), rule, confidence)
