"""A time zone as iCalendar tells it (RFC 5545, 3.6.5): from when on which offset holds."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

_DAY, _MINUTE = timedelta(days=1), timedelta(minutes=1)
_FIRST_YEAR, _LAST_YEAR = 2, 9998


def timezone(name: str, first_year: int, last_year: int) -> Iterator[str]:
    """The VTIMEZONE of the zone *name*, right from the first day of the one year to the last of the
    other; *name* must be in the IANA database."""
    zone = ZoneInfo(name)
    begin = datetime(min(max(first_year, _FIRST_YEAR), _LAST_YEAR), 1, 1, tzinfo=UTC) - _DAY
    end = datetime(min(max(last_year, _FIRST_YEAR), _LAST_YEAR), 12, 31, tzinfo=UTC) + 2 * _DAY
    yield "BEGIN:VTIMEZONE"
    yield f"TZID:{name}"
    before = _offset(begin, zone)
    yield from _holds(begin, before, zone)
    for onset in _onsets(begin, end, zone):
        yield from _holds(onset, before, zone)
        before = _offset(onset, zone)
    yield "END:VTIMEZONE"


def _onsets(begin: datetime, end: datetime, zone: ZoneInfo) -> Iterator[datetime]:
    """The minutes, in UTC, from which on another offset holds than before."""
    while begin < end:
        if _rule(begin, zone) != _rule(begin + _DAY, zone):
            yield _onset(begin, begin + _DAY, zone)
        begin += _DAY


def _onset(earlier: datetime, later: datetime, zone: ZoneInfo) -> datetime:
    rule = _rule(earlier, zone)
    while later - earlier > _MINUTE:
        middle = earlier + (later - earlier) // 2
        middle = middle.replace(second=0, microsecond=0)
        earlier, later = (middle, later) if _rule(middle, zone) == rule else (earlier, middle)
    return later


def _holds(onset: datetime, before: timedelta, zone: ZoneInfo) -> Iterator[str]:
    """What holds from *onset* on, which is told in the local time that held *before*."""
    local = onset.astimezone(zone)
    kind = "DAYLIGHT" if local.dst() else "STANDARD"
    yield f"BEGIN:{kind}"
    yield f"DTSTART:{onset.replace(tzinfo=None) + before:%Y%m%dT%H%M%S}"
    yield f"TZOFFSETFROM:{_written(before)}"
    yield f"TZOFFSETTO:{_written(_offset(onset, zone))}"
    yield f"TZNAME:{local.tzname()}"
    yield f"END:{kind}"


def _rule(moment: datetime, zone: ZoneInfo) -> tuple[timedelta | None, timedelta | None]:
    local = moment.astimezone(zone)
    return local.utcoffset(), local.dst()


def _offset(moment: datetime, zone: ZoneInfo) -> timedelta:
    return moment.astimezone(zone).utcoffset() or timedelta()


def _written(offset: timedelta) -> str:
    total = int(offset.total_seconds())
    sign, size = "-" if total < 0 else "+", abs(total)
    hours, minutes, seconds = size // 3600, size // 60 % 60, size % 60
    return f"{sign}{hours:02}{minutes:02}" + (f"{seconds:02}" if seconds else "")
