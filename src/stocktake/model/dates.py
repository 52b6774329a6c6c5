"""Days and stretches of days whose precision is kept, written as ISO 8601 (with EDTF's mark ~)."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Precision(StrEnum):
    """How exactly a text told the date."""

    DAY = "day"
    MONTH = "month"
    PART_OF_YEAR = "part of year"
    YEAR = "year"


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """From *start* to *end*, both included; *precision* is that of the text it was read from."""

    start: date
    end: date
    precision: Precision = Precision.DAY

    def __post_init__(self) -> None:
        if self.end < self.start:
            raise ValueError(f"a period cannot end ({self.end}) before it starts ({self.start})")

    @classmethod
    def day(cls, year: int, month: int, day: int) -> Period:
        return cls(date(year, month, day), date(year, month, day))

    @classmethod
    def month(cls, year: int, month: int) -> Period:
        last = calendar.monthrange(year, month)[1]
        return cls(date(year, month, 1), date(year, month, last), Precision.MONTH)

    @classmethod
    def year(cls, year: int) -> Period:
        return cls(date(year, 1, 1), date(year, 12, 31), Precision.YEAR)

    @classmethod
    def parse(cls, text: str) -> Period:
        """Read what ``str(period)`` writes: 2017, 2017-12, 2017-12-04, or two of them with a slash.

        ValueError if *text* is none of these.
        """
        exact = text.rstrip("~")
        first, _, last = exact.partition("/")
        start = _parse_one(first)
        end = _parse_one(last) if last else start
        precision = Precision.PART_OF_YEAR if text.endswith("~") else _coarser(start, end)
        return cls(start.start, end.end, precision)

    def __str__(self) -> str:
        first, last = _write(self.start, self), _write(self.end, self)
        text = first if first == last else f"{first}/{last}"
        return f"{text}~" if self.precision is Precision.PART_OF_YEAR else text


def _parse_one(text: str) -> Period:
    pieces = text.split("-")
    if not all(piece.isdecimal() for piece in pieces) or len(pieces[0]) != 4:
        raise ValueError(f"{text!r} is not a date such as 2017, 2017-12 or 2017-12-04")
    numbers = [int(piece) for piece in pieces]
    match numbers:
        case [year]:
            return Period.year(year)
        case [year, month] if 1 <= month <= 12:
            return Period.month(year, month)
        case [year, month, day]:
            return Period.day(year, month, day)
    raise ValueError(f"{text!r} is not a date such as 2017, 2017-12 or 2017-12-04")


def _coarser(first: Period, second: Period) -> Precision:
    order = [Precision.DAY, Precision.MONTH, Precision.PART_OF_YEAR, Precision.YEAR]
    return max(first.precision, second.precision, key=order.index)


def _write(day: date, period: Period) -> str:
    if period.precision is Precision.YEAR:
        return f"{day.year:04}"
    if period.precision is Precision.MONTH:
        return f"{day.year:04}-{day.month:02}"
    return day.isoformat()
