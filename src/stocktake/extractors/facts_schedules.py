"""Meetings that stand in a line or table row with their dates: calendars, title pages, notices."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from stocktake.extractors.facts_lists import Span
from stocktake.extractors.facts_notices import noticed
from stocktake.extractors.facts_nouns import noun_start
from stocktake.extractors.facts_reading import Reading, told_in
from stocktake.extractors.facts_rows import Row, rows
from stocktake.extractors.facts_tables import in_tables
from stocktake.extractors.facts_timetable import timetable
from stocktake.lexicon.notation import Hit
from stocktake.model import Block, FactCandidate, FactKind, OfferedAttribute

_NUMBERED = re.compile(r"\d|\b\w+(?:st|nd|rd|th)\b|\b(?:first|second|third)\b", re.IGNORECASE)
_TELLING = (
    "meeting.verbs",
    "meeting.holding",
    "announcement.active",
    "schedule.verbs",
    "phase.nouns",
)
_TITLE_PAGE = 14
_NEAR = 3


def scheduled(blocks: Sequence[tuple[Block, list[Reading]]]) -> Iterator[FactCandidate]:
    """Each meeting of which one line tells when it is, or a title page, or labelled lines."""
    found = list(rows(blocks))
    in_table, tables = in_tables(found)
    yield from in_table
    lines = [row for row in found if row and row.table not in tables]
    yield from (fact for row in lines for fact in _line(row))
    yield from noticed(found)
    yield from timetable(found)
    yield from _title_page([row for row in found[:_TITLE_PAGE] if row and row.table is None])


def _line(row: Row) -> Iterator[FactCandidate]:
    """ "Third session: 19-20 June 2031, Geneva", "8-9 May - First session, Geneva" """
    meeting = _meeting(row)
    if meeting is None or not row.dates:
        return
    title, head = meeting
    places = _beside(row, title)
    is_title = noun_start(row.reading, head.start) <= title[0]
    if is_title or places:
        yield _fact(row, title, head, [*_dates(row), *_place(row, places)], "meeting in a line")


def _meeting(row: Row) -> tuple[Span, Hit] | None:
    """The part that names a meeting, and its head; none if it is a sentence on a meeting."""
    found: list[tuple[Span, Hit]] = []
    for part in row.parts:
        heads = [hit for hit in row.reading.hits("meeting.heads", *part) if hit.value != "review"]
        if heads and not _tells(row, part):
            start = max(part[0], noun_start(row.reading, heads[0].start))
            found.append(((start, part[1]), heads[0]))
    numbered = [item for item in found if _NUMBERED.search(row.words(item[0]))]
    return next(iter(numbered or found), None)


def _tells(row: Row, part: Span) -> bool:
    """Whether it says what somebody does: no name of a meeting does."""
    return any(row.reading.first(table, *part) for table in _TELLING)


def _beside(row: Row, title: Span) -> list[Span]:
    """The places right behind the dates or the title, one by one with commas between."""
    places = row.places()
    marks = [*((date.start, date.end) for date in row.dates), title]
    found: list[Span] = []
    for place in places:
        before = max((mark for mark in [*marks, *found] if mark[1] <= place[0]), default=None)
        after = min((date.start for date in row.dates if date.start >= place[1]), default=None)
        follows = before is not None and _is_border(row, before, place)
        leads = after is not None and row.between(place, (after, after)).strip() == ","
        if (follows or leads) and place != title:
            found.append(place)
    return found


def _is_border(row: Row, before: Span, place: Span) -> bool:
    between = row.between(before, place)
    return not any(other[0] >= before[1] and other[1] <= place[0] for other in row.parts) and (
        len(between) <= len(" to be held at the ")
    )


def _dates(row: Row) -> list[OfferedAttribute]:
    return [row.reading.date(date) for date in row.dates]


def _place(row: Row, places: list[Span]) -> list[OfferedAttribute]:
    """Places with commas between as one: "Zenda, Ruritania"."""
    if not places:
        return []
    end = places[0][1]
    for first, second in pairwise(places):
        if row.between(first, second).strip() != ",":
            break
        end = second[1]
    return [row.reading.told("place", places[0][0], end)]


def _title_page(found: Sequence[Row]) -> Iterator[FactCandidate]:
    """A title that names a meeting, with lines near it that hold nothing but place and dates."""
    for number, row in enumerate(found):
        titles = [other for other in found[max(0, number - _NEAR) : number] if not other.dates]
        named = [(other, meeting) for other in titles if (meeting := _meeting(other))]
        near = [other for other in found[max(0, number - 1) : number + 2] if _is_bare(other)]
        if row.dates and named and row in near and _is_of_a_meeting(row, near):
            places = next((other for other in near if other.places()), None)
            told = [*_dates(row), *(_place(places, places.places()) if places else [])]
            title, meeting = named[-1]
            yield _fact(title, *meeting, told, "meeting on a title page")
            return


def _is_bare(row: Row) -> bool:
    """Whether a line holds nothing but a place, or dates, or both."""
    label = row.reading.first("schedule.labels") or row.reading.first("metadata.labels")
    return set(row.parts) == set(row.places()) and label is None


def _is_of_a_meeting(row: Row, near: Sequence[Row]) -> bool:
    """Whether a date is a meeting's and not the paper's own: several days, or told before the
    place or beside a line with the place."""
    if len(row.dates) != 1:
        return False
    date = row.dates[0]
    if date.period.start != date.period.end:
        return True
    own = row.places()
    if own:
        venue = any(row.reading.first("schedule.venues", *place) for place in own)
        return venue or own[0][0] > date.start
    return any(other.places() and not other.dates for other in near)


def _fact(
    row: Row, title: Span, head: Hit, attributes: list[OfferedAttribute], rule: str
) -> FactCandidate:
    reading = row.reading
    told = [
        reading.told("title", *title),
        reading.told("kind", head.start, head.end, head.value),
        *attributes,
    ]
    return told_in(reading, reading, FactKind.MEETING, told, rule, 0.85)
