"""The items of a programme: each session with its format, its topic or dimension, its purpose."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from stocktake.extractors.facts_lists import Span, divided, enumerated
from stocktake.extractors.facts_nouns import noun_start
from stocktake.extractors.facts_reading import Reading
from stocktake.lexicon.notation import Hit
from stocktake.model import Block, BlockKind, FactCandidate, FactKind, OfferedAttribute

_SUBJECT_NEAR = 40
_BULLET = re.compile(r"(?:\d{1,2}[.)]|[•*-]|\([a-z\d]{1,3}\))\s+")


def sessions(block: list[Reading]) -> Iterator[FactCandidate]:
    """Each session that a sentence of *block* lists as an item of a programme.

    One item alone may be anything that is "included"; two make a programme.
    """
    for reading in block:
        verb = _programme(reading)
        found = _listed(reading, verb) if verb else []
        if len(found) > 1:
            yield from found


def programme_items(blocks: Sequence[tuple[Block, list[Reading]]]) -> list[FactCandidate]:
    """The sessions that a numbered or bulleted list under a heading "Programme" names."""
    found: list[FactCandidate] = []
    within = False
    for block, readings in blocks:
        if not readings:
            continue
        if _is_item(block, readings[0]):
            found += _item(readings[0]) if within else []
        elif block.kind is BlockKind.HEADING or not found:
            within = within or readings[0].first("session.headings") is not None
            within = within and (block.kind is not BlockKind.HEADING or not found)
    return found if len(found) > 1 else []


def _is_item(block: Block, reading: Reading) -> bool:
    return block.kind is BlockKind.LIST_ITEM or bool(_BULLET.match(reading.plain, reading.start))


def _item(reading: Reading) -> list[FactCandidate]:
    """The session of one item: its format must be the first thing it says."""
    bullet = _BULLET.match(reading.plain, reading.start)
    start = bullet.end() if bullet else reading.start
    head = _head(reading, (start, reading.end))
    if head is None or noun_start(reading, head.start) > start + 1:
        return []
    colon = reading.plain.find(":", head.end, reading.end)
    title = reading.told("title", start, colon if colon > 0 else reading.end)
    levels = _dimensions(reading, (head.end, reading.end))
    topic = [reading.told("topic", colon + 2, reading.end)] if 0 < colon < reading.end - 2 else []
    told = [
        title,
        *_formats(reading, (start, reading.end)),
        *(level for group in levels for level in group),
        *topic,
    ]
    return [reading.fact(FactKind.SESSION, told, "programme list", 0.9)]


def _listed(reading: Reading, verb: Hit) -> list[FactCandidate]:
    """The items of the programme: with semicolons, each with all that it says; else by commas,
    where only title and format are certain."""
    meeting = _meeting(reading, verb)
    if reading.plain.find(";", verb.end, reading.end) >= 0:
        start = verb.end + reading.plain.startswith(":", verb.end)
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
        yield reading.fact(FactKind.SESSION, [*own, *level], "programme item, by dimension", 0.95)
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


def _dimensions(reading: Reading, rest: Span) -> list[list[OfferedAttribute]]:
    """The dimensions told of an item: "human dimensions and community dimensions" are two,
    "local and subnational dimensions" one with two names."""
    topic = reading.first("session.topics", *rest)
    groups: list[list[OfferedAttribute]] = []
    pending: list[Span] = []
    for span in enumerated(reading, topic.end) if topic else []:
        level = reading.first("session.levels", *span)
        pending.append((span[0], level.start if level else span[1]))
        if level and span[1] <= rest[1] and level.end == span[1]:
            groups.append([told for each in pending for told in _dimension(reading, each)])
            pending = []
    return groups


def _dimension(reading: Reading, span: Span) -> list[OfferedAttribute]:
    name = reading.plain[slice(*span)].strip().lower()
    end = span[0] + len(reading.plain[slice(*span)].rstrip())
    return [reading.told("dimension", span[0], end, name)] if name else []


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
