"""Meetings: what convenes, where and when, and to what end."""

from __future__ import annotations

import re
from collections.abc import Iterator

from stocktake.extractors.facts_anaphora import Named, listed_on, taken_up
from stocktake.extractors.facts_meeting_ways import Told, meeting_at
from stocktake.extractors.facts_nouns import noun_start
from stocktake.extractors.facts_reading import Reading, told_in
from stocktake.extractors.facts_short_names import short_names
from stocktake.lexicon.notation import Hit
from stocktake.model import FactCandidate, FactKind, OfferedAttribute

_PURPOSE = re.compile(r"\s+to\s+(?P<words>(?!be\s)[a-z]+\s[^,;.]{8,200})")
_NUMBER = re.compile(r"\s+(\d{1,2}|[IVX]{1,4})(?![\w,.-]*\w)")


def meetings(block: list[Reading]) -> Iterator[FactCandidate]:
    """Each meeting of which a sentence of *block* says where or when it is held."""
    known: list[Named] = []
    for number, reading in enumerate(block):
        position = reading.start
        yield from taken_up(reading, known)
        for hit in sorted([*reading.hits("meeting.heads"), *_by_short_name(reading)]):
            head = _with_number(reading, hit)
            meeting = meeting_at(reading, head) if head.start >= position else None
            start = meeting.start if meeting else noun_start(reading, head.start)
            known.append(Named(reading, start, meeting.end if meeting else head.end, head))
            if meeting:
                position = max(meeting.around.end, head.end)
                yield _fact(block[max(0, number - 1) : number + 1], head, meeting)
                yield from listed_on(reading, known[-1], position)


def _by_short_name(reading: Reading) -> Iterator[Hit]:
    """Short names that the document gives to a meeting: "the River Review Forum (RRF)"."""
    return short_names(reading, reading.table("meeting.heads"))


def _with_number(reading: Reading, head: Hit) -> Hit:
    """ "thematic session 5": the number belongs to the title, unless a date follows."""
    number = _NUMBER.match(reading.plain, head.end, reading.end)
    if number is None or reading.date_at(number.start(1)):
        return head
    return Hit(head.start, number.end(), head.value)


def _fact(readings: list[Reading], head: Hit, meeting: Told) -> FactCandidate:
    reading = readings[-1]
    told = [
        reading.told("title", meeting.start, meeting.end),
        reading.told("kind", head.start, head.end, head.value),
        *meeting.around.attributes,
    ]
    own = _purpose(reading, meeting.around.end) if meeting.rule != "meeting named" else []
    before = _gathering(readings[0]) if len(readings) > 1 and not own else []
    first = readings[0] if before else reading
    return told_in(first, reading, FactKind.MEETING, [*told, *own, *before], meeting.rule, 0.9)


def _gathering(reading: Reading) -> list[OfferedAttribute]:
    """ "States are gathering to …" in the sentence before."""
    hit = reading.first("meeting.purpose")
    return _purpose(reading, hit.end) if hit and not reading.first("meeting.heads") else []


def _purpose(reading: Reading, position: int) -> list[OfferedAttribute]:
    match = _PURPOSE.match(reading.plain, position, reading.end)
    return [reading.told("purpose", *match.span("words"))] if match else []
