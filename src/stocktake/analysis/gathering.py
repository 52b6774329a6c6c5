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
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from stocktake.analysis.similarity import SAME, Links

TOGETHER = 0.35
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
    clusters = _Clusters(dict.fromkeys(able, 1), {at: {} for at in able})
    around = clusters.around
    for one, other, likeness in _inner(links, able, list(earlier)):
        around[one][other] = around[other][one] = likeness
    _keep(clusters, able, earlier)
    _join_all(clusters)
    return {at: _first(clusters.joined, at) for at in able}


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


def _inner(
    links: Links, able: Sequence[int], earlier: Sequence[int]
) -> Iterator[tuple[int, int, float]]:
    """The links between asks of *able*, but for those between two that were in clusters before:
    these are together already, or never will be."""
    inside = np.isin(links.first, able) & np.isin(links.second, able)
    inside &= ~(np.isin(links.first, earlier) & np.isin(links.second, earlier))
    likeness = [round(each, _DIGITS) for each in links.likeness[inside].tolist()]
    return zip(links.first[inside].tolist(), links.second[inside].tolist(), likeness, strict=True)


def _keep(clusters: _Clusters, able: Sequence[int], earlier: Mapping[int, int]) -> None:
    """Join what was together before."""
    firsts: dict[int, int] = {}
    for at in able:
        if at in earlier:
            first = firsts.setdefault(earlier[at], at)
            clusters.kept.add(first)
            if first != at:
                clusters.join(first, at)


def _stands(clusters: _Clusters, one: int, other: int, mean: float) -> bool:
    """Whether both clusters are still there, and as alike as they were."""
    there = one in clusters.sizes and other in clusters.around.get(one, ())
    return there and clusters.mean(one, other) == mean


def _first(joined: dict[int, int], at: int) -> int:
    while at in joined:
        at = joined[at]
    return at
