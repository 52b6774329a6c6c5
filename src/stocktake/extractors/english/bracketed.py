"""Recommendations with the State that makes them in brackets: "Ratify the … (Ruritania);"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from stocktake.extractors.english.contents import Proposition
from stocktake.extractors.english.opening import behind_number
from stocktake.extractors.english.parties import Party
from stocktake.extractors.english.points import is_imperative
from stocktake.extractors.english.predicates import Predicate
from stocktake.extractors.english.tokens import Words, split
from stocktake.lexicon import Mention
from stocktake.lexicon.cues import Meaning
from stocktake.lexicon.grammar import English
from stocktake.model import Act, Quote, Stance, Strength

_BRACKETS = re.compile(r"((?:\s*\([^()]*(?:\([^()]*\)[^()]*)*\))+)\s*(?:[;.]|$)")
_OPENING = re.compile(r"\(\s*(?:[Tt]he\s+)?")
_LONGEST = 2000
_REQUEST = Meaning(Act.REQUESTS, Stance.SUPPORTS, Strength.SHOULD)


@dataclass(frozen=True, slots=True)
class Bracketed:
    """A recommendation, its words, and the stretch that holds it with its brackets."""

    words: Words
    proposition: Proposition
    sentence: Quote


def bracketed(
    text: str, start: int, end: int, mentions: Sequence[Mention], english: English
) -> Iterator[Bracketed]:
    """The recommendations in ``text[start:end]``, each up to its brackets."""
    if text.find("(", start, end) < 0:
        return
    for match in _BRACKETS.finditer(text, start, min(end, start + _LONGEST)):
        parties = _parties(text, match.start(1), match.end(1), mentions)
        words = split(text, start, _before_parties(text, match, parties), mentions)
        first = behind_number(words)
        if (
            parties
            and len(words) > first + 1
            and (first > 1 or is_imperative(words, first, english))
        ):
            yield _recommendation(words, first, match.end(), parties)
        if parties:
            start = _behind_space(text, match.end(), end)


def _recommendation(words: Words, first: int, end: int, parties: tuple[Party, ...]) -> Bracketed:
    found = Predicate(
        first, parties, first, first + 1, first, _REQUEST, negated=False, rule="in brackets"
    )
    sentence = Quote(words.text[words.starts[0] : end], words.starts[0])
    return Bracketed(words, Proposition(found, first, len(words)), sentence)


def _before_parties(text: str, match: re.Match[str], parties: tuple[Party, ...]) -> int:
    """Where the brackets of the parties open: "(No. 29) (Ruritania)" has another before."""
    if not parties or parties[0].quote is None or parties[0].quote.start is None:
        return match.start(1)
    return max(match.start(1), text.rfind("(", match.start(1), parties[0].quote.start))


def _parties(text: str, start: int, end: int, mentions: Sequence[Mention]) -> tuple[Party, ...]:
    """The actors in the brackets; none if a bracket holds anything else."""
    opened = {match.end() for match in _OPENING.finditer(text, start, end)}
    inside = [m for m in mentions if start < m.start and m.end < end and not m.adjective]
    if not opened & {m.start for m in inside} and not any(m.start - 1 in opened for m in inside):
        return ()
    return tuple(Party(m.actor_id, m.name, Quote(text[m.start : m.end], m.start)) for m in inside)


def _behind_space(text: str, start: int, end: int) -> int:
    while start < end and text[start].isspace():
        start += 1
    return start
