"""How a text was adopted, who voted how, and who set itself apart from it, as told in prose."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from stocktake.extractors.facts_reading import Reading
from stocktake.lexicon import Mention
from stocktake.lexicon.notation import Hit
from stocktake.lexicon.process_words import ProcessWords
from stocktake.model import FactCandidate, FactKind, OfferedAttribute

_NUMBER = r"(?P<number>\d{1,3}|none)"
_AGAINST = re.compile(r"\s+(?P<number>\d{1,3}|none)\b", re.IGNORECASE)
_SYMBOL = re.compile(
    r"\b(?:resolution|decision)\s+[A-Z\d][\w./-]*\d[\w/]*"
    r"|\bA/RES/\d+/\d+|\b[A-Z]/[A-Z\d]+(?:[./]\w+)*\d"
)
_COLON = re.compile(r"\s*(?:\([^)]*\)|\[\d+\])?\s*:")
_LABEL = (
    r"\s+\(?(?:\d{1,3}|[IVXLC]{1,6}\b)\)?(?:\s?(?:bis|ter)\b)?(?:\s?\([a-z\d]{1,4}\))*"
    r"(?:(?:,|\s+and|\s+to)\s+\(?\d[\w()]*)*"
)
_YET_TO_BE = re.compile(r"\bbe\s+(?:\w+\s+)?$")
_LISTED = re.compile(r"\s*(?:,\s*(?:and\s+)?|and\s+|/|&\s*)\s*(?:the\s+)?", re.IGNORECASE)
_NEAR = 160
_CLOSE = 8
_STATE = 3


def adoptions(block: list[Reading]) -> Iterator[FactCandidate]:
    """Each sentence that says a text was adopted: by a vote, with its figures, or without one."""
    for reading in block:
        verb = reading.first("adoption.verbs")
        if verb is None or _YET_TO_BE.search(reading.plain, reading.start, verb.start):
            continue
        counts = list(_counts(reading))
        outcome = reading.first("adoption.outcomes")
        what = reading.first("adoption.objects", verb.end)
        near = what is not None and not reading.plain[verb.end : what.start].strip()
        near = near and not _by_a_state(reading, verb)
        if counts or near or (outcome and outcome.value == "consensus"):
            told = [*_outcome(reading, verb, outcome, counts), *_title(reading), *counts]
            dates = [reading.date(item, "date") for item in (*reading.dates, *reading.days)[:1]]
            yield reading.fact(FactKind.ADOPTION, [*told, *dates], "adoption", 0.9)


def named_votes(block: list[Reading]) -> Iterator[FactCandidate]:
    """Each actor of a list such as "Against: Freedonia, Ruritania."."""
    for reading in block:
        lead = reading.first("votes.lists")
        colon = _COLON.match(reading.plain, lead.end, reading.end) if lead else None
        if lead is None or colon is None or reading.plain[reading.start : lead.start].strip():
            continue
        vote = reading.told("vote", lead.start, lead.end, lead.value)
        for mention in reading.mentions:
            if mention.start >= colon.end():
                yield reading.fact(
                    FactKind.VOTE, [vote, reading.actor(mention)], "vote in a list", 0.95
                )


def reservations(block: list[Reading]) -> Iterator[FactCandidate]:
    """Each actor that explains its vote, reserves its position or dissociates itself."""
    for reading in block:
        cue = reading.first("reservations.cues")
        who = _who(reading, cue) if cue else []
        if cue and who:
            kind = reading.told("kind", cue.start, cue.end, cue.value)
            told = [*who, kind, *_provisions(reading)]
            yield reading.fact(FactKind.RESERVATION, told, "reservation", 0.85)


def _by_a_state(reading: Reading, verb: Hit) -> bool:
    """Whether a State or group adopts, right before the verb: then it is a text of its own."""
    before = (item for item in reading.mentions if item.end <= verb.start)
    close = (item.actor_id for item in before if verb.start - item.end <= _CLOSE)
    return any(len(id_) == _STATE or id_.startswith("group:") for id_ in close)


def _counts(reading: Reading) -> Iterator[OfferedAttribute]:
    seen: set[str] = set()
    for match in _counted(reading.words).finditer(reading.plain, reading.start, reading.end):
        choice = match.lastgroup or ""
        if choice not in seen:
            seen.add(choice)
            yield _count(reading, choice, match)
        against = _AGAINST.match(reading.plain, match.end(), reading.end)
        if choice == "yes" and match[0].endswith("to") and against and "no" not in seen:
            seen.add("no")
            yield _count(reading, "no", against)


def _count(reading: Reading, choice: str, match: re.Match[str]) -> OfferedAttribute:
    number = match["number"]
    value = number if number.isdecimal() else "0"
    return reading.told(choice, *match.span("number"), value)


def _outcome(
    reading: Reading, verb: Hit, outcome: Hit | None, counts: list[OfferedAttribute]
) -> list[OfferedAttribute]:
    if counts and (outcome is None or outcome.value != "vote"):
        return [reading.told("outcome", verb.start, verb.end, "vote")]
    if outcome and (counts or outcome.value == "consensus"):
        return [reading.told("outcome", outcome.start, outcome.end, outcome.value)]
    return [reading.told("outcome", verb.start, verb.end, "adopted")]


def _title(reading: Reading) -> list[OfferedAttribute]:
    symbol = _SYMBOL.search(reading.plain, reading.start, reading.end)
    if symbol:
        return [reading.told("title", *symbol.span())]
    what = reading.first("adoption.objects")
    return [reading.told("title", what.start, what.end)] if what else []


def _who(reading: Reading, cue: Hit) -> list[OfferedAttribute]:
    """Those named last before the cue, or first behind it; else the author, in its own words."""
    own = _own(reading)
    if own:
        return own
    before = [item for item in reading.mentions if cue.start - _NEAR < item.end <= cue.start]
    behind = [item for item in reading.mentions if cue.end <= item.start < cue.end + _NEAR]
    chosen = _listed(before, reading) or behind[:1]
    return [reading.actor(item) for item in chosen]


def _listed(mentions: list[Mention], reading: Reading) -> list[Mention]:
    """The last of some mentions, and those with which it stands in a list."""
    chosen = mentions[-1:]
    for earlier in reversed(mentions[:-1]):
        if not _LISTED.fullmatch(reading.plain, earlier.end, chosen[0].start):
            break
        chosen.insert(0, earlier)
    return chosen


def _own(reading: Reading) -> list[OfferedAttribute]:
    spoken = _FIRST_PERSON.search(reading.plain, reading.start, reading.end)
    if not spoken or not reading.authors:
        return []
    return [reading.told("actor", *spoken.span(), author) for author in reading.authors]


_FIRST_PERSON = re.compile(r"\b(?:[Ww]e|[Oo]ur|[Mm]y|I)\b")


def _provisions(reading: Reading) -> list[OfferedAttribute]:
    found = _provision(reading.words).finditer(reading.plain, reading.start, reading.end)
    return [reading.told("provision", *match.span()) for match in found]


@lru_cache(maxsize=4)
def _counted(words: ProcessWords) -> re.Pattern[str]:
    """A number with what tells how so many voted, as a group of that name."""
    by_choice = words.table("votes.counts").entries
    groups = "|".join(f"(?P<{choice}>{_source(phrases)})" for choice, phrases in by_choice)
    return re.compile(rf"(?<![\w.,/-]){_NUMBER}\s+(?:{groups})(?!\w)", re.IGNORECASE)


def _source(phrases: tuple[str, ...]) -> str:
    longest_first = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    return "|".join(re.escape(phrase) for phrase in longest_first)


@lru_cache(maxsize=4)
def _provision(words: ProcessWords) -> re.Pattern[str]:
    units = words.table("reservations.units").source()
    return re.compile(rf"(?<!\w)(?:{units}){_LABEL}", re.IGNORECASE)
