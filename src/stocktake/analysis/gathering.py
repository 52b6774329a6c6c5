"""Links between asks → clusters, by average linkage.

Two clusters become one, the most alike first, as long as the mean likeness over all pairs between
them is at least ``TOGETHER``; a pair that is not linked counts as not alike at all. So a single
link between two clusters joins nothing, and no chain of small steps joins what is far apart. Two
asks that stand alone must pass the pair test (`similarity.SAME`). (Average linkage, or UPGMA:
Sokal and Michener, 1958.)

Clusters that were there before are kept as they are, and are never joined: new asks join them, or
each other.
"""

from __future__ import annotations

import heapq
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from stocktake.analysis.rounds import Edges, Flags, Indexes, Nodes, Values, join_certain, summed
from stocktake.analysis.similarity import SAME, Links

TOGETHER = 0.38
_DIGITS = 9
_A_GLANCE = 2 * 10**-_DIGITS

Candidate = tuple[float, int, int]


@dataclass(slots=True)
class _Clusters:
    """Clusters by their first asks: how many asks each has, and how alike it is, in sum, to
    each of those around it; *kept* are clusters that were there before."""

    sizes: dict[int, int]
    around: dict[int, dict[int, float]]
    joined: dict[int, int] = field(default_factory=dict)
    kept: set[int] = field(default_factory=set)

    def mean(self, one: int, other: int) -> float | None:
        """The mean likeness of two clusters; None if they may not be joined."""
        pairs = self.sizes[one] * self.sizes[other]
        if one in self.kept and other in self.kept:
            return None
        mean = round(self.around[one][other] / pairs, _DIGITS)
        return mean if mean >= (SAME if pairs == 1 else TOGETHER) else None

    def join(self, one: int, other: int) -> int:
        """Join two clusters under the first ask of both; that of a kept one stays."""
        stays, goes = sorted((one, other))
        if goes in self.kept:
            self.kept.add(stays)
        self.joined[goes] = stays
        self.sizes[stays] += self.sizes.pop(goes)
        mine, theirs = self.around[stays], self.around.pop(goes)
        for neighbour, likeness in theirs.items():
            near = self.around[neighbour]
            near.pop(goes, None)
            if neighbour != stays:
                mine[neighbour] = near[stays] = mine.get(neighbour, 0.0) + likeness
        mine.pop(goes, None)
        return stays

    def nearest(self, one: int) -> Candidate | None:
        """The cluster around *one* that is most like it, of those that it may be joined with."""
        likely = self._likely(one)
        while likely:
            least = max(likely)[0] - _A_GLANCE
            means = ((other, self.mean(one, other)) for near, other in likely if near >= least)
            found = [(-mean, *_ordered(one, other)) for other, mean in means if mean is not None]
            if found:
                return min(found)
            likely = [item for item in likely if item[0] < least]
        return None

    def _likely(self, one: int) -> list[tuple[float, int]]:
        """How alike, not rounded, and which: those that may be alike enough, at a glance."""
        sizes, size = self.sizes, self.sizes[one]
        least = size * (TOGETHER - _A_GLANCE)
        never = self.kept if one in self.kept else ()
        return [
            (likeness / (size * sizes[other]), other)
            for other, likeness in self.around[one].items()
            if likeness >= least * sizes[other] and other not in never
        ]


def gather(able: Sequence[int], links: Links, earlier: Mapping[int, int]) -> dict[int, int]:
    """For each ask of *able*, in order, the first ask of its cluster; *earlier* tells the number
    of the cluster in which an ask was before."""
    nodes, edges = join_certain(*_begun(able, links, earlier), _may_join, _DIGITS)
    clusters = _clusters(nodes, edges)
    _join_all(clusters)
    return {at: able[_first(clusters.joined, number)] for number, at in enumerate(able)}


def _begun(able: Sequence[int], links: Links, earlier: Mapping[int, int]) -> tuple[Nodes, Edges]:
    """Each ask alone, or with those it was with before, by its place in *able*."""
    count = len(able)
    firsts: dict[int, int] = {}
    together = np.arange(count)
    for number, at in enumerate(able):
        if at in earlier:
            together[number] = firsts.setdefault(earlier[at], number)
    kept = np.zeros(count, dtype=bool)
    kept[list(firsts.values())] = True
    sizes = np.bincount(together, minlength=count)
    return Nodes(together, sizes, kept), _inner(links, able, list(earlier), together)


def _may_join(means: Values, pairs: Indexes) -> Flags:
    return means >= np.where(pairs == 1, SAME, TOGETHER)


def _clusters(nodes: Nodes, edges: Edges) -> _Clusters:
    """The same by the numbers of clusters, to be joined one by one."""
    stands = np.flatnonzero(nodes.joined == np.arange(len(nodes.joined))).tolist()
    around: dict[int, dict[int, float]] = {at: {} for at in stands}
    columns = (edges.first.tolist(), edges.second.tolist(), edges.sum.tolist())
    for one, other, likeness in zip(*columns, strict=True):
        around[one][other] = around[other][one] = likeness
    sizes = dict(zip(stands, nodes.sizes[stands].tolist(), strict=True))
    joined = {at: to for at, to in enumerate(nodes.joined.tolist()) if at != to}
    return _Clusters(sizes, around, joined, set(np.flatnonzero(nodes.kept).tolist()) & set(stands))


def _join_all(clusters: _Clusters) -> None:
    """Join the most alike, as long as there are any.

    Each cluster waits with the one nearest to it when it was looked at. A join brings none nearer
    to a third cluster but the joined one, which is looked at anew; so what waits first is nearest
    of all, or out of date.
    """
    waiting = _Waiting([], {})
    for one in clusters.around:
        waiting.renew(one, clusters)
    while waiting.heap:
        item, owner = heapq.heappop(waiting.heap)
        if waiting.nearest.get(owner) is item:
            negative, one, other = item
            if _stands(clusters, one, other, -negative):
                owner = clusters.join(one, other)
                waiting.nearest.pop(other)
            waiting.renew(owner, clusters)


@dataclass(frozen=True, slots=True)
class _Waiting:
    """The nearest of each cluster, and a heap of them with the clusters they belong to; what is
    in the heap and no cluster's nearest any more is passed over."""

    heap: list[tuple[Candidate, int]]
    nearest: dict[int, Candidate | None]

    def renew(self, one: int, clusters: _Clusters) -> None:
        found = self.nearest[one] = clusters.nearest(one)
        if found:
            heapq.heappush(self.heap, (found, one))


def _ordered(one: int, other: int) -> tuple[int, int]:
    return (one, other) if one < other else (other, one)


def _inner(links: Links, able: Sequence[int], earlier: Sequence[int], together: Indexes) -> Edges:
    """The links between asks of *able*, but for those between two that were in clusters before:
    these are together already, or never will be."""
    inside = np.isin(links.first, able) & np.isin(links.second, able)
    inside &= ~(np.isin(links.first, earlier) & np.isin(links.second, earlier))
    number = np.searchsorted(able, [links.first[inside], links.second[inside]])
    return summed(
        together[number[0]], together[number[1]], np.round(links.likeness[inside], _DIGITS)
    )


def _stands(clusters: _Clusters, one: int, other: int, mean: float) -> bool:
    """Whether both clusters are still there, and as alike as they were."""
    there = one in clusters.sizes and other in clusters.around.get(one, ())
    return there and clusters.mean(one, other) == mean


def _first(joined: dict[int, int], at: int) -> int:
    while at in joined:
        at = joined[at]
    return at
