"""How likely it is that a provision asks for what an ask wants.

Words are weighed by containment, since provisions are long: what share of the ask's weight stands
close together in the provision. Where vectors are there, nearness in meaning is weighed with it.
What must not be mixed up (people, negation, the text itself) is no matter of degree.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

from stocktake.analysis.tracing.candidates import ABOVE
from stocktake.analysis.tracing.units import Unit
from stocktake.analysis.tracing.wanted import Wanted, Weights
from stocktake.lexicon.tracing import Scorer, tracing

_WINDOW = 24
_STEP = 8
_ELSEWHERE = 0.5
_ENOUGH = 12.0
_OPPOSITE = (("more", "less"), ("less", "more"))


@dataclass(frozen=True, slots=True)
class Weighed:
    """A provision held against an ask. *whole*: the share, 0..1, of the ask's weight that stands
    close together in it; *part*: the same for the ask's best clause; *like*: how near the two are
    in meaning (cosine), None without vectors; *turned*: one of them denies what the other asks;
    *score*: 0..1, how likely it is that the provision asks for at least a part of it."""

    unit: Unit
    whole: float
    part: float
    like: float | None
    turned: bool
    score: float


def weigh(ask: Wanted, unit: Unit, like: float | None) -> Weighed:
    """*unit* held against *ask*."""
    whole, part = _shares(ask, unit)
    if is_apart(ask, unit):
        return Weighed(unit, whole, part, like, False, 0.0)
    shared = min(1.0, whole * sum(ask.weights.values()) / _ENOUGH)
    found = {"whole": whole, "part": part, "shared": shared, "like": like or 0.0}
    return Weighed(unit, whole, part, like, is_turned(ask, unit), score(found, _scorer(like)))


def score(found: Mapping[str, float], scorer: Scorer) -> float:
    """Logistic regression on what was *found*."""
    odds = scorer.base + sum(weight * found[name] for name, weight in scorer.weights)
    return 1 / (1 + math.exp(-odds))


def _scorer(like: float | None) -> Scorer:
    return tracing().words if like is None else tracing().vectors


def _shares(ask: Wanted, unit: Unit) -> tuple[float, float]:
    """What share of the ask, and of its best clause, stands in the unit."""
    stems = [part.stem for part in unit.told]
    whole = held(ask.weights, stems, unit)
    parts = (held(clause, stems, unit) for clause in ask.clauses)
    return whole, max(parts, default=whole)


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


def is_apart(ask: Wanted, unit: Unit) -> bool:
    """Whether the ask is about people of whom the provision does not speak, or about the text."""
    people = tracing().people
    named = {people[part.stem] for part in unit.told if part.stem in people}
    return ask.of_the_text or (bool(ask.people) and not ask.people & named)


def is_turned(ask: Wanted, unit: Unit) -> bool:
    """Whether the ask denies what the unit does not, or the two open in opposite directions."""
    if ask.ask.negative and not any("not" in part.marks for part in unit.told):
        return True
    marks = frozenset[str]().union(*(part.marks for part in unit.told[:_STEP]))
    return any(one in ask.opening and two in marks and one not in marks for one, two in _OPPOSITE)
