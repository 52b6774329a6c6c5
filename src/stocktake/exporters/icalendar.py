"""The calendar of a programme as iCalendar (RFC 5545): events with time zones, without a clock."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import ClassVar

from stocktake.exporters.icalendar_lines import folded, text
from stocktake.exporters.icalendar_zones import timezone
from stocktake.model import Event, Programme

_HEAD = (
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//stocktake//programme//EN",
    "CALSCALE:GREGORIAN",
    "METHOD:PUBLISH",
)
_DAY = timedelta(days=1)


class IcalendarExporter:
    """Writes ``programme.ics``; what no day is told of is not in it."""

    suffix: ClassVar[str] = ".ics"
    media_type: ClassVar[str] = "text/calendar"

    def export(self, programme: Programme) -> bytes:
        lines = [
            *_HEAD,
            f"NAME:{text(programme.title)}",
            f"X-WR-CALNAME:{text(programme.title)}",
            *_zones(programme.events),
            *(line for event in programme.events for line in _event(event)),
            "END:VCALENDAR",
        ]
        return "".join(map(folded, lines)).encode()


def _zones(events: Iterable[Event]) -> Iterator[str]:
    """The zones of the events, each once, with the offsets of the years in which they are."""
    years: dict[str, list[int]] = {}
    for event in events:
        if event.zone:
            years.setdefault(event.zone, []).append(event.first.year)
    for zone in sorted(years):
        yield from timezone(zone, min(years[zone]), max(years[zone]))


def _event(event: Event) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{event.uid}"
    yield f"DTSTAMP:{event.stamp:%Y%m%d}T000000Z"
    yield from _times(event)
    yield f"SUMMARY:{text(event.title)}"
    told = (("LOCATION", event.place), ("DESCRIPTION", event.text), ("CATEGORIES", event.kind))
    yield from (f"{name}:{text(value)}" for name, value in told if value)
    yield f"TRANSP:{'OPAQUE' if event.start else 'TRANSPARENT'}"
    yield "END:VEVENT"


def _times(event: Event) -> Iterator[str]:
    if not event.start:
        yield f"DTSTART;VALUE=DATE:{event.first:%Y%m%d}"
        yield f"DTEND;VALUE=DATE:{_after(event.last):%Y%m%d}"
        return
    zone = f";TZID={event.zone}" if event.zone else ""
    yield f"DTSTART{zone}:{_local(event.first, event.start)}"
    if event.end:
        yield f"DTEND{zone}:{_local(event.last, event.end)}"


def _after(day: date) -> date:
    """The day after *day*: the end of a stretch of whole days is not part of it."""
    return day + _DAY if day < date.max else day


def _local(day: date, hour: str) -> str:
    return f"{day:%Y%m%d}T{hour.replace(':', '')}00"
