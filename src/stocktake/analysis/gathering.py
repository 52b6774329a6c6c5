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

from stocktake.analysis.similarity import SAME, Links

TOGETHER = 0.25
_DIGITS = 9

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
        size = self.sizes[one] * self.sizes[other]
        if one in self.kept and other in self.kept:
            return None
        mean = round(self.around[one][other] / size, _DIGITS)
        return mean if mean >= (SAME if size == 1 else TOGETHER) else None

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

    def candidates(self, one: int) -> Iterator[Candidate]:
        """The clusters around *one* that may be joined with it, most alike first in a heap."""
        for other in self.around[one]:
            mean = self.mean(one, other)
            if mean is not None:
                yield -mean, *sorted((one, other))  # type: ignore[misc]


def gather(able: Sequence[int], links: Links, earlier: Mapping[int, int]) -> dict[int, int]:
    """For each ask of *able*, in order, the first ask of its cluster; *earlier* tells the number
    of the cluster in which an ask was before."""
    clusters = _Clusters(dict.fromkeys(able, 1), {at: {} for at in able})
    for one, other, likeness in _inner(links, clusters.around):
        clusters.around[one][other] = clusters.around[other][one] = likeness
    _keep(clusters, able, earlier)
    heap = [item for one in clusters.around for item in clusters.candidates(one) if item[1] == one]
    heapq.heapify(heap)
    while heap:
        negative, one, other = heapq.heappop(heap)
        if _stands(clusters, one, other, -negative):
            for item in clusters.candidates(clusters.join(one, other)):
                heapq.heappush(heap, item)
    return {at: _first(clusters.joined, at) for at in able}


def _inner(links: Links, inside: Mapping[int, object]) -> Iterator[tuple[int, int, float]]:
    columns = (links.first.tolist(), links.second.tolist(), links.likeness.tolist())
    for one, other, likeness in zip(*columns, strict=True):
        if one in inside and other in inside:
            yield one, other, round(likeness, _DIGITS)


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
