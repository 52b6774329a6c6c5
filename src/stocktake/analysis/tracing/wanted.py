"""What an ask wants, clause by clause, in the form in which it is looked for in a draft."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from stocktake.analysis.asks import Ask, read_ask
from stocktake.analysis.tracing.units import meanings
from stocktake.lexicon.spelling import words
from stocktake.lexicon.tracing import tracing

_CLAUSES = re.compile(
    r"[,;:—–]\s|\s(?:and|as well as|including|in order)\s(?=to\s|\w+ing\s|\w+e\s)"
)
_LEAST_CLAUSE = 8.0
_OPENING = 12
_FIRST = 4

Weights = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Wanted:
    """An ask: its stems with their weights, those of each of its *clauses* that says enough to be
    found alone, the kinds of *people* that it names, the direction in which it opens (``more``,
    ``less``), and whether it is about the text itself."""

    text: str
    ask: Ask
    weights: Weights
    clauses: tuple[Weights, ...]
    people: frozenset[str]
    opening: frozenset[str]
    of_the_text: bool


def wanted(text: str, rarity: Weights, addressees: frozenset[str] = frozenset()) -> Wanted:
    """What *text* asks for; *rarity* (0..1, by stem) is how little of a draft a stem is in."""
    ask = read_ask(text, addressees)
    known = tracing()
    weights: dict[str, float] = {}
    for stem, weight in ask.stems:
        one = known.stem(stem)
        weights[one] = max(weights.get(one, 0.0), weight * rarity.get(one, 1.0))
    clauses = tuple(_clauses(text, weights))
    people = frozenset(known.people[stem] for stem, _ in ask.stems if stem in known.people)
    return Wanted(text, ask, weights, clauses, people, _opening(text), _is_of_the_text(text))


def _clauses(text: str, weights: Weights) -> Iterator[Weights]:
    for piece in _CLAUSES.split(text):
        stems = {part.stem for part in meanings(piece)}
        clause = {stem: weights[stem] for stem in sorted(stems) if stem in weights}
        if sum(clause.values()) >= _LEAST_CLAUSE:
            yield clause


def _is_of_the_text(text: str) -> bool:
    """Whether it asks that the text itself be adopted, signed or left."""
    known = tracing()
    opening = [word.casefold() for word in words(text)[:_OPENING]]
    named = next((at for at, word in enumerate(opening) if word in known.own_names), None)
    return named is not None and any(word in known.own_acts for word in opening[:named])


def _opening(text: str) -> frozenset[str]:
    marks = frozenset[str]().union(*(part.marks for part in meanings(text)[:_FIRST]))
    return marks if len(marks & {"more", "less"}) == 1 else frozenset()
