"""Which provisions come into question for which ask: those that hold most of its words.

The measure is containment, not likeness, since a provision says more than any one ask: the weight
of the ask's stems that the provision holds, over the weight of all. What stands in a heading or
chapeau above it counts in part.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from itertools import chain

import numpy as np
from scipy import sparse

from stocktake.analysis.tracing.units import Unit
from stocktake.analysis.tracing.wanted import Wanted

ABOVE = 0.3
CANDIDATES = 8
_COMMON = 0.35
_ROWS = 500

Floats = np.ndarray[tuple[int, ...], np.dtype[np.float64]]
Places = np.ndarray[tuple[int, ...], np.dtype[np.int64]]
Embed = Callable[[Sequence[str]], Floats]


def rarity(units: Sequence[Unit]) -> Mapping[str, float]:
    """How little of the draft each stem is in, from 0.35 (everywhere) to 1 (nowhere)."""
    counts = Counter(chain.from_iterable(unit.stems for unit in units))
    whole = math.log(len(units) + 2)
    return {
        stem: _COMMON + (1 - _COMMON) * math.log((len(units) + 2) / (count + 1)) / whole
        for stem, count in counts.items()
    }


def candidates(
    asks: Sequence[Wanted],
    units: Sequence[Unit],
    likeness: Callable[[int, int], tuple[Floats, Floats]] | None,
) -> list[list[int]]:
    """For each ask the places of the units that hold most of it, or are most like it in meaning,
    in ascending order. *likeness* gives how like the asks in a range are to all units, in several
    ways."""
    columns = {stem: at for at, stem in enumerate(sorted(_stems(units)))}
    held = _held(units, columns)
    found: list[list[int]] = []
    for start in range(0, len(asks), _ROWS):
        some = asks[start : start + _ROWS]
        shared = (_weights(some, columns) @ held).toarray()
        best = _best(shared)
        if likeness is not None:
            ways = likeness(start, start + len(some))
            best = np.hstack([best, *map(_best, ways)])
        found += [sorted(set(row)) for row in best.tolist()]
    return found


def _stems(units: Sequence[Unit]) -> set[str]:
    return set(chain.from_iterable(unit.stems | unit.above for unit in units))


def _held(units: Sequence[Unit], columns: Mapping[str, int]) -> sparse.csc_array:
    """Stems as rows, units as columns."""
    cells = [
        (columns[stem], at, 1.0 if stem in unit.weights else ABOVE)
        for at, unit in enumerate(units)
        for stem in sorted(unit.stems | unit.above)
    ]
    return sparse.csc_array(_matrix(cells, (len(columns), len(units))))


def _weights(asks: Sequence[Wanted], columns: Mapping[str, int]) -> sparse.csr_array:
    cells = [
        (at, columns[stem], weight)
        for at, ask in enumerate(asks)
        for stem, weight in ask.weights.items()
        if stem in columns
    ]
    return sparse.csr_array(_matrix(cells, (len(asks), len(columns))))


def _matrix(cells: Sequence[tuple[int, int, float]], shape: tuple[int, int]) -> sparse.coo_array:
    rows, columns, values = zip(*cells, strict=True) if cells else ((), (), ())
    return sparse.coo_array((np.array(values, float), (rows, columns)), shape=shape)


def _best(scores: Floats) -> Places:
    """The columns of the highest scores of each row; of equal ones, the first."""
    return np.argsort(-scores, axis=1, kind="stable")[:, :CANDIDATES]
