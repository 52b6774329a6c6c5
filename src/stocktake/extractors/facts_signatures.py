"""Who signs a letter in the chair: name and office in lines of their own behind its close."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from stocktake.extractors.facts_names import Person, office_from, person_at
from stocktake.extractors.facts_reading import Reading
from stocktake.model import FactCandidate, FactKind, OfferedAttribute

_CLOSE = 14


def signatures(blocks: Sequence[list[Reading]]) -> Iterator[FactCandidate]:
    """Each person who signs a letter that is written "in our capacity as co-facilitators"."""
    readings = [reading for block in blocks for reading in block]
    closings = [n for n, reading in enumerate(readings) if reading.first("letter.closings")]
    tail = readings[closings[-1] + 1 :][:_CLOSE] if closings else []
    role = next(filter(None, [*map(_capacity, readings), *map(_own_line, tail)]), None)
    if role is None:
        return
    for line, following in pairwise([*tail, None]):
        person = _signs(line, following) if line else None
        if line and person:
            yield line.fact(FactKind.CHAIR, [*person.attributes, role], "chair who signs", 0.85)


def _capacity(reading: Reading) -> OfferedAttribute | None:
    """The office in which the letter says that it is written."""
    lead = reading.first("letter.capacities")
    noun = reading.first("chair.nouns", lead.end, lead.end + 30) if lead else None
    return reading.told("role", noun.start, noun.end, noun.value) if noun else None


def _own_line(reading: Reading) -> OfferedAttribute | None:
    """The office that alone stands in a line: "Co-facilitator"."""
    noun = reading.table("chair.nouns").at(reading.plain, reading.start)
    if noun is None or reading.plain[noun.end : reading.end].strip(" ,."):
        return None
    return reading.told("role", noun.start, noun.end, noun.value)


def _signs(line: Reading, following: Reading | None) -> Person | None:
    """The person who alone stands in a line, with the office told there or in the next."""
    person = person_at(line, line.start)
    if person is None or line.plain[person.end : line.end].strip(" ,.") or not _is_named(person):
        return None
    if len(person.attributes) > 1:
        return person
    below = office_from(following, following.start) if following else []
    return Person(person.start, person.end, (*person.attributes, *below)) if below else None


def _is_named(person: Person) -> bool:
    return any(item.name == "name" for item in person.attributes)
