"""Which asks are the same: the pair test, on all pairs that can pass it.

Two asks are the same if they agree in what must not be mixed up (negation, weak or firm, the
words that make another thing of it, direction, numbers, addressee, names) and their words
overlap: twice the weight of what they share, over the weight of both, is at least ``SAME``
(Dice's measure; a stem shared counts with the lesser of its two weights). They must share two
telling stems, unless one of them has only one: a single word makes no ask. The weights come with
the package, so the test looks at nothing but the two asks. Pairs that come near (``NEAR``) are
linked too, for those who ask how alike whole groups are.

What a linked pair shares is at least ``NEAR / (2 - NEAR)`` of the weight of each. So the rarest
stem that they share is among the rarest of each (its prefix). Only pairs that share a stem there
are looked at, and of these only such as could still pass if they shared all that lies behind the
prefix that ends first.
No linked pair is missed by this.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from scipy import sparse

from stocktake.analysis.asks import TAIL_WEIGHT, Ask

SAME = 0.44
NEAR = 0.4
_ROWS = 200
_DENSE = 64
_CROWD = 8
_SLACK = 1e-9
_TELLING_SHARED = 2

Matrix = sparse.csr_array
Indexes = np.ndarray[tuple[int], np.dtype[np.int64]]
Values = np.ndarray[tuple[int], np.dtype[np.float64]]
Pairs = Iterator[tuple[int, int]]
Truths = np.ndarray[tuple[int], np.dtype[np.bool_]]


@dataclass(frozen=True, slots=True)
class Links:
    """Pairs of asks that are the same, by their places (*first* < *second*), and how alike."""

    first: Indexes
    second: Indexes
    likeness: Values

    def both_ways(self) -> Iterator[tuple[int, int, float]]:
        """Each pair twice, with how alike it is."""
        columns = (self.first.tolist(), self.second.tolist(), self.likeness.tolist())
        for first, second, likeness in zip(*columns, strict=True):
            yield first, second, likeness
            yield second, first, likeness


def link(asks: Sequence[Ask]) -> Links:
    """All pairs of *asks* that pass the test or come near it, in an order that depends on them
    alone."""
    blocks: dict[object, list[int]] = defaultdict(list)
    for place, ask in enumerate(asks):
        if ask.stems:
            blocks[ask.negative, ask.weak, ask.apart].append(place)
    found = [_link_block(asks, places) for places in blocks.values() if len(places) > 1]
    return merged([links for block in found for links in block])


def _link_block(asks: Sequence[Ask], places: list[int]) -> Iterator[Links]:
    members = [asks[place] for place in places]
    table = _Table.of(members)
    origin = np.array(places, dtype=np.int64)
    for start in range(0, len(members), _ROWS):
        first, second, likeness = table.close(start, min(start + _ROWS, len(members)))
        kept = table.agree(first, second)
        yield Links(origin[first[kept]], origin[second[kept]], likeness[kept])


@dataclass(frozen=True, slots=True)
class _Table:
    """Asks as rows, stems as columns: *layers* (a product of two rows is the weight shared),
    presence of all stems, of those in names, of *telling* ones; *prefixes* (layers of the prefix
    alone); per ask its weight, what the rest behind the prefix weighs, the rank of the prefix's
    last stem, and what must agree; *spread*: in how many prefixes each column is."""

    layers: Matrix
    present: Matrix
    named: Matrix
    telling: Matrix
    prefixes: Matrix
    rests: Values
    ends: Indexes
    numbers: Matrix
    addressees: Matrix
    instruments: Matrix
    acts: Matrix
    totals: Values
    spread: Indexes
    more: Indexes
    less: Indexes

    @classmethod
    def of(cls, asks: Sequence[Ask]) -> _Table:
        columns = _columns(stem for ask in asks for stem, _ in ask.stems)
        present = _ones(([stem for stem, _ in ask.stems] for ask in asks), columns)
        counts = np.asarray(present.sum(axis=0)).ravel()
        rarest = sorted(columns, key=lambda stem: (counts[columns[stem]], stem))
        ranks = {stem: rank for rank, stem in enumerate(rarest)}
        weights = [ask.weight for ask in asks]
        beginnings = [
            _prefix(ask, weight, ranks) for ask, weight in zip(asks, weights, strict=True)
        ]
        prefixes = _layers(asks, beginnings, columns)
        totals = np.array(weights)
        return cls(
            _layers(asks, [ask.stems for ask in asks], columns),
            present,
            _ones((sorted(ask.named) for ask in asks), columns),
            _ones((ask.telling for ask in asks), columns),
            prefixes,
            totals - np.asarray(prefixes.multiply(prefixes).sum(axis=1)).ravel(),
            np.array([ranks[stems[-1][0]] for stems in beginnings], dtype=np.int64),
            _sets([ask.numbers for ask in asks]),
            _sets([ask.addressees for ask in asks]),
            _sets([ask.instruments for ask in asks]),
            _sets([ask.acts for ask in asks]),
            totals,
            np.bincount(prefixes.indices, minlength=prefixes.shape[1]),
            np.array(["more" in ask.directions for ask in asks], dtype=np.int64),
            np.array(["less" in ask.directions for ask in asks], dtype=np.int64),
        )

    def close(self, start: int, end: int) -> tuple[Indexes, Indexes, Values]:
        """Pairs with a row in [start, end) as the first whose words overlap enough, and by how
        much (Dice's measure, 0 to 1)."""
        if self._crowded(start, end):
            return self._close_of_all(start, end)
        first, second = self._candidates(start, end)
        likeness = self._dice(_dot(self.layers, self.layers, first, second), first, second)
        close = likeness >= NEAR - _SLACK
        return first[close], second[close], likeness[close]

    def _crowded(self, start: int, end: int) -> bool:
        """Whether so many pairs share something in their prefixes that it is faster to look at
        all, than to look for those that do."""
        indptr, indices = self.prefixes.indptr, self.prefixes.indices
        sharing = self.spread[indices[indptr[start] : indptr[end]]].sum()
        return bool(sharing * _CROWD > (end - start) * self.prefixes.shape[0])

    def _close_of_all(self, start: int, end: int) -> tuple[Indexes, Indexes, Values]:
        rows = np.ascontiguousarray(self.layers[start:end].toarray().T)
        shared = self.layers[start:] @ rows
        both = self.totals[start:, None] + self.totals[None, start:end]
        second, first = np.nonzero(2 * shared >= (NEAR - _SLACK) * both)
        likeness = 2 * shared[second, first] / both[second, first]
        after = first < second
        return first[after] + start, second[after] + start, likeness[after]

    def _candidates(self, start: int, end: int) -> tuple[Indexes, Indexes]:
        """Pairs with a row in [start, end) as the first, that share enough in their prefixes."""
        shared = sparse.coo_array(self.prefixes[start:end] @ self.prefixes[start:].T)
        first = shared.coords[0].astype(np.int64) + start
        second = shared.coords[1].astype(np.int64) + start
        ends_first = self.ends[first] <= self.ends[second]
        most = shared.data + np.where(ends_first, self.rests[first], self.rests[second])
        able = 2 * most >= NEAR * (self.totals[first] + self.totals[second]) - _SLACK
        able &= first < second
        return first[able], second[able]

    def _dice(self, shared: Values, first: Indexes, second: Indexes) -> Values:
        return 2 * shared / (self.totals[first] + self.totals[second])

    def agree(self, first: Indexes, second: Indexes) -> Truths:
        """Whether nothing that must not be mixed up tells the two asks of a pair apart."""
        opposite = self._points(self.more, self.less, first, second)
        opposite |= self._points(self.less, self.more, first, second)
        numbers = self._set_apart(self.numbers, first, second, equal=True)
        addressees = self._set_apart(self.addressees, first, second, equal=False)
        instruments = self._set_apart(self.instruments, first, second, equal=True)
        acts = self._set_apart(self.acts, first, second, equal=False)
        names = self._other_names(first, second) | instruments | acts
        return self._share_enough(first, second) & ~(opposite | numbers | addressees | names)

    def _share_enough(self, first: Indexes, second: Indexes) -> Truths:
        sizes = _sizes(self.telling)
        needed = np.minimum(_TELLING_SHARED, np.minimum(sizes[first], sizes[second]))
        return _dot(self.telling, self.telling, first, second) >= needed

    def _points(self, one: Indexes, other: Indexes, first: Indexes, second: Indexes) -> Truths:
        """Whether the first points only one way, and the second only the other."""
        apart = one[first] * (1 - other[first]) * other[second] * (1 - one[second])
        return apart.astype(bool)

    def _set_apart(self, sets: Matrix, first: Indexes, second: Indexes, *, equal: bool) -> Truths:
        sizes = _sizes(sets)
        apart = (sizes[first] > 0) & (sizes[second] > 0)
        one, other = first[apart], second[apart]
        enough = np.maximum(sizes[one], sizes[other]) if equal else 1
        apart[apart] = _dot(sets, sets, one, other) < enough
        return apart

    def _other_names(self, first: Indexes, second: Indexes) -> Truths:
        """Whether each of the two names something that the other does not speak of."""
        sizes = _sizes(self.named)
        apart = (sizes[first] > 0) & (sizes[second] > 0)
        one, other = first[apart], second[apart]
        unmatched = sizes[one] - _dot(self.named, self.present, one, other)
        returned = sizes[other] - _dot(self.present, self.named, one, other)
        apart[apart] = (unmatched > 0) & (returned > 0)
        return apart


Stems = Sequence[tuple[str, float]]


def _prefix(ask: Ask, whole: float, ranks: dict[str, int]) -> Stems:
    """The rarest stems of an ask that weighs *whole*; the others weigh less than any passing
    pair must share."""
    spare = (1 - NEAR / (2 - NEAR)) * whole + _SLACK
    chosen: list[tuple[str, float]] = []
    passed = 0.0
    for stem, weight in sorted(ask.stems, key=lambda item: ranks[item[0]]):
        if passed > spare:
            break
        chosen.append((stem, weight))
        passed += weight
    return chosen


def _layers(asks: Sequence[Ask], rows: Iterable[Stems], columns: dict[str, int]) -> Matrix:
    """Rows of stems of *asks*: each stem's weight as two columns, what it weighs at least and
    what it weighs in a head more than that, each as its root: products then sum the lesser of
    two weights."""
    doubled = {key: (2 * column, 2 * column + 1) for key, column in columns.items()}
    starts, places = [0], list[int]()
    values = list[float]()
    for ask, row in zip(asks, rows, strict=True):
        for stem, weight in row:
            least, more = _split(weight, stem in ask.tail)
            places += doubled[stem]
            values += [math.sqrt(least), math.sqrt(more)]
        starts.append(len(places))
    shape = (len(asks), max(1, 2 * len(columns)))
    return sparse.csr_array((np.array(values, dtype=float), places, starts), shape=shape)


def _split(weight: float, in_tail: bool) -> tuple[float, float]:
    return (weight, 0.0) if in_tail else (weight * TAIL_WEIGHT, weight * (1 - TAIL_WEIGHT))


def _columns(keys: Iterable[str]) -> dict[str, int]:
    return {key: column for column, key in enumerate(sorted(set(keys)))}


def _ones(rows: Iterable[Iterable[str]], columns: dict[str, int]) -> Matrix:
    starts, places = [0], list[int]()
    for row in rows:
        places += [columns[key] for key in row if key in columns]
        starts.append(len(places))
    shape = (len(starts) - 1, max(1, len(columns)))
    return sparse.csr_array((np.ones(len(places)), places, starts), shape=shape)


def _sets(sets: Sequence[frozenset[str]]) -> Matrix:
    return _ones((sorted(row) for row in sets), _columns(key for row in sets for key in row))


def _sizes(sets: Matrix) -> Values:
    return np.asarray(sets.sum(axis=1), dtype=float).ravel()


def _dot(left: Matrix, right: Matrix, first: Indexes, second: Indexes) -> Values:
    """For each pair, the product of its row in *left* and its row in *right*; the rows *first* lie
    close together. Of many pairs, all products are made at once."""
    if not len(first):
        return np.zeros(0)
    start, behind = first.min(), first.max() + 1
    low, high = second.min(), second.max() + 1
    if len(first) * _DENSE > (behind - start) * (high - low):
        rows = np.ascontiguousarray(left[start:behind].toarray().T)
        return np.asarray((right[low:high] @ rows)[second - low, first - start], dtype=float)
    return np.asarray(left[first].multiply(right[second]).sum(axis=1), dtype=float).ravel()


def merged(parts: Sequence[Links]) -> Links:
    """All links of *parts*, one after another."""
    if not parts:
        nothing = np.zeros(0, dtype=np.int64)
        return Links(nothing, nothing, np.zeros(0))
    first = np.concatenate([part.first for part in parts])
    second = np.concatenate([part.second for part in parts])
    likeness = np.concatenate([part.likeness for part in parts])
    return Links(first, second, likeness)
