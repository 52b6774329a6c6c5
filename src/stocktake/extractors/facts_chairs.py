"""Who presides over what, in which office and of which State."""

from __future__ import annotations

import re
from collections.abc import Iterator

from stocktake.extractors.facts_names import Person, people, person_at
from stocktake.extractors.facts_nouns import noun_start
from stocktake.extractors.facts_reading import Reading
from stocktake.lexicon.process_words import Hit
from stocktake.model import FactCandidate, FactKind, OfferedAttribute

_TO_NAME = re.compile(r"\s*[,:(]?\s*(?:the\s+)?")
_APPOSITION = re.compile(r"\s*[,:(]\s*|\s+")
_AS = re.compile(r"\s+as\s+(?:the\s+|its\s+|their\s+)?(?:new\s+)?")
_TO_VERB = re.compile(r",?\s*(?:(?:will|who|both|jointly|ably|has|have)\s+)*")


def chairs(block: list[Reading]) -> Iterator[FactCandidate]:
    """Each person whom a sentence of *block* names as presiding."""
    for reading in block:
        seen: set[int] = set()
        for person, role, meeting in _presiding(reading):
            if person.start not in seen:
                seen.add(person.start)
                told = [*person.attributes, role, *meeting]
                yield reading.fact(FactKind.CHAIR, told, "chair", _confidence(person))


def _presiding(
    reading: Reading,
) -> Iterator[tuple[Person, OfferedAttribute, list[OfferedAttribute]]]:
    meeting = _meeting(reading)
    for hit in reading.hits("chair.passive"):
        role = reading.told("role", hit.start, hit.end, hit.value)
        yield from ((person, role, meeting) for person in _listed(reading, hit.end))
    for hit in reading.hits("chair.nouns"):
        role = reading.told("role", hit.start, hit.end, hit.value)
        yield from ((person, role, meeting) for person in _named(reading, hit))
    for hit in reading.hits("chair.active"):
        role = reading.told("role", hit.start, hit.end, hit.value)
        yield from ((person, role, meeting) for person in _before(reading, hit))
    for hit in reading.hits("chair.elected"):
        yield from ((person, role, meeting) for person, role in _elected(reading, hit))


def _listed(reading: Reading, position: int) -> Iterator[Person]:
    lead = _TO_NAME.match(reading.plain, position, reading.end)
    if lead:
        yield from people(reading, lead.end())


def _named(reading: Reading, hit: Hit) -> Iterator[Person]:
    """ "Co-Chairs Ana Lind (Ruritania) and …": only capitalised, and with office or State."""
    lead = _APPOSITION.match(reading.plain, hit.end, reading.end)
    if lead and reading.plain[hit.start].isupper():
        found = list(people(reading, lead.end()))
        yield from (person for person in found if len(person.attributes) > 1)


def _before(reading: Reading, hit: Hit) -> Iterator[Person]:
    """ "Ana Lind, Minister of …, (will) chair": the verb stands behind person and office."""
    low = max(reading.start, hit.start - 240)
    for match in re.finditer(r"\b\w", reading.plain[low : hit.start]):
        found = list(people(reading, low + match.start()))
        if found and _TO_VERB.fullmatch(reading.plain, found[-1].end, hit.start):
            yield from (person for person in found if len(person.attributes) > 1)
            return


def _elected(reading: Reading, hit: Hit) -> Iterator[tuple[Person, OfferedAttribute]]:
    """ "elected Ana Lind (Ruritania) as Chair" """
    lead = _TO_NAME.match(reading.plain, hit.end, reading.end)
    person = person_at(reading, lead.end()) if lead else None
    joint = _AS.match(reading.plain, person.end, reading.end) if person else None
    noun = reading.table("chair.nouns").at(reading.plain, joint.end()) if joint else None
    if person and noun and noun.end <= reading.end:
        yield person, reading.told("role", noun.start, noun.end, noun.value)


def _meeting(reading: Reading) -> list[OfferedAttribute]:
    """The meeting named in the sentence; without one, nothing is said of which it was."""
    head = reading.first("meeting.heads")
    if head is None:
        return []
    return [reading.told("meeting", noun_start(reading, head.start), head.end)]


def _confidence(person: Person) -> float:
    return 0.95 if len(person.attributes) > 1 else 0.8
