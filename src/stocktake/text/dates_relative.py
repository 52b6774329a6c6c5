"""Days told from the day of writing: "today", "on Monday"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta
from functools import lru_cache
from typing import Protocol

from stocktake.model import Period, Precision
from stocktake.text.dates import DateMention

_DATED = r"(?!\s*[,(]?\s*\d)"


class RelativeWords(Protocol):
    """Words with the days they lie from the day of writing, and the days of the week, Monday 0."""

    @property
    def relative(self) -> tuple[tuple[str, int], ...]: ...
    @property
    def weekdays(self) -> tuple[tuple[str, int], ...]: ...


def relative_dates(text: str, written: Period | None, words: RelativeWords) -> list[DateMention]:
    """The days that *text* tells from the day on which it was *written*, in order; none if that
    day is not known. A day of the week is the one nearest to it, unless its date follows."""
    if written is None or written.precision is not Precision.DAY or written.start != written.end:
        return []
    found = (*_offsets(text, written, words), *_weekdays(text, written, words))
    return sorted(found, key=lambda item: item.start)


def _offsets(text: str, written: Period, words: RelativeWords) -> Iterator[DateMention]:
    days = dict(words.relative)
    for match in _pattern(tuple(days)).finditer(text):
        day = written.start + timedelta(days=days[match[0].casefold()])
        yield DateMention(*match.span(), Period(day, day), explicit=False)


def _weekdays(text: str, written: Period, words: RelativeWords) -> Iterator[DateMention]:
    days = dict(words.weekdays)
    for match in _pattern(tuple(days)).finditer(text):
        ahead = (days[match[0].casefold()] - written.start.weekday()) % 7
        day = written.start + timedelta(days=ahead if ahead <= 3 else ahead - 7)
        yield DateMention(*match.span(), Period(day, day), explicit=False)


@lru_cache(maxsize=16)
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    choice = "|".join(map(re.escape, longest_first)) or r"(?!)"
    return re.compile(rf"(?<!\w)(?:{choice})(?!\w){_DATED}", re.IGNORECASE)
