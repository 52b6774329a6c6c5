"""Joins that average linkage would make in any case, many at once.

Two clusters that are nearest to each other stay so until they are joined, whatever else is joined
first: a mean over two clusters is never greater than the greater of the two means. So all such
pairs can be joined in one round, which leaves the rest to be joined one by one. (Reciprocal
nearest neighbours: Murtagh, 1983.)
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Indexes = NDArray[np.int64]
Values = NDArray[np.float64]
Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Nodes:
    """Clusters by the places of their first asks: what each was *joined* to (itself if nothing),
    how many asks it has, and whether it was *kept* from before."""

    joined: Indexes
    sizes: Indexes
    kept: Flags


@dataclass(frozen=True, slots=True)
class Edges:
    """How alike the clusters *first* and *second* (first < second) are, in *sum* over all pairs."""

    first: Indexes
    second: Indexes
    sum: Values

    def means(self, sizes: Indexes, digits: int) -> Values:
        means: Values = self.sum / (sizes[self.first] * sizes[self.second])
        return means.round(digits)


def join_certain(
    nodes: Nodes, edges: Edges, may_join: Callable[[Values, Indexes], Flags], digits: int
) -> tuple[Nodes, Edges]:
    """Join pairs that are nearest to each other, round after round, until none is left.

    *may_join* tells, from means and numbers of pairs, whether they are alike enough. A pair that
    is not holds both back, since what they are joined to first may change that.
    """
    while len(edges.first):
        pairs = _mutual(nodes, edges, may_join, digits)
        if not len(pairs):
            break
        nodes, edges = _joined(nodes, edges, edges.first[pairs], edges.second[pairs])
    return nodes, edges


def _mutual(
    nodes: Nodes, edges: Edges, may_join: Callable[[Values, Indexes], Flags], digits: int
) -> Indexes:
    """The edges between two that are nearest to each other and may be joined; of equally near
    ones the first in order is the nearest."""
    means = edges.means(nodes.sizes, digits)
    means[nodes.kept[edges.first] & nodes.kept[edges.second]] = 0.0
    best = np.zeros(len(nodes.sizes))
    np.maximum.at(best, edges.first, means)
    np.maximum.at(best, edges.second, means)
    order = edges.first * len(nodes.sizes) + edges.second
    nearest = np.full(len(nodes.sizes), np.iinfo(np.int64).max)
    for ends in (edges.first, edges.second):
        tops = means == best[ends]
        np.minimum.at(nearest, ends[tops], order[tops])
    mutual = (nearest[edges.first] == order) & (nearest[edges.second] == order) & (means > 0)
    pairs = nodes.sizes[edges.first] * nodes.sizes[edges.second]
    return np.flatnonzero(mutual & may_join(means, pairs))


def _joined(nodes: Nodes, edges: Edges, stay: Indexes, go: Indexes) -> tuple[Nodes, Edges]:
    joined, sizes, kept = nodes.joined.copy(), nodes.sizes.copy(), nodes.kept.copy()
    joined[go] = stay
    sizes[stay] += sizes[go]
    kept[stay] |= kept[go]
    now = np.arange(len(joined))
    now[go] = stay
    return Nodes(joined, sizes, kept), summed(now[edges.first], now[edges.second], edges.sum)


def summed(one: Indexes, other: Indexes, sums: Values) -> Edges:
    """Edges between the same two clusters as one; those within one cluster are left out."""
    apart = one != other
    one, other, sums = one[apart], other[apart], sums[apart]
    first, second = np.minimum(one, other), np.maximum(one, other)
    if not len(first):
        return Edges(first, second, sums)
    pairs = first * (second.max() + 1) + second
    order = np.argsort(pairs, kind="stable")  # which is fast where most stand in order already
    pairs, sums = pairs[order], sums[order]
    new = np.flatnonzero(np.diff(pairs, prepend=-1))
    return Edges(first[order][new], second[order][new], np.add.reduceat(sums, new))
