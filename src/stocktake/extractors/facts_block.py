"""What stands in a block of a document: actors, dates, quotations, found when asked for."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from typing import TypeVar

from stocktake.extractors.facts_tense import in_time
from stocktake.extractors.shared import actors_named
from stocktake.lexicon import Lexicon, Mention
from stocktake.lexicon.process_words import ProcessWords
from stocktake.model import Document, Input, Period, Precision
from stocktake.text import quoted_spans
from stocktake.text.dates import DateFinder, DateMention
from stocktake.text.dates_relative import relative_dates

_OPENING = 2_000
_FIRST_LINES = 400
_PLAIN = str.maketrans("‐‑–—−’‘‛`“”„«»\u00a0\u2009\u202f\n\t\r", '-----\'\'\'\'"""""      ')


def plain(text: str) -> str:
    """*text*, of the same length, with one kind of hyphen, quotation mark and space."""
    return text.translate(_PLAIN)


@dataclass(frozen=True, eq=False)
class Whole:
    """A document as the rules look at it, and the date on which its input says it was written."""

    document: Document
    authors: tuple[str, ...]
    written: Period | None
    lexicon: Lexicon

    @classmethod
    def of(cls, document: Document, input_: Input, lexicon: Lexicon) -> Whole:
        return cls(document, input_.actor_ids, written(input_), lexicon)

    @cached_property
    def plain(self) -> str:
        return plain(self.document.text)

    @property
    def finder(self) -> DateFinder:
        return date_finder(self.lexicon.process, self.document.language)

    @cached_property
    def near(self) -> Period | None:
        """When it was written, as its input or else its first lines tell; or the year of which
        alone it speaks."""
        dates = self.finder.find(self.document.text[:_OPENING])
        return self.written or _first_day(dates) or _only_year(dates)


@dataclass(frozen=True, eq=False)
class Around:
    """The block of *whole* at ``[start, end)``; all places are those of the whole text."""

    whole: Whole
    start: int
    end: int

    def mentions(self, start: int, end: int) -> tuple[Mention, ...]:
        """The actors named between *start* and *end*."""
        found = actors_named(self.whole.document.text, self.whole.lexicon.actors)
        return tuple(_within(found, start, end))

    def dates(self, start: int, end: int) -> tuple[DateMention, ...]:
        """The dates told between *start* and *end*; the whole block tells of which year."""
        found = moved(_within(self._dates, start - self.start, end - self.start), self.start)
        whole = self.whole
        sentence = whole.plain[start:end]
        return tuple(in_time(found, sentence, start, whole.written, whole.lexicon.process))

    def days(self, start: int, end: int) -> tuple[DateMention, ...]:
        """The days between *start* and *end* that are told from the day of writing: "today"."""
        words = self.whole.lexicon.process.date_words(self.whole.document.language)
        text = self.whole.document.text[start:end]
        return moved(relative_dates(text, self.whole.written, words), start)

    def quoted(self, start: int, end: int) -> tuple[tuple[int, int], ...]:
        """What stands in quotation marks between *start* and *end*."""
        by = self.start
        return tuple(
            (first + by, last + by)
            for first, last in self._quoted
            if start <= first + by and last + by <= end
        )

    @cached_property
    def _dates(self) -> list[DateMention]:
        return self.whole.finder.find(self._text, self.whole.near)

    @cached_property
    def _quoted(self) -> list[tuple[int, int]]:
        return quoted_spans(self._text)

    @property
    def _text(self) -> str:
        return self.whole.document.text[self.start : self.end]


@lru_cache(maxsize=8)
def date_finder(words: ProcessWords, language: str | None) -> DateFinder:
    """The finder of dates in a language, made once for these words."""
    return DateFinder(words.date_words(language))


def moved(dates: Iterable[DateMention], by: int) -> tuple[DateMention, ...]:
    """Dates of a part of the text that begins at *by*, at their places in the whole."""
    return tuple(replace(item, start=item.start + by, end=item.end + by) for item in dates)


def written(input_: Input) -> Period | None:
    """When *input_* was written, as its metadata tell."""
    told = input_.get("date")
    try:
        return Period.parse(told) if told else None
    except ValueError:
        return None


def _first_day(dates: list[DateMention]) -> Period | None:
    days = (item.period for item in dates if item.explicit and item.start < _FIRST_LINES)
    return next((period for period in days if period.precision is Precision.DAY), None)


def _only_year(dates: list[DateMention]) -> Period | None:
    """The year that several dates tell and none contradicts."""
    years = [item.period.start.year for item in dates if item.explicit]
    return Period.year(years[0]) if len(years) > 1 and len(set(years)) == 1 else None


Placed = TypeVar("Placed", Mention, DateMention)


def _within(items: Sequence[Placed], start: int, end: int) -> list[Placed]:
    """Those of *items*, ordered by start, that lie between *start* and *end*."""
    first = bisect_left(items, start, key=lambda item: item.start)
    last = bisect_left(items, end, key=lambda item: item.start)
    return [item for item in items[first:last] if item.end <= end]
