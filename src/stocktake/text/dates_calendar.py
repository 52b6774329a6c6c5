"""From what a text tells of a date to days of the calendar."""

from __future__ import annotations

import calendar
from dataclasses import dataclass, replace
from datetime import date

from stocktake.model import Period, Precision

_COARSER = (Precision.DAY, Precision.MONTH, Precision.PART_OF_YEAR, Precision.YEAR)


@dataclass(frozen=True, slots=True)
class Span:
    """A date as far as it is told; months and days come as first and last."""

    year: int | None = None
    months: tuple[int, int] | None = None
    days: tuple[int, int] | None = None
    vague: bool = False


def resolve(first: Span, last: Span, near: Period | None) -> Period | None:
    """The days from *first* to *last* (the same, if it is one date); None if there are none."""
    if (first.months is None) != (last.months is None):
        return None
    pair = _with_years(first, last, near)
    if pair is None:
        return None
    ends = [_period(span) for span in pair]
    start, end = ends[0], ends[-1]
    if start is None or end is None or end.end < start.start:
        return None
    coarsest = max(start.precision, end.precision, key=_COARSER.index)
    return Period(start.start, end.end, coarsest)


def _with_years(first: Span, last: Span, near: Period | None) -> tuple[Span, Span] | None:
    """Both with a year: their own, the other's, or the one that brings them nearest to *near*."""
    if first.year is None and last.year is None:
        year = _nearest_year(first, last, near)
        if year is None:
            return None
        first = replace(first, year=year)
    if last.year is None and first.year is not None:
        return first, replace(last, year=first.year + _turns(first, last))
    if first.year is None and last.year is not None:
        return replace(first, year=last.year - _turns(first, last)), last
    return first, last


def _turns(first: Span, last: Span) -> int:
    """1 if the year turns between the two, as from November to January."""
    return int(bool(first.months and last.months and first.months[0] > last.months[0]))


def _nearest_year(first: Span, last: Span, near: Period | None) -> int | None:
    """The year of *first* that brings the days from *first* to *last* nearest to *near*."""
    if near is None or first.months is None:
        return None
    if near.precision is Precision.YEAR:
        return near.start.year
    around = [near.start.year + step for step in (0, -1, 1)]
    periods = {year: _stretch(first, last, year) for year in around}
    possible = {year: period for year, period in periods.items() if period}
    return min(possible, key=lambda year: _distance(possible[year], near), default=None)


def _stretch(first: Span, last: Span, year: int) -> Period | None:
    """The days from *first* in *year* to *last*."""
    start = _period(replace(first, year=year))
    end = _period(replace(last, year=year + _turns(first, last)))
    return Period(start.start, max(start.end, end.end)) if start and end else None


def _distance(period: Period, near: Period) -> int:
    """Days between the two; none if they overlap."""
    return max((period.start - near.end).days, (near.start - period.end).days, 0)


def _period(span: Span) -> Period | None:
    if span.year is None:
        return None
    if span.months is None:
        return Period.year(span.year)
    first, last = span.months
    if not (1 <= first <= last <= 12):
        return None
    return _within(span, span.year, first, last)


def _within(span: Span, year: int, first: int, last: int) -> Period | None:
    length = calendar.monthrange(year, last)[1]
    if span.days is None:
        precision = Precision.PART_OF_YEAR if span.vague else Precision.MONTH
        return Period(date(year, first, 1), date(year, last, length), precision)
    begin, end = span.days[0], min(span.days[1], length) if span.vague else span.days[1]
    if not 1 <= begin <= end <= length:
        return None
    precision = Precision.PART_OF_YEAR if span.vague else Precision.DAY
    return Period(date(year, first, begin), date(year, last, end), precision)
