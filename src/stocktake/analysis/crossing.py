"""Links between asks in different languages, which share no words.

A vector tells what an ask is about, not whether it is for or against; so two asks in different
languages are linked only if their vectors lie close (``CLOSE``) and all agrees that can be told in
any language: negation, firmness, direction, numbers, instruments and acts; addressees stand as they
are written and cannot be compared. Each ask is linked only with those of another language to which
it is nearest, or nearly so (``BEHIND``): a vector is close to many that speak of the same matter.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

import numpy as np

from stocktake.analysis.asks import Ask
from stocktake.analysis.likeness import Vectors
from stocktake.analysis.matrices import Indexes
from stocktake.analysis.similarity import Links, merged

CLOSE = 0.55
BEHIND = 0.05
_ROWS = 512


def cross(asks: Sequence[Ask], vectors: Vectors) -> Links:
    """Links between *asks* in different languages; *vectors* has one row of length 1 an ask."""
    places: dict[str, list[int]] = defaultdict(list)
    for place, ask in enumerate(asks):
        places[ask.language].append(place)
    couples = combinations(sorted(places), 2)
    return merged(
        [
            part
            for one, other in couples
            for part in _between(asks, vectors, places[one], places[other])
        ]
    )


def _between(
    asks: Sequence[Ask], vectors: Vectors, ours: list[int], theirs: list[int]
) -> Iterator[Links]:
    one, other = np.array(ours), np.array(theirs)
    best = _nearest(vectors[other], vectors[one])
    for start in range(0, len(one), _ROWS):
        rows = one[start : start + _ROWS]
        likeness = vectors[rows] @ vectors[other].T
        near = likeness >= np.maximum(likeness.max(axis=1, keepdims=True), best[None, :]) - BEHIND
        first, second = np.nonzero(near & (likeness >= CLOSE))
        yield _agreeing(asks, rows[first], other[second], likeness[first, second])


def _nearest(rows: Vectors, others: Vectors) -> np.ndarray[tuple[int], np.dtype[np.float32]]:
    """How near the nearest of *others* lies to each of *rows*."""
    parts = [
        (rows[start : start + _ROWS] @ others.T).max(axis=1) for start in range(0, len(rows), _ROWS)
    ]
    return np.concatenate(parts)


def _agreeing(asks: Sequence[Ask], first: Indexes, second: Indexes, likeness: Vectors) -> Links:
    columns = zip(first.tolist(), second.tolist(), likeness.tolist(), strict=True)
    kept = [
        (*sorted((one, other)), like)
        for one, other, like in columns
        if _agree(asks[one], asks[other])
    ]
    return Links(
        np.array([one for one, _, _ in kept], dtype=np.int64),
        np.array([other for _, other, _ in kept], dtype=np.int64),
        np.array([like for _, _, like in kept], dtype=float),
    )


def _agree(one: Ask, other: Ask) -> bool:
    """Whether nothing that any language tells sets the two apart."""
    if (one.negative, one.weak) != (other.negative, other.weak):
        return False
    if len(one.directions) == len(other.directions) == 1 and one.directions != other.directions:
        return False
    equal = ((one.numbers, other.numbers), (one.instruments, other.instruments))
    acts_differ = one.acts and other.acts and not one.acts & other.acts
    return not acts_differ and all(ours == theirs for ours, theirs in equal)
