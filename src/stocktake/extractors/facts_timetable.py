"""A programme as lines that begin with the hour: "10:00 – 11:00  Opening session"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from stocktake.extractors.facts_reading import Reading
from stocktake.extractors.facts_rows import Row
from stocktake.model import FactCandidate, FactKind, OfferedAttribute
from stocktake.text.dates import DateMention

_CLOCK = r"\d{1,2}\s?(?:[.:h]\s?\d\d)?\s?(?:[ap]\.?m\.?)?"
_SLOT = re.compile(
    rf"\W*(?P<time>{_CLOCK}(?:\s*(?:-|to|until)\s*{_CLOCK})?)(?:\s+hrs\.?)?\s*[:|.,-]?\s+"
    r"(?P<title>[^\s:,(|][^:,(|]{2,120}?)\s*(?P<mark>[:,(|]|$)",
    re.IGNORECASE,
)
_HOUR = re.compile(r"\d[.:h]\s?\d\d|[ap]\.?m", re.IGNORECASE)


def timetable(found: Sequence[Row | None]) -> Iterator[FactCandidate]:
    """The sessions of lines with an hour, each with the day that the last line of its own told."""
    day: DateMention | None = None
    for row in filter(None, found):
        if row.table is not None:
            continue
        if len(row.dates) == 1 and not row.parts:
            day = row.dates[0]
        yield from _session(row.reading, day)


def _session(reading: Reading, day: DateMention | None) -> Iterator[FactCandidate]:
    """The session of a line, if its title names a format: coffee is none."""
    slot = _SLOT.match(reading.plain, reading.start, reading.end)
    if slot is None or not _HOUR.search(slot["time"]) or reading.date_at(slot.start("time")):
        return
    start, end = slot.span("title")
    formats = list(reading.hits("session.formats", start, end))
    if formats:
        told = [
            reading.told("title", start, end),
            reading.told("time", *slot.span("time")),
            *(reading.told("format", hit.start, hit.end, hit.value) for hit in formats),
            *_topic(reading, slot),
            *([reading.date(day)] if day else []),
        ]
        yield reading.fact(FactKind.SESSION, told, "programme line", 0.9)


def _topic(reading: Reading, slot: re.Match[str]) -> list[OfferedAttribute]:
    start = slot.end() + 1
    has_topic = slot["mark"] == ":" and start < reading.end
    return [reading.told("topic", start, reading.end)] if has_topic else []
