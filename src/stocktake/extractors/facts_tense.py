"""Which year a day without one belongs to, if its sentence says that it is still to come."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta

from stocktake.lexicon.process_words import ProcessWords
from stocktake.model import Period, Precision
from stocktake.text.dates import DateMention

_FAR = timedelta(days=60)


def in_time(
    mentions: Iterable[DateMention],
    sentence: str,
    by: int,
    written: Period | None,
    words: ProcessWords,
) -> Iterator[DateMention]:
    """*mentions*, at their places *by* before those in *sentence*; a day without a year, taken for
    the one nearest to when the text was *written*, is moved on by a year if it lies long before
    and the words before it speak of what is to come."""
    is_day = written is not None and written.precision is Precision.DAY
    for mention in mentions:
        early = is_day and written and written.start - mention.period.end > _FAR
        if early and not mention.explicit and _is_ahead(sentence[: mention.start - by], words):
            yield replace(mention, period=_a_year_on(mention.period))
        else:
            yield mention


def _is_ahead(before: str, words: ProcessWords) -> bool:
    """Whether the last that *before* says of time is that something is to come."""
    ahead, past = (
        max((hit.end for hit in words.table(name).find(before)), default=-1)
        for name in ("tense.ahead", "tense.past")
    )
    return ahead >= max(past, 0)


def _a_year_on(period: Period) -> Period:
    return replace(period, start=_next_year(period.start), end=_next_year(period.end))


def _next_year(day: date) -> date:
    """The same day a year on; 28 February for a 29th that is not there."""
    try:
        return day.replace(year=day.year + 1)
    except ValueError:
        return day.replace(year=day.year + 1, day=28)
