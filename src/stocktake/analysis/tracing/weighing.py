"""How likely it is that a provision asks for what an ask wants.

Words are weighed by containment, since provisions are long: what share of the ask's weight stands
close together in the provision, and whether the same is to be done with the same thing. Where
vectors are there, nearness in meaning is weighed with it. What must not be mixed up (people,
negation, the text itself) is no matter of degree.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

from stocktake.analysis.tracing.candidates import ABOVE
from stocktake.analysis.tracing.opposing import is_against
from stocktake.analysis.tracing.pieces import Near
from stocktake.analysis.tracing.scoring import MEANING, WORDS, scorer
from stocktake.analysis.tracing.units import Unit
from stocktake.analysis.tracing.wanted import Wanted, Weights

_WINDOW = 24
_STEP = 8
_ELSEWHERE = 0.5
_ENOUGH = 12.0
_FEWEST = 2
_FIRST = 10.0
_DOUBT = 0.1
_OPPOSITE = (("more", "less"), ("less", "more"))


@dataclass(frozen=True, slots=True)
class Weighed:
    """A provision held against an ask. *whole*: the share of the ask that it holds; *of_all*: it
    speaks of all the people that the ask names; *turned*: one of them denies what the other asks;
    *against*: it is against a thing that the ask names; *rank*: the higher, the closer; *score*:
    0..1, how likely it is that the provision asks for at least a part of it."""

    unit: Unit
    whole: float
    of_all: bool
    turned: bool
    against: bool
    rank: float
    score: float


def weigh(ask: Wanted, unit: Unit, near: Near | None) -> Weighed:
    """*unit* held against *ask*; *near* is how near they are in meaning, None without vectors."""
    is_said = is_word_for_word(ask, unit)
    if is_apart(ask, unit) and not is_said:
        return Weighed(
            unit, whole=0.0, of_all=False, turned=False, against=False, rank=-math.inf, score=0.0
        )
    found = looked_at(ask, unit, near)
    by = scorer(WORDS if near is None else MEANING)
    rank, score = by.rank(found), by.score(found)
    if is_said:
        rank, score = rank + _FIRST, 1 - (1 - score) * _DOUBT
    of_all = ask.people <= unit.people
    turned, against = is_turned(ask, unit), is_against(unit, ask.weights)
    return Weighed(unit, found["whole"], of_all, turned, against, rank, score)


def looked_at(ask: Wanted, unit: Unit, near: Near | None) -> Mapping[str, float]:
    """What is weighed, each 0..1: *whole*, the share of the ask that stands close together in the
    unit; *shared*, how much that is; *back*, the share of the unit that the ask holds; *lost*, the
    share of the ask that is names of which the unit does not speak; *done*, the share of what the
    ask wants done to things that the unit wants done to them too; *title* and *named*, *whole* and
    *back* once more of units that are headings; *like* and *unit*, the cosine with its nearest
    piece and with the whole."""
    whole, back = held(ask.weights, [part.stem for part in unit.told], unit), _back(ask, unit)
    total = sum(ask.weights.values())
    found = {
        "whole": whole,
        "shared": min(1.0, whole * total / _ENOUGH),
        "back": back,
        "lost": _lost(ask, unit) / total if total else 0.0,
        "done": _done(ask, unit),
        "title": whole * unit.is_title,
        "named": back * unit.is_title,
    }
    return found if near is None else found | {"like": near.piece, "unit": near.whole}


def _back(ask: Wanted, unit: Unit) -> float:
    """The share of the unit's weight that the ask holds."""
    total = sum(unit.weights.values())
    both = sum(weight for stem, weight in unit.weights.items() if stem in ask.weights)
    return both / (total or 1.0)


def _lost(ask: Wanted, unit: Unit) -> float:
    """What the names weigh that the ask names and the unit does not speak of."""
    return sum(weight for stem, weight in ask.named.items() if stem not in unit.weights)


def _done(ask: Wanted, unit: Unit) -> float:
    """The share, by the weight of the things, of the ask's deeds that are the unit's too."""
    # Summed exactly, since a set comes in another order in each process.
    total = math.fsum(ask.weights.get(thing, 0.0) for _, thing in ask.deeds)
    both = math.fsum(ask.weights.get(thing, 0.0) for _, thing in ask.deeds & unit.deeds)
    return both / total if total else 0.0


def held(weights: Weights, stems: list[str], unit: Unit) -> float:
    """The share of *weights* that stands within one window of the unit's words; what stands
    elsewhere in it counts half, what stands above it less."""
    total = sum(weights.values())
    inside = frozenset(stems)
    rest = {
        stem: _ELSEWHERE if stem in inside else ABOVE if stem in unit.above else 0.0
        for stem in weights
    }
    best = max(
        sum(weight * (1.0 if stem in window else rest[stem]) for stem, weight in weights.items())
        for window in _windows(stems)
    )
    return best / total if total else 0.0


def _windows(stems: list[str]) -> list[frozenset[str]]:
    starts = range(0, max(1, len(stems) - _WINDOW + _STEP), _STEP)
    return [frozenset(stems[start : start + _WINDOW]) for start in starts]


def is_word_for_word(ask: Wanted, unit: Unit) -> bool:
    """Whether the words of the ask that say something stand in the unit one after another."""
    wanted, told = [part.stem for part in ask.told], [part.stem for part in unit.told]
    starts = range(len(told) - len(wanted) + 1)
    return len(wanted) >= _FEWEST and any(
        told[start : start + len(wanted)] == wanted for start in starts
    )


def is_apart(ask: Wanted, unit: Unit) -> bool:
    """Whether the ask is about people of whom the provision does not speak, or about the text."""
    return ask.of_the_text or (bool(ask.people) and not ask.people & unit.people)


def is_turned(ask: Wanted, unit: Unit) -> bool:
    """Whether the ask denies what the unit does not, or the two open in opposite directions."""
    if ask.ask.negative and not any("not" in part.marks for part in unit.told):
        return True
    marks = frozenset[str]().union(*(part.marks for part in unit.told[:_STEP]))
    return any(one in ask.opening and two in marks and one not in marks for one, two in _OPPOSITE)
