"""Which asks are the same: the pair test, on all pairs that can pass it.

Two asks are the same if they agree in what must not be mixed up (`vetoes`) and are likely enough
one (``SAME``), by what was learnt of pairs labelled by people (`likeness`): from there on most of
these pairs are told rightly. Pairs that come near (``NEAR``) are linked too, for those who ask how
alike whole groups are. Weights come with the package: the test looks at nothing but the two asks.

Only pairs are looked at whose words overlap by ``OVERLAP`` (Dice's measure). What such a pair
shares is at least ``OVERLAP / (2 - OVERLAP)`` of the weight of each. So the rarest stem that they
share is among the rarest of each (its prefix). Only pairs that share a stem there are looked at,
and of these only such as could still overlap enough if they shared all that lies behind the prefix
that ends first. No such pair is missed by this.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from scipy import sparse

from stocktake.analysis.asks import Ask
from stocktake.analysis.likeness import Likeness, Meant
from stocktake.analysis.matrices import (
    Indexes,
    Matrix,
    Stems,
    Truths,
    Values,
    columns,
    dot,
    sizes,
    weighted,
)
from stocktake.analysis.vetoes import Vetoes

SAME = 0.4
NEAR = 0.25
OVERLAP = 0.25
_ROWS = 200
_CROWD = 8
_SLACK = 1e-9

Pairs = Iterator[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Links:
    """Pairs of asks that are the same, by their places (*first* < *second*), and how alike."""

    first: Indexes
    second: Indexes
    likeness: Values

    def touching(self, places: Sequence[int]) -> Links:
        """Those of which one ask or both are at *places*."""
        there = np.isin(self.first, places) | np.isin(self.second, places)
        return Links(self.first[there], self.second[there], self.likeness[there])

    def both_ways(self) -> Iterator[tuple[int, int, float]]:
        """Each pair twice, with how alike it is."""
        lists = (self.first.tolist(), self.second.tolist(), self.likeness.tolist())
        for first, second, likeness in zip(*lists, strict=True):
            yield first, second, likeness
            yield second, first, likeness


def link(
    asks: Sequence[Ask],
    meant: Meant | None = None,
    near: float = NEAR,
    firsts: int | None = None,
) -> Links:
    """All pairs of *asks* that pass the test or come *near* it, in an order that depends on them
    alone; if *firsts* is given, those with one of so many first asks alone."""
    wanted = len(asks) if firsts is None else firsts
    blocks: dict[object, list[int]] = defaultdict(list)
    for place, ask in enumerate(asks):
        if ask.stems:
            blocks[ask.negative, ask.weak, ask.always_apart].append(place)
    found = [
        _link_block(asks, places, meant, near, bisect_left(places, wanted))
        for places in blocks.values()
        if len(places) > 1
    ]
    return merged([links for block in found for links in block])


def _link_block(
    asks: Sequence[Ask], places: list[int], meant: Meant | None, least: float, firsts: int
) -> Iterator[Links]:
    if not firsts:
        return
    members = [asks[place] for place in places]
    table, vetoes = _Table.of(members), Vetoes.of(members)
    likeness = Likeness.of(members, vetoes, meant.of(places) if meant else None)
    origin = np.array(places, dtype=np.int64)
    for start in range(0, firsts, _ROWS):
        first, second = table.overlapping(start, min(start + _ROWS, firsts))
        passing = vetoes.pass_all(first, second)
        first, second = first[passing], second[passing]
        scores = likeness.score(first, second)
        near = scores >= least
        yield Links(origin[first[near]], origin[second[near]], scores[near])


@dataclass(frozen=True, slots=True)
class _Table:
    """Asks as rows of stems, *whole* and by their *prefixes* alone; per ask its weight, what the
    rest behind the prefix weighs, the rank of the prefix's last stem; *spread*: in how many
    prefixes each column is."""

    whole: Matrix
    prefixes: Matrix
    totals: Values
    rests: Values
    ends: Indexes
    spread: Indexes

    @classmethod
    def of(cls, asks: Sequence[Ask]) -> _Table:
        places = columns(stem for ask in asks for stem, _ in ask.stems)
        whole = weighted([ask.stems for ask in asks], places)
        counts = np.bincount(whole.indices, minlength=whole.shape[1])
        rarest = sorted(places, key=lambda stem: (counts[places[stem]], stem))
        ranks = {stem: rank for rank, stem in enumerate(rarest)}
        beginnings = [_prefix(ask, ranks) for ask in asks]
        prefixes = weighted(beginnings, places)
        totals = sizes(whole)
        return cls(
            whole,
            prefixes,
            totals,
            totals - sizes(prefixes),
            np.array([ranks[stems[-1][0]] for stems in beginnings], dtype=np.int64),
            np.bincount(prefixes.indices, minlength=prefixes.shape[1]),
        )

    def overlapping(self, start: int, end: int) -> tuple[Indexes, Indexes]:
        """Pairs with a row in [start, end) as the first whose words overlap enough."""
        if self._crowded(start, end):
            return self._of_all(start, end)
        first, second = self._candidates(start, end)
        enough = self._is_enough(dot(self.whole, self.whole, first, second), first, second)
        return first[enough], second[enough]

    def _is_enough(self, shared: Values, first: Indexes, second: Indexes) -> Truths:
        both = self.totals[first] + self.totals[second]
        return np.asarray(2 * shared >= OVERLAP * both - _SLACK)

    def _crowded(self, start: int, end: int) -> bool:
        """Whether so many pairs share something in their prefixes that it is faster to look at
        all, than to look for those that do."""
        indptr, indices = self.prefixes.indptr, self.prefixes.indices
        sharing = self.spread[indices[indptr[start] : indptr[end]]].sum()
        return bool(sharing * _CROWD > (end - start) * self.prefixes.shape[0])

    def _of_all(self, start: int, end: int) -> tuple[Indexes, Indexes]:
        rows = np.ascontiguousarray(self.whole[start:end].toarray().T)
        shared = self.whole[start:] @ rows
        both = self.totals[start:, None] + self.totals[None, start:end]
        second, first = np.nonzero(2 * shared >= OVERLAP * both - _SLACK)
        after = first < second
        return first[after] + start, second[after] + start

    def _candidates(self, start: int, end: int) -> tuple[Indexes, Indexes]:
        """Pairs with a row in [start, end) as the first, that share enough in their prefixes."""
        shared = sparse.coo_array(self.prefixes[start:end] @ self.prefixes[start:].T)
        first = shared.coords[0].astype(np.int64) + start
        second = shared.coords[1].astype(np.int64) + start
        ends_first = self.ends[first] <= self.ends[second]
        most = shared.data + np.where(ends_first, self.rests[first], self.rests[second])
        able = self._is_enough(most, first, second) & (first < second)
        return first[able], second[able]


def _prefix(ask: Ask, ranks: Mapping[str, int]) -> Stems:
    """The rarest stems of an ask; the others weigh less than any overlapping pair must share."""
    spare = (1 - OVERLAP / (2 - OVERLAP)) * ask.weight + _SLACK
    chosen: list[tuple[str, float]] = []
    passed = 0.0
    for stem, weight in sorted(ask.stems, key=lambda item: ranks[item[0]]):
        if passed > spare:
            break
        chosen.append((stem, weight))
        passed += weight
    return chosen


def merged(parts: Sequence[Links]) -> Links:
    """All links of *parts*, one after another."""
    if not parts:
        nothing = np.zeros(0, dtype=np.int64)
        return Links(nothing, nothing, np.zeros(0))
    first = np.concatenate([part.first for part in parts])
    second = np.concatenate([part.second for part in parts])
    likeness = np.concatenate([part.likeness for part in parts])
    return Links(first, second, likeness)
