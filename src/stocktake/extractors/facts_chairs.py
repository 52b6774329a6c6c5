"""Who presides over what, in which office and of which State."""

from __future__ import annotations

import re
from collections.abc import Iterator

from stocktake.extractors.facts_names import Person, people
from stocktake.extractors.facts_nouns import noun_start
from stocktake.extractors.facts_reading import Reading, end_of
from stocktake.lexicon.notation import Hit
from stocktake.model import FactCandidate, FactKind, OfferedAttribute

_MEETING_NEAR = 60
_TO_NAME = re.compile(
    r"\s*[,:(]?\s*(?:the\s+)?(?:(?:two\s+)?co-(?:facilitators|chairs),\s*(?:the\s+)?)?"
)
_OF_WHAT = re.compile(r"\s+(?:of|for|on)\s+(?:the\s+|its\s+)?[^,;:()]{3,140}?,\s*(?:the\s+)?")
_COMMA = re.compile(r"\s*,\s*")
_APPOSED = re.compile(
    r"\)?,\s*(?:and\s+)?(?:(?:as|the|its|both|who|is|are|serves?|respectively)\s+)*"
)
_APPOSITION = re.compile(r"\s*[,:(]\s*|\s+")
_AS = re.compile(
    r"(?:\s+to\s+the\s+United\s+Nations)?(?:,\s+(?:the\s+)?[A-Z][^,;]{3,60},)?,?\s+"
    r"(?:as|to\s+(?:serve|act)\s+as|to\s+be)\s+(?:the\s+|its\s+|their\s+|two\s+)?(?:new\s+)?"
)
_AS_ROLE = re.compile(r"\s+(?:as\s+)?(?:the\s+|its\s+|their\s+|two\s+)?(?:new\s+)?")
_ACCLAIMED = re.compile(r"(?:,?\s+by\s+acclamation,?)?\s*")
_AND_NEXT = re.compile(r"\s*(?:,|;|,?\s+and|,?\s+with)\s+")
_WAS = re.compile(r",?\s+(?:(?:was|were|has|have|had|been|also)\s+)+")
_BY_WHOM = re.compile(
    r"(?:,?\s+by\s+acclamation,?|\s+by\s+(?:the\s+)?[^,;:()]{3,80}?)?\s+(?:as|to\s+(?:serve|act)\s+as)\s+(?:the\s+|its\s+)?|(?:,?\s+by\s+acclamation,?)?\s+"
)
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
    for hit in reading.hits("chair.passive"):
        role = reading.told("role", hit.start, hit.end, hit.value)
        meeting = _meeting(reading, reading.start, hit.start)
        yield from ((person, role, meeting) for person in _listed(reading, hit.end))
    for hit in reading.hits("chair.guided"):
        yield from _guided(reading, hit)
    for hit in _held_now(reading):
        role = reading.told("role", hit.start, hit.end, hit.value)
        meeting = _meeting(reading, hit.end, reading.end)
        yield from ((person, role, []) for person in _named(reading, hit))
        yield from ((person, role, meeting) for person in _before(reading, hit, _APPOSED))
    for hit in reading.hits("chair.active"):
        role = reading.told("role", hit.start, hit.end, hit.value)
        meeting = _meeting(reading, hit.end, reading.end)
        yield from ((person, role, meeting) for person in _before(reading, hit))
    for hit in reading.hits("chair.elected"):
        yield from ((person, role, []) for person, role in _elected(reading, hit))


def _held_now(reading: Reading) -> Iterator[Hit]:
    """Words for an office that is held, not the "former Chair"."""
    former = {hit.end for hit in reading.hits("chair.former")}
    for hit in reading.hits("chair.nouns"):
        start = noun_start(reading, hit.start)
        if not any(start <= end <= hit.start for end in former):
            yield hit


def _listed(reading: Reading, position: int) -> Iterator[Person]:
    lead = _TO_NAME.match(reading.plain, position, reading.end)
    if lead:
        yield from people(reading, lead.end())


def _guided(
    reading: Reading, hit: Hit
) -> Iterator[tuple[Person, OfferedAttribute, list[OfferedAttribute]]]:
    """ "under the guidance of Ana Lind, Minister of …", "with Ana Lind, …, as moderator" """
    found = list(_listed(reading, hit.end))
    role = _role(reading, _AS, found[-1].end) if found else None
    if role is None and hit.value != "moderator" and all(map(_is_certain, found)):
        role = reading.told("role", hit.start, hit.end, hit.value)
    if role:
        meeting = _meeting(reading, reading.start, hit.start)
        yield from ((person, role, meeting) for person in found)


def _named(reading: Reading, hit: Hit) -> Iterator[Person]:
    """ "Co-Chairs Ana Lind (Ruritania) and …": only with office or State; "the
    moderator of the panel, Ms. Ana Lind"."""
    for lead in (_APPOSITION, _OF_WHAT, _COMMA):
        match = lead.match(reading.plain, hit.end, reading.end)
        found = (
            [each for each in people(reading, match.end()) if _is_certain(each)] if match else []
        )
        if found:
            yield from found
            return


def _is_certain(person: Person) -> bool:
    """Whether office, State or title ("Ms.") tells that it is a person."""
    name = person.attributes[0].quote
    return len(person.attributes) > 1 or person.start < (name.start or 0)


def _before(reading: Reading, hit: Hit, joint: re.Pattern[str] = _TO_VERB) -> Iterator[Person]:
    """ "Ana Lind, Minister of …, (will) chair": the verb stands behind person and office."""
    low = max(reading.start, hit.start - 240)
    for match in re.finditer(r"\b\w", reading.plain[low : hit.start]):
        found = list(people(reading, low + match.start()))
        if found and joint.fullmatch(reading.plain, found[-1].end, hit.start):
            yield from (person for person in found if len(person.attributes) > 1)
            return


def _elected(reading: Reading, hit: Hit) -> Iterator[tuple[Person, OfferedAttribute]]:
    """ "elected Ana Lind (Ruritania) as Chair", "appointed as co-chairs Ana Lind and …", "Ana Lind
    was appointed by the President as facilitator" """
    acclaimed = _ACCLAIMED.match(reading.plain, hit.end, reading.end)
    found = list(_listed(reading, acclaimed.end() if acclaimed else hit.end))
    role = _role(reading, _AS, found[-1].end) if found else None
    if not found and (role := _role(reading, _AS_ROLE, hit.end)):
        found = [person for person in _listed(reading, end_of(role)) if _is_certain(person)]
    if not found and (role := _role(reading, _BY_WHOM, hit.end)):
        found = list(_before(reading, hit, _WAS))
    if role:
        yield from ((person, role) for person in found)
        yield from _and_elected(reading, end_of(role))


def _and_elected(reading: Reading, position: int) -> Iterator[tuple[Person, OfferedAttribute]]:
    """ "… as Chair and Ms. Vera Lund (Freedonia) as Rapporteur": further ones elected."""
    joint = _AND_NEXT.match(reading.plain, position, reading.end)
    found = list(people(reading, joint.end())) if joint else []
    role = _role(reading, _AS, found[-1].end) if found else None
    if role:
        yield from ((person, role) for person in found)
        yield from _and_elected(reading, end_of(role))


def _role(reading: Reading, lead: re.Pattern[str], position: int) -> OfferedAttribute | None:
    joint = lead.match(reading.plain, position, reading.end)
    noun = reading.table("chair.nouns").at(reading.plain, joint.end()) if joint else None
    if noun is None or noun.end > reading.end:
        return None
    return reading.told("role", noun.start, noun.end, noun.value)


def _meeting(reading: Reading, start: int, end: int) -> list[OfferedAttribute]:
    """The meeting named in the range, next to the word of presiding; none if none is named."""
    heads = list(reading.hits("meeting.heads", start, end))
    if not heads:
        return []
    head = heads[-1] if start == reading.start else heads[0]
    between = abs(head.end - end) if start == reading.start else head.start - start
    if between > _MEETING_NEAR:
        return []
    return [reading.told("meeting", noun_start(reading, head.start), head.end)]


def _confidence(person: Person) -> float:
    return 0.95 if len(person.attributes) > 1 else 0.8
