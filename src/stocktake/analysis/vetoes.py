"""What must not be mixed up: asks that differ in it are never one, however alike their words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from stocktake.analysis.asks import Ask, telling
from stocktake.analysis.matrices import (
    Indexes,
    Matrix,
    Truths,
    Values,
    columns,
    dot,
    ones,
    sets,
    sizes,
)

_TELLING_SHARED = 2


@dataclass(frozen=True, slots=True)
class Vetoes:
    """Asks as rows, by what must agree: presence of all stems, of those in names, of *telling*
    ones and of those that make another thing of it (*apart*); how many telling *objects* each has;
    sets that must agree; directions."""

    present: Matrix
    named: Matrix
    telling: Matrix
    objects: Indexes
    apart: Matrix
    numbers: Matrix
    addressees: Matrix
    instruments: Matrix
    acts: Matrix
    more: Indexes
    less: Indexes

    @classmethod
    def of(cls, asks: Sequence[Ask]) -> Vetoes:
        places = columns(stem for ask in asks for stem in _spoken_of(ask))
        return cls(
            ones(map(_spoken_of, asks), places),
            ones((sorted(ask.named) for ask in asks), places),
            ones((telling(ask.stems) for ask in asks), places),
            np.array([len(telling(ask.objects)) for ask in asks]),
            ones((sorted(ask.apart) for ask in asks), places),
            sets([ask.numbers for ask in asks]),
            sets([ask.addressees for ask in asks]),
            sets([ask.instruments for ask in asks]),
            sets([ask.acts for ask in asks]),
            np.array(["more" in ask.directions for ask in asks], dtype=np.int64),
            np.array(["less" in ask.directions for ask in asks], dtype=np.int64),
        )

    def pass_all(self, first: Indexes, second: Indexes) -> Truths:
        """Whether nothing tells the two asks of a pair apart."""
        opposite = self._points(self.more, self.less, first, second)
        opposite |= self._points(self.less, self.more, first, second)
        numbers = _differ(self.numbers, first, second, equal=True)
        addressees = _differ(self.addressees, first, second, equal=False)
        instruments = _differ(self.instruments, first, second, equal=True)
        acts = _differ(self.acts, first, second, equal=False)
        things = self._each_alone(self.named, first, second)
        things |= self._each_alone(self.apart, first, second)
        found = opposite | numbers | addressees | instruments | acts | things
        return self._share_enough(first, second) & ~found

    def another_thing(self, first: Indexes, second: Indexes) -> Values:
        """1 where one of the two speaks of what makes another thing of it and the other does not,
        else 0."""
        ours, theirs = self._left_over(self.apart, first, second)
        return np.asarray(ours + theirs > 0, dtype=float)

    def another_act(self, first: Indexes, second: Indexes) -> Values:
        """1 where one of the two asks for an act never to be mixed up, and the other does not,
        else 0."""
        counts = sizes(self.acts)
        both = dot(self.acts, self.acts, first, second)
        return np.asarray(counts[first] + counts[second] > 2 * both, dtype=float)

    def _share_enough(self, first: Indexes, second: Indexes) -> Truths:
        counts = np.minimum(self.objects[first], self.objects[second])
        needed = np.clip(counts, 1, _TELLING_SHARED)
        return np.asarray(dot(self.telling, self.telling, first, second) >= needed)

    def _points(self, one: Indexes, other: Indexes, first: Indexes, second: Indexes) -> Truths:
        """Whether the first points only one way, and the second only the other."""
        apart = one[first] * (1 - other[first]) * other[second] * (1 - one[second])
        return apart.astype(bool)

    def _each_alone(self, rows: Matrix, first: Indexes, second: Indexes) -> Truths:
        """Whether each of the two has something in its row that the other does not speak of."""
        counts = sizes(rows)
        apart = (counts[first] > 0) & (counts[second] > 0)
        ours, theirs = self._left_over(rows, first[apart], second[apart])
        apart[apart] = (ours > 0) & (theirs > 0)
        return apart

    def _left_over(self, rows: Matrix, first: Indexes, second: Indexes) -> tuple[Values, Values]:
        """How much of the rows of either the other does not speak of."""
        counts = sizes(rows)
        return (
            counts[first] - dot(rows, self.present, first, second),
            counts[second] - dot(self.present, rows, first, second),
        )


def _spoken_of(ask: Ask) -> list[str]:
    return sorted(ask.apart.union(stem for stem, _ in ask.stems))


def _differ(rows: Matrix, first: Indexes, second: Indexes, *, equal: bool) -> Truths:
    """Whether both have something in their rows, and not the same, or (not *equal*) nothing in
    common."""
    counts = sizes(rows)
    apart = (counts[first] > 0) & (counts[second] > 0)
    one, other = first[apart], second[apart]
    enough = np.maximum(counts[one], counts[other]) if equal else 1
    apart[apart] = dot(rows, rows, one, other) < enough
    return apart
