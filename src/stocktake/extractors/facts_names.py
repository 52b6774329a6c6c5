"""People by name, with office and State: "Ana Lind, Permanent Representative of Ruritania"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from stocktake.extractors.facts_reading import Reading
from stocktake.lexicon import Mention
from stocktake.lexicon.process_words import ProcessWords
from stocktake.model import OfferedAttribute

UPPER = "".join(c for c in map(chr, range(0x41, 0x530)) if c.isupper())
_PART = rf"[{UPPER}](?:\.|[\w'-]*)"
_JOINT = re.compile(r"\s*(?:,?\s*and\s+|[,;]\s*|\s)\s*(?:by\s+)?(?:the\s+)?")
_TO_NAMES = re.compile(r"(?:\s+to\s+the\s+United\s+Nations)?\s*,\s*")
_INITIALS = 3
_TO_NAME = re.compile(r",?\s*")
_OF = re.compile(r"\s+of\s+(?:the\s+)?")
_BRACKET = re.compile(r"\s*\(([^()\n]{2,60})\)")


@dataclass(frozen=True, slots=True)
class Person:
    """A person at ``[start, end)``, who has *attributes* name and, where told, office and state."""

    start: int
    end: int
    attributes: tuple[OfferedAttribute, ...]


def person_at(reading: Reading, start: int) -> Person | None:
    """The person named from *start* on, with office and State told before or behind the name.

    An office alone ("the Permanent Representative of Ruritania") is a person without a name.
    """
    office = _office_at(reading, start)
    return office or _named_at(reading, start)


def _office_at(reading: Reading, start: int) -> Person | None:
    mention = mention_at(reading, start)
    if mention is None or not mention.actor_id.startswith("office:"):
        return _holder_at(reading, start)
    told = [reading.told("office", mention.start, mention.end)]
    if mention.behind:
        told.append(reading.told("state", mention.start, mention.end, mention.behind))
    joint = _TO_NAME.match(reading.plain, mention.end, reading.end)
    person = _named_at(reading, joint.end()) if joint else None
    if person and len(person.attributes) == 1:
        return Person(start, person.end, (*told, *person.attributes))
    return Person(start, mention.end, tuple(told)) if mention.behind else None


def _holder_at(reading: Reading, start: int) -> Person | None:
    """ "Vice-President of the Council, Ms. Ana Lind (Ruritania)": the office before the name."""
    match = _patterns(reading.words).leading_office.match(reading.plain, start, reading.end)
    person = _named_at(reading, match.end()) if match else None
    if match is None or person is None:
        return None
    told = {item.name for item in person.attributes}
    if "office" in told:
        return Person(start, person.end, person.attributes)
    office = match.span("office")
    states = [] if "state" in told else _states(reading, *office)
    named = (reading.told("office", *office), *states, *person.attributes)
    return Person(start, person.end, named)


def _named_at(reading: Reading, start: int) -> Person | None:
    match = _patterns(reading.words).name.match(reading.plain, start, reading.end)
    if match is None or not _is_person(reading, *match.span("name")):
        return None
    name = reading.told("name", match.start("name"), match.end("name"))
    end, about = _about(reading, match.end())
    return Person(start, end, (name, *about))


def people(reading: Reading, start: int) -> Iterator[Person]:
    """The persons listed from *start* on: one, or several with commas and "and" between."""
    if several := list(_holders(reading, start)):
        yield from several
        return
    position = start
    while person := person_at(reading, position):
        yield person
        joint = _JOINT.match(reading.plain, person.end, reading.end)
        if joint is None:
            return
        position = joint.end()


def _holders(reading: Reading, start: int) -> Iterator[Person]:
    """ "Permanent Representatives of Ruritania (Ana Lind) and Freedonia": one office, several
    holders, with or without names; these may also stand in the same order behind them all."""
    holders = list(_of_one_office(reading, start))
    behind = _TO_NAMES.match(reading.plain, holders[-1].end, reading.end) if holders else None
    names = list(_names(reading, behind.end())) if behind else []
    if len(names) != len(holders):
        return iter(holders)
    return (
        Person(holder.start, name.end, (*holder.attributes, *name.attributes))
        for holder, name in zip(holders, names, strict=True)
    )


def _names(reading: Reading, position: int) -> Iterator[Person]:
    """Names alone, with "and" or commas between."""
    while person := _named_at(reading, position):
        yield person
        joint = _JOINT.match(reading.plain, person.end, reading.end)
        position = joint.end() if joint else reading.end


def _of_one_office(reading: Reading, start: int) -> Iterator[Person]:
    office = _patterns(reading.words).plural.match(reading.plain, start, reading.end)
    position = office.end() if office else reading.end
    while office and (state := mention_at(reading, position)):
        told = [
            reading.told("office", *office.span("office"), _of_one(reading, office["office"])),
            reading.told("state", state.start, state.end, state.actor_id),
        ]
        bracket = _BRACKET.match(reading.plain, state.end, reading.end)
        name = _named_at(reading, bracket.start(1)) if bracket else None
        end = bracket.end() if bracket and name else state.end
        yield Person(state.start, end, (*told, *(name.attributes if name else ())))
        joint = _JOINT.match(reading.plain, end, reading.end)
        position = joint.end() if joint else reading.end


def _of_one(reading: Reading, office: str) -> str:
    """The office that each of several holds: "Permanent Representatives" without its "s"."""
    one = office.removesuffix("s")
    known = reading.table("chair.offices").at(one, 0)
    return one if known and known.end == len(one) else office


def mention_at(reading: Reading, start: int) -> Mention | None:
    """The actor whose name begins at *start*."""
    return next((item for item in reading.mentions if item.start == start), None)


def _about(reading: Reading, position: int) -> tuple[int, list[OfferedAttribute]]:
    """Office and State told right behind a name, and where they end."""
    office = _patterns(reading.words).office.match(reading.plain, position, reading.end)
    if office:
        start, end = office.span("office")
        told = [reading.told("office", start, end), *_states(reading, start, end)]
        return end, told
    bracket = _BRACKET.match(reading.plain, position, reading.end)
    if bracket and (states := _states(reading, *bracket.span(1))):
        return bracket.end(), states
    of = _OF.match(reading.plain, position, reading.end)
    state = mention_at(reading, of.end()) if of else None
    if state and _is_state(state):
        return state.end, [reading.told("state", state.start, state.end, state.actor_id)]
    return position, []


def office_from(reading: Reading, start: int) -> list[OfferedAttribute]:
    """The office told from *start* on up to the end of the sentence or a comma, and its State."""
    match = _patterns(reading.words).office_line.match(reading.plain, start, reading.end)
    if match is None:
        return []
    return [reading.told("office", *match.span()), *_states(reading, *match.span())]


def _is_state(mention: Mention) -> bool:
    return ":" not in mention.actor_id and not mention.adjective


def _states(reading: Reading, start: int, end: int) -> list[OfferedAttribute]:
    """The first State or organisation named in a range; of an office, the one behind it."""
    for mention in reading.mentions:
        if start <= mention.start and mention.end <= end:
            actor_id = mention.behind or mention.actor_id
            if not actor_id.startswith("office:"):
                return [reading.told("state", mention.start, mention.end, actor_id)]
    return []


def _is_person(reading: Reading, start: int, end: int) -> bool:
    """Whether what looks like a person's name is no listed actor, office or run-in heading."""
    listed = any(item.start <= start and end <= item.end for item in reading.mentions)
    words = reading.plain[start:end].split()
    shouted = [word for word in words if len(word) > _INITIALS and word.isupper()]
    heading = bool(shouted) and len(shouted) < len(words) - 1
    office = reading.first("chair.nouns", start, end) or reading.first("chair.offices", start, end)
    return not (listed or heading or office)


@dataclass(frozen=True, slots=True)
class _Patterns:
    name: re.Pattern[str]
    office: re.Pattern[str]
    plural: re.Pattern[str]
    leading_office: re.Pattern[str]
    office_line: re.Pattern[str]


@lru_cache(maxsize=4)
def _patterns(words: ProcessWords) -> _Patterns:
    titles = words.table("chair.titles").source()
    particles = words.table("chair.particles").source()
    offices = words.table("chair.offices").source()
    name = rf"{_PART}(?:\s+(?:(?i:{particles})\s+){{0,2}}{_PART}){{1,4}}"
    next_person = rf"\s+and\s+(?:(?:{titles})\s+)*{_PART}\s+{_PART}(?!\s+(?:of|for|to)\s)"
    end = rf"(?=\s*(?:,\s|;|\)|\(|\.?\s*$|{next_person}))"
    office = rf"(?:{offices})(?!\w)[^,;:()\n]{{0,90}}?"
    return _Patterns(
        re.compile(rf"(?:(?:{titles})\s+){{0,3}}(?P<name>{name})(?!\w)"),
        re.compile(rf"\s*[,(]\s*(?:the\s+)?(?P<office>{office}){end}\)?"),
        re.compile(rf"(?P<office>(?:{offices})s?(?:\s+for\s+[\w\s]{{3,40}}?)?)\s+of\s+(?:the\s+)?"),
        re.compile(rf"(?:the\s+)?(?P<office>{office}),\s+(?=(?:{titles})\s|{_PART}\s+{_PART})"),
        re.compile(rf"(?:{offices})(?!\w)(?:,\s+(?:{offices})(?!\w))?[^,;:()\n]{{0,90}}"),
    )
