"""How an office holder or actor took a decision, in their own words where they are quoted."""

from __future__ import annotations

from collections.abc import Iterator

from stocktake.extractors.facts_names import Person, person_at
from stocktake.extractors.facts_nouns import noun_end, noun_start
from stocktake.extractors.facts_reading import Reading
from stocktake.lexicon.gazetteer import Mention
from stocktake.lexicon.notation import Hit
from stocktake.model import FactCandidate, FactKind, OfferedAttribute

_NEAR = 90
_MOST_LEAD_WORDS = 2


def reactions(block: list[Reading]) -> Iterator[FactCandidate]:
    """Each reaction of a named actor to a decision, withdrawal, announcement, … in *block*."""
    for reading in block:
        for act in reading.hits("reaction.acts"):
            who = _who(reading, act)
            to = _object(reading, act)
            if who and to and not reading.within_quote(act.start):
                told = [
                    *who,
                    to,
                    reading.told("act", act.start, act.end, act.value),
                    *[reading.told("quotation", *span) for span in reading.quotations(act.end)],
                ]
                yield reading.fact(FactKind.REACTION, told, "reaction", 0.9)


def _who(reading: Reading, act: Hit) -> list[OfferedAttribute]:
    """The actor, or the office holder by name, that stands directly before the act."""
    for mention in reversed(reading.mentions):
        if mention.end <= act.start and not mention.adjective:
            return _subject(reading, mention, act.start)
    return []


def _subject(reading: Reading, mention: Mention, end: int) -> list[OfferedAttribute]:
    actor = reading.actor(mention)
    if not reading.plain[mention.end : end].strip(" ,"):
        return [actor]
    person = _person(reading, mention, end)
    if person is None:
        return []
    office = reading.told("office", mention.start, mention.end, mention.name)
    return [actor, office, person.attributes[0]]


def _person(reading: Reading, mention: Mention, end: int) -> Person | None:
    """Whom the text names between the office and the act: "President Ana Lind regretted"."""
    start = (
        mention.end
        + len(reading.plain[mention.end : end])
        - len(reading.plain[mention.end : end].lstrip(" ,"))
    )
    person = person_at(reading, start)
    return person if person and not reading.plain[person.end : end].strip(" ,") else None


def _object(reading: Reading, act: Hit) -> OfferedAttribute | None:
    """What is reacted to: "the US decision", "the withdrawal of Ruritania". It must follow
    closely and name whose it is."""
    noun = reading.first("reaction.objects", act.end, min(reading.end, act.end + _NEAR))
    if noun is None or reading.within_quote(noun.start):
        return None
    start, end = noun_start(reading, noun.start), noun_end(reading, noun.end)
    if len(reading.plain[act.end : start].split()) > _MOST_LEAD_WORDS:
        return None
    whose = any(act.end < item.start < end for item in reading.mentions)
    other = reading.first("participation.others", act.end, min(reading.end, noun.end + _NEAR))
    return reading.told("to", start, end) if whose and not other else None
