"""Phases with their time and contents, and milestones: what begins, ends or is adopted when."""

from __future__ import annotations

import re
from collections.abc import Iterator

from stocktake.extractors.facts_lists import enumerated
from stocktake.extractors.facts_nouns import (
    behind_host,
    circumstances,
    leading_date,
    noun_end,
    noun_start,
)
from stocktake.extractors.facts_reading import Reading
from stocktake.extractors.facts_short_names import short_name
from stocktake.lexicon import Mention
from stocktake.lexicon.notation import Hit
from stocktake.model import FactCandidate, FactKind, OfferedAttribute

_OF = re.compile(
    r"\s+of\s+[^,;:()]{3,100}?(?=\s*(?:[,;:()]|\.?\s*$|\s(?:will|took|takes|was|is)\s))"
)
_NAMED = re.compile(r",\s+[^,;:()]{1,50}[:,]|\s*\([^()]{3,60}\)\s*:?")
_IN_BRACKETS = re.compile(r"\s*\((?:from\s+)?$")
_TITLE_START = re.compile(r".*(?:[,:;]\s+(?:and\s+)?|\sand\s+)(?:(?:a|an|the)\s+)?|", re.DOTALL)
_WHICH = re.compile(r",?\s*(?:(?:which|that)\s+)?")
_AND = re.compile(r"\)?,?\s*(?:(?:and|which|that)\s+)*")
_NEAR = 70
_BY = re.compile(r"\s+by\s+(?:the\s+)?")


def phases(block: list[Reading]) -> Iterator[FactCandidate]:
    """Each phase of which a sentence tells the time, the contents, or that it begins or ends."""
    for reading in block:
        for noun in reading.hits("phase.nouns"):
            title = _title(reading, noun)
            position, when = _time(reading, noun.end)
            if not when:
                position, when = _time(reading, noun.start + len(title.quote.text))
            what = _contents(reading, position)
            begins = _beginning(reading, noun)
            if when or what or begins:
                told = [title, *when, *what, *begins]
                yield reading.fact(FactKind.PHASE, told, "phase", 0.9)
        if reading.first("phase.several"):
            yield from _listed(reading)


def _listed(reading: Reading) -> Iterator[FactCandidate]:
    """ "in three phases: consultations (April to May), negotiations (June to July)" """
    position = reading.start
    for date in reading.dates:
        bracket = _IN_BRACKETS.search(reading.plain, position, date.start)
        if bracket and reading.plain[date.end : date.end + 1] == ")":
            lead = _TITLE_START.match(reading.plain, position, bracket.start())
            start = lead.end() if lead else position
            told = [reading.told("title", start, bracket.start()), reading.date(date)]
            if start < bracket.start() and not reading.first("phase.nouns", start, date.start):
                yield reading.fact(FactKind.PHASE, told, "phase in a list", 0.85)
        position = date.end


def milestones(block: list[Reading]) -> Iterator[FactCandidate]:
    """Each act on the process's own text or negotiations that a sentence dates."""
    for reading in block:
        for act in reading.hits("milestone.acts"):
            span = _what(reading, act)
            dates = _dates(reading, act.end)
            if not dates and span and span[1] > act.end:
                dates = _dates(reading, noun_end(reading, span[1])) or _dates(reading, span[1])
            if not dates and reading.start == act.start:
                continue
            dates = dates or leading_date(reading, "date")
            aside = _by_one_state(reading, act) or (span and reading.within_quote(span[0]))
            if dates and span and not aside:
                title = reading.told("title", *span)
                yield reading.fact(FactKind.MILESTONE, [title, dates[0]], "milestone", 0.8)


def _dates(reading: Reading, position: int) -> list[OfferedAttribute]:
    return behind_host(reading, position).dates("date")


def _by_one_state(reading: Reading, act: Hit) -> bool:
    """Whether "by Ruritania" follows or "Ruritania" stands before: what one State adopts is no
    step of the process."""
    by = _BY.match(reading.plain, act.end, reading.end)
    return any(
        (by and by.end() == item.start) or _is_right_before(reading, item, act)
        for item in reading.mentions
        if ":" not in item.actor_id
    )


def _is_right_before(reading: Reading, mention: Mention, act: Hit) -> bool:
    between = reading.plain[mention.end : act.start]
    return mention.end <= act.start and not between.strip(" ,)")


def _title(reading: Reading, noun: Hit) -> OfferedAttribute:
    of = _OF.match(reading.plain, noun.end, reading.end)
    return reading.told("title", noun.start, of.end() if of else noun.end)


def _time(reading: Reading, position: int) -> tuple[int, list[OfferedAttribute]]:
    """The dates told of a phase directly behind it, with or without a verb."""
    named = _NAMED.match(reading.plain, position, reading.end)
    if named and not any(named.start() <= date.start < named.end() for date in reading.dates):
        position = named.end()
    which = _WHICH.match(reading.plain, position, reading.end)
    verb = reading.table("phase.time").at(reading.plain, which.end()) if which else None
    around = circumstances(reading, verb.end if verb else position)
    if not around.attributes:
        return position, []
    return around.end, around.dates()


def _contents(reading: Reading, position: int) -> list[OfferedAttribute]:
    joint = _AND.match(reading.plain, position, reading.end)
    verb = reading.table("phase.contents").at(reading.plain, joint.end()) if joint else None
    if verb is None:
        return []
    return [reading.told("contents", start, end) for start, end in enumerated(reading, verb.end)]


def _beginning(reading: Reading, noun: Hit) -> list[OfferedAttribute]:
    """ "marks the beginning of the second phase": said of a phase, without a date."""
    verb = reading.first("phase.beginning", max(reading.start, noun.start - _NEAR), noun.start)
    if verb is None or reading.plain[verb.end : noun.start].strip() not in {"the", "a", "its", ""}:
        return []
    return [reading.told("event", verb.start, verb.end)]


def _what(reading: Reading, act: Hit) -> tuple[int, int] | None:
    """The words that say what is adopted or begun; None if it is not the process."""
    if reading.first("milestone.negotiations", act.start, act.end):
        return act.start, act.end
    low = max(reading.start, act.start - _NEAR)
    nouns = list(reading.hits("milestone.objects", low, act.start))
    noun = nouns[-1] if nouns else short_name(reading, low, act.start)
    if noun:
        return noun_start(reading, noun.start), act.end
    return _adopted(reading, act)


def _adopted(reading: Reading, act: Hit) -> tuple[int, int] | None:
    """ "adopted the Zenda Declaration" """
    if not reading.table("milestone.adopting").at(reading.plain, act.start):
        return None
    noun = reading.first("milestone.adopted", act.end, min(reading.end, act.end + _NEAR))
    start = noun_start(reading, noun.start) if noun else 0
    close = noun and reading.plain[act.end : start].strip() in {"the", "its", "a", ""}
    return (act.start, noun.end) if noun and close else None
