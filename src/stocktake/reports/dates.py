"""Dates written for readers: 4–6 December 2017, December 2017, 2017."""

from __future__ import annotations

from datetime import date

from stocktake.model import Period, Precision
from stocktake.reports.patterns import patterns, words


def say(period: Period) -> str:
    """A period in words, no more exact than the text it was read from."""
    if period.precision is Precision.YEAR:
        return _span(str(period.start.year), str(period.end.year))
    if period.precision is Precision.MONTH:
        return _months(period)
    said = _days(period)
    return words("about", date=said) if period.precision is Precision.PART_OF_YEAR else said


def say_text(text: str | None) -> str:
    """As `say`, of a period written as ISO 8601; text that is none is given back as it is."""
    if not text:
        return ""
    period = parsed(text)
    return say(period) if period else text


def parsed(text: str | None) -> Period | None:
    """The period that *text* writes, or None."""
    try:
        return Period.parse(text) if text else None
    except ValueError:
        return None


def month_name(day: date) -> str:
    names: list[str] = patterns()["words"]["months"]
    return names[day.month - 1]


def _months(period: Period) -> str:
    first, last = period.start, period.end
    if first.year == last.year and first.month != last.month:
        return f"{month_name(first)}–{month_name(last)} {last.year}"
    return _span(f"{month_name(first)} {first.year}", f"{month_name(last)} {last.year}")


def _days(period: Period) -> str:
    first, last = period.start, period.end
    if first != last and (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{last.day} {month_name(last)} {last.year}"
    if first.year == last.year and first != last:
        return f"{first.day} {month_name(first)} – {_day(last)}"
    return _span(_day(first), _day(last))


def _day(day: date) -> str:
    return f"{day.day} {month_name(day)} {day.year}"


def _span(first: str, last: str) -> str:
    return first if first == last else f"{first} – {last}"
