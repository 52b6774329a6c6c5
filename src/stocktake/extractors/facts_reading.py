"""A sentence with all that stands in it, and a block of such sentences: what the rules look at."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from stocktake.lexicon import Lexicon, Mention
from stocktake.lexicon.process_words import Hit, Phrases, ProcessWords
from stocktake.model import (
    Block,
    Document,
    FactCandidate,
    FactKind,
    Input,
    OfferedAttribute,
    Period,
    Precision,
    Quote,
)
from stocktake.text import quoted_spans, sentences
from stocktake.text.dates import DateFinder, DateMention

LONGEST = 4_000
MOST_SENTENCES = 8
_OPENING = 2_000
_PLAIN = str.maketrans("‐‑–—−’‘‛`“”„«»\u00a0\u2009\u202f\n\t\r", '-----\'\'\'\'"""""      ')


def plain(text: str) -> str:
    """*text*, of the same length, with one kind of hyphen, quotation mark and space."""
    return text.translate(_PLAIN)


@dataclass(frozen=True, slots=True)
class Reading:
    """The sentence at ``text[start:end]``; offsets of all that was found are those of *text*.

    *plain* is the whole text with plain marks. *authors* are the ids of those whose text it is.
    """

    text: str
    plain: str
    start: int
    end: int
    mentions: tuple[Mention, ...]
    dates: tuple[DateMention, ...]
    quoted: tuple[tuple[int, int], ...]
    authors: tuple[str, ...]
    lexicon: Lexicon
    words: ProcessWords

    def hits(self, table: str, start: int | None = None, end: int | None = None) -> Iterator[Hit]:
        """Where phrases of *table* stand in the sentence, or between *start* and *end* of it."""
        first = self.start if start is None else max(start, self.start)
        return self.table(table).find(self.plain, first, self.end if end is None else end)

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
        """The date that begins at *start*."""
        return next((item for item in self.dates if item.start == start), None)

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


def read(document: Document, input_: Input, lexicon: Lexicon) -> Iterator[list[Reading]]:
    """The blocks of *document* that are prose, each as the readings of its sentences.

    Sentences of more than LONGEST characters are left out: no fact is told that way.
    """
    reader = _Reader(document, plain(document.text), input_.actor_ids, lexicon)
    finder = DateFinder(lexicon.process.date_words(document.language))
    near = written(input_) or _first_date(finder.find(document.text[:_OPENING]))
    for block in document.blocks:
        dates = finder.find(document.text[block.start : block.end], near)
        yield reader.block(block, dates)


def written(input_: Input) -> Period | None:
    """When *input_* was written, as its metadata tell."""
    told = input_.get("date")
    try:
        return Period.parse(told) if told else None
    except ValueError:
        return None


def _first_date(dates: list[DateMention]) -> Period | None:
    days = (item.period for item in dates if item.explicit)
    return next((period for period in days if period.precision is Precision.DAY), None)


@dataclass(frozen=True, slots=True)
class _Reader:
    document: Document
    plain: str
    authors: tuple[str, ...]
    lexicon: Lexicon

    def block(self, block: Block, dates: list[DateMention]) -> list[Reading]:
        text = self.document.text[block.start : block.end]
        mentions = self.lexicon.actors.find(text)
        quotes = [_Range(start, end) for start, end in quoted_spans(text)]
        return [
            self._reading(
                (block.start + start, block.start + end),
                _moved(mentions, (start, end), block.start),
                _moved(dates, (start, end), block.start),
                _moved(quotes, (start, end), block.start),
            )
            for start, end in sentences(text, self.document.language)
            if end - start <= LONGEST
        ]

    def _reading(
        self,
        span: tuple[int, int],
        mentions: list[Mention],
        dates: list[DateMention],
        quotes: list[_Range],
    ) -> Reading:
        return Reading(
            text=self.document.text,
            plain=self.plain,
            start=span[0],
            end=span[1],
            mentions=tuple(mentions),
            dates=tuple(dates),
            quoted=tuple((item.start, item.end) for item in quotes),
            authors=self.authors,
            lexicon=self.lexicon,
            words=self.lexicon.process,
        )


@dataclass(frozen=True, slots=True)
class _Range:
    start: int
    end: int


Placed = TypeVar("Placed", Mention, DateMention, _Range)


def _moved(items: Sequence[Placed], span: tuple[int, int], by: int) -> list[Placed]:
    """Those of *items*, ordered by start, that lie in *span*, moved on by *by* characters."""
    first = bisect_left(items, span[0], key=lambda item: item.start)
    last = bisect_left(items, span[1], key=lambda item: item.start)
    return [
        replace(item, start=item.start + by, end=item.end + by)
        for item in items[first:last]
        if item.end <= span[1]
    ]
