"""The items of a programme: each session with its format, its topic or dimension, its purpose."""

from __future__ import annotations

import re
from collections.abc import Iterator

from stocktake.extractors.facts_lists import Span, divided, enumerated
from stocktake.extractors.facts_nouns import noun_start
from stocktake.extractors.facts_reading import Reading
from stocktake.lexicon.process_words import Hit
from stocktake.model import FactCandidate, FactKind, OfferedAttribute

_SUBJECT_NEAR = 40
_LEVEL = re.compile(r"\s*$")


def sessions(block: list[Reading]) -> Iterator[FactCandidate]:
    """Each session that a sentence of *block* lists as an item of a programme.

    One item alone may be anything that is "included"; two make a programme.
    """
    for reading in block:
        verb = _programme(reading)
        found = _listed(reading, verb) if verb else []
        if len(found) > 1:
            yield from found


def _listed(reading: Reading, verb: Hit) -> list[FactCandidate]:
    """The items of the programme: with semicolons, each with all that it says; else by commas,
    where only title and format are certain."""
    meeting = _meeting(reading, verb)
    if reading.plain.find(";", verb.end, reading.end) >= 0:
        start = verb.end + (reading.plain[verb.end] == ":")
        items = divided(reading, start, ";")
        return [fact for item in items for fact in _sessions(reading, item, meeting)]
    named = [(item, _head(reading, item)) for item in enumerated(reading, verb.end)]
    return [_plain(reading, item, head, meeting) for item, head in named if head]


def _plain(
    reading: Reading, item: Span, head: Hit, meeting: list[OfferedAttribute]
) -> FactCandidate:
    title = reading.told("title", *_title(reading, item, head))
    told = [title, *_formats(reading, item), *meeting]
    return reading.fact(FactKind.SESSION, told, "programme item", 0.85)


def _programme(reading: Reading) -> Hit | None:
    """The verb of a sentence that says what a programme or meeting consists of."""
    for verb in reading.hits("session.verbs"):
        low = max(reading.start, verb.start - _SUBJECT_NEAR)
        if reading.first("session.lists", low, verb.start):
            return verb
    return None


def _sessions(
    reading: Reading, item: Span, meeting: list[OfferedAttribute]
) -> Iterator[FactCandidate]:
    head = _head(reading, item)
    if head is None:
        return
    title = reading.told("title", *_title(reading, item, head))
    own = [title, *_formats(reading, item), *meeting]
    levels = _dimensions(reading, (head.end, item[1]))
    for level in levels:
        yield reading.fact(FactKind.SESSION, [*own, level], "programme item, by dimension", 0.95)
    if not levels:
        about = [*_topic(reading, head.end, item[1]), *_purpose(reading, head.end, item[1])]
        yield reading.fact(FactKind.SESSION, [*own, *about], "programme item", 0.9)


def _head(reading: Reading, item: Span) -> Hit | None:
    """The words that name the session: the first format and what belongs to the same noun."""
    hits = list(reading.hits("session.formats", *item))
    if not hits:
        return None
    first = hits[0]
    for following in hits[1:]:
        if reading.plain[first.end : following.start].strip(" \"'") == "":
            first = Hit(first.start, following.end, first.value)
    return first


def _title(reading: Reading, item: Span, head: Hit) -> Span:
    """From where the noun phrase begins, or a quotation in it, to the end of the format's words."""
    start = max(item[0], noun_start(reading, head.start))
    quoted = any(a == start and b < head.end for a, b in reading.quoted)
    return start - quoted, head.end


def _formats(reading: Reading, item: Span) -> list[OfferedAttribute]:
    hits = list(reading.hits("session.formats", *item))
    specific = [hit for hit in hits if hit.value != "session"] or hits
    return [reading.told("format", hit.start, hit.end, hit.value) for hit in specific]


def _dimensions(reading: Reading, rest: Span) -> list[OfferedAttribute]:
    """The dimensions listed in an item: "human dimensions, community dimensions and …"."""
    topic = reading.first("session.topics", *rest)
    if topic is None:
        return []
    spans = [(start, end) for start, end in enumerated(reading, topic.end) if end <= rest[1]]
    return [told for span in spans for told in _dimension(reading, span)]


def _dimension(reading: Reading, span: Span) -> list[OfferedAttribute]:
    level = reading.first("session.levels", *span)
    if level is None or not _LEVEL.match(reading.plain, level.end, span[1]):
        return []
    name = reading.plain[span[0] : level.start].strip().lower()
    return [reading.told("dimension", span[0], level.end, name)] if name else []


def _topic(reading: Reading, start: int, end: int) -> list[OfferedAttribute]:
    lead = reading.table("session.topics").at(reading.plain, _skip(reading, start))
    return [reading.told("topic", lead.end + 1, end)] if lead and lead.end + 1 < end else []


def _purpose(reading: Reading, start: int, end: int) -> list[OfferedAttribute]:
    lead = reading.first("session.purposes", start, end)
    return [reading.told("purpose", lead.start, end)] if lead else []


def _skip(reading: Reading, start: int) -> int:
    match = re.compile(r"[\s,]*").match(reading.plain, start)
    return match.end() if match else start


def _meeting(reading: Reading, verb: Hit) -> list[OfferedAttribute]:
    heads = list(reading.hits("meeting.heads", reading.start, verb.start))
    if not heads:
        return []
    return [reading.told("meeting", noun_start(reading, heads[-1].start), heads[-1].end)]
