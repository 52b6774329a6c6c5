"""Notices of a meeting: "WHAT: …", "WHEN: …", "WHERE: …" in lines of their own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from stocktake.extractors.facts_lists import Span
from stocktake.extractors.facts_reading import told_in
from stocktake.extractors.facts_rows import Row
from stocktake.model import FactCandidate, FactKind, OfferedAttribute

_NEEDED = {"meeting", "dates", "place"}
_MARKS = " *#"


@dataclass(frozen=True, slots=True)
class _Entry:
    """A line, and what stands in it behind its label."""

    row: Row
    span: Span

    def told(self, name: str) -> OfferedAttribute:
        return self.row.reading.told(name, *self.span)


def noticed(found: Sequence[Row | None]) -> Iterator[FactCandidate]:
    """The meeting of which lines with labels tell what, when and where it is."""
    entries = _entries(found)
    if not entries.keys() >= _NEEDED:
        return
    what, when = entries["meeting"], entries["dates"]
    head = what.row.reading.first("meeting.heads", *what.span)
    dates = [date for date in when.row.dates if date.start >= when.span[0]]
    if head and dates:
        reading = what.row.reading
        told = [
            what.told("title"),
            reading.told("kind", head.start, head.end, head.value),
            *(when.row.reading.date(date) for date in dates),
            entries["place"].told("place"),
        ]
        yield told_in(reading, reading, FactKind.MEETING, told, "meeting in labelled lines", 0.85)


def _entries(found: Sequence[Row | None]) -> Mapping[str, _Entry]:
    """The first line with each label."""
    entries: dict[str, _Entry] = {}
    for row in filter(None, found):
        plain = row.reading.plain
        begin, _ = _stripped(plain, (row.reading.start, row.reading.end))
        label = row.reading.table("schedule.labels").at(plain, begin)
        if label and plain.startswith(":", label.end):
            span = _stripped(plain, (label.end + 1, row.reading.end))
            entries.setdefault(label.value, _Entry(row, span))
    return entries


def _stripped(plain: str, span: Span) -> Span:
    """*span* without spaces, marks of emphasis and a last stop."""
    words = plain[slice(*span)]
    start = span[0] + len(words) - len(words.lstrip(_MARKS))
    return start, max(start, span[0] + len(words.rstrip(f"{_MARKS}.")))
