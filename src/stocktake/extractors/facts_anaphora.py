"""Meetings told of without their name: "It was held from 16 to 19 May", "the fifth in Zenda"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from stocktake.extractors.facts_nouns import Circumstances, behind_host, circumstances
from stocktake.extractors.facts_reading import Reading, told_in
from stocktake.lexicon.notation import Hit
from stocktake.model import FactCandidate, FactKind, OfferedAttribute

_AND_THE = re.compile(r"(?:[,;]\s*(?:and\s+)?|\s+and\s+)(?:the\s+)?$")
_TO_VERB = re.compile(r",?\s*")
_ENOUGH = {"place", "dates"}


@dataclass(frozen=True, slots=True)
class Named:
    """A meeting by the words of its title, and its head, in the sentence *reading*."""

    reading: Reading
    start: int
    end: int
    head: Hit

    def told(self) -> list[OfferedAttribute]:
        return [
            self.reading.told("title", self.start, self.end),
            self.reading.told("kind", self.head.start, self.head.end, self.head.value),
        ]


def taken_up(reading: Reading, known: Sequence[Named]) -> Iterator[FactCandidate]:
    """Place and dates of the meeting that the sentence before named, told of "it"; the first that
    it named, for that was its subject. *known* are the meetings named so far, in order."""
    before = [named for named in known if named.reading is not reading]
    pronoun = reading.table("meeting.anaphors").at(reading.plain, reading.start)
    if not before or pronoun is None:
        return
    named = next(each for each in before if each.reading is before[-1].reading)
    around = _around(reading, pronoun)
    if around and around.attributes and _is_next(named.reading, reading):
        told = [*named.told(), *around.attributes]
        yield told_in(named.reading, reading, FactKind.MEETING, told, "meeting taken up", 0.85)


def _around(reading: Reading, pronoun: Hit) -> Circumstances | None:
    joint = _TO_VERB.match(reading.plain, pronoun.end, reading.end)
    verb = reading.table("meeting.verbs").at(reading.plain, joint.end()) if joint else None
    return behind_host(reading, verb.end) if verb and verb.end <= reading.end else None


def _is_next(first: Reading, second: Reading) -> bool:
    """Whether nothing but white space stands between two sentences."""
    return not first.plain[first.end : second.start].strip()


def listed_on(reading: Reading, named: Named, position: int) -> Iterator[FactCandidate]:
    """Further meetings of the kind of *named*, by their number alone, with place and dates: "The
    fourth session will convene in Zenda on 2 May, and the fifth in Strelsau, on 4 June"."""
    for number in reading.hits("meeting.ordinals", position):
        lead = _AND_THE.search(reading.plain, position, number.start)
        around = circumstances(reading, number.end) if lead else None
        if around and around.names() >= _ENOUGH:
            other = Named(reading, number.start, number.end, named.head)
            told = [*other.told(), *around.attributes]
            yield reading.fact(FactKind.MEETING, told, "meeting by its number", 0.8)
            position = around.end
