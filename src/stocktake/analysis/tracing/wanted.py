"""What an ask wants, in the form in which it is looked for in a draft."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from stocktake.analysis.asks import Ask, read_ask
from stocktake.analysis.tracing.units import meanings
from stocktake.lexicon.spelling import words
from stocktake.lexicon.tracing import tracing

_OPENING = 12
_FIRST = 4

Weights = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Wanted:
    """An ask: its stems with their weights, those of *named* things among them, the kinds of
    *people* that it names, the direction in which it opens (``more``, ``less``), and whether it is
    about the text itself."""

    text: str
    ask: Ask
    weights: Weights
    named: Weights
    people: frozenset[str]
    opening: frozenset[str]
    of_the_text: bool


def wanted(text: str, rarity: Weights, addressees: frozenset[str] = frozenset()) -> Wanted:
    """What *text* asks for; *rarity* (0..1, by stem) is how little of a draft a stem is in."""
    ask = read_ask(text, addressees)
    known = tracing()
    weights: dict[str, float] = {}
    for stem, weight in (item for item in ask.stems if item[0] not in known.said):
        one = known.stem(stem)
        weights[one] = max(weights.get(one, 0.0), weight * rarity.get(one, 1.0))
    names = sorted(known.stem(stem) for stem in ask.named)
    named = {stem: weights[stem] for stem in names if stem in weights}
    people = frozenset(known.people[stem] for stem, _ in ask.stems if stem in known.people)
    return Wanted(text, ask, weights, named, people, _opening(text), _is_of_the_text(text))


def _is_of_the_text(text: str) -> bool:
    """Whether it asks that the text itself be adopted, signed or left."""
    known = tracing()
    opening = [word.casefold() for word in words(text)[:_OPENING]]
    named = next((at for at, word in enumerate(opening) if word in known.own_names), None)
    return named is not None and any(word in known.own_acts for word in opening[:named])


def _opening(text: str) -> frozenset[str]:
    marks = frozenset[str]().union(*(part.marks for part in meanings(text)[:_FIRST]))
    return marks if len(marks & {"more", "less"}) == 1 else frozenset()
