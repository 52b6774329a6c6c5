"""How clusters fare when the data are disturbed.

Each cluster is looked for in the clusters of a disturbed table: the Jaccard similarity with the
one that is most like it. Source: C. Hennig, "Cluster-wise assessment of cluster stability",
Computational Statistics & Data Analysis 52 (2007) 258-271: below 0.5 a cluster has dissolved, from
0.75 on it is stable.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from stocktake.analysis.relations.chance import kept_cells
from stocktake.analysis.relations.clusters import clusters
from stocktake.analysis.relations.network import Network
from stocktake.analysis.relations.stances import Floats, Ints, Stances
from stocktake.lexicon.relations import Thresholds
from stocktake.model import Stability


@dataclass(frozen=True, slots=True)
class Fates:
    """What became of some clusters: *dropped* and *left_out* hold a Jaccard similarity for each
    draw and cluster, *together* how often (0..1) each two actors were in one cluster."""

    dropped: Floats
    left_out: Floats
    together: Floats

    def of(self, cluster: int) -> Stability:
        """The stability of one cluster."""
        dropped, left_out = self.dropped[:, cluster], self.left_out[:, cluster]
        return Stability(
            round(float(dropped.mean()), 4),
            round(float(left_out.mean()), 4),
            round(float(left_out.min()), 4),
            len(dropped),
            len(left_out),
        )


def fates(stances: Stances, network: Network, labels: Ints, limits: Thresholds) -> Fates:
    """Disturb the table in both ways: drop statements, and leave out delegations in turn."""
    size = len(stances.actors)
    together = np.zeros((size, size))
    dropped = []
    for drawn in _drawn(stances, limits):
        together += drawn[:, None] == drawn[None, :]
        dropped.append(_found_again(labels, drawn))
    left_out = [
        _found_again(np.delete(labels, place), np.delete(drawn, place), int(labels.max()) + 1)
        for place, drawn in _leaving_out(stances, network, limits)
    ]
    return Fates(np.array(dropped), np.array(left_out), together / max(len(dropped), 1))


def _drawn(stances: Stances, limits: Thresholds) -> Iterator[Ints]:
    for kept in kept_cells(stances, limits.drop_share, limits.draws):
        yield clusters(Network.of(stances.table(kept)), limits.resolution).labels


def _leaving_out(
    stances: Stances, network: Network, limits: Thresholds
) -> Iterator[tuple[int, Ints]]:
    """The clusters without each of the actors that took sides on most things."""
    active = np.bincount(stances.rows, minlength=len(stances.actors))
    for place in np.argsort(-active, kind="stable")[: limits.most_left_out].tolist():
        yield place, clusters(network.without(place), limits.resolution).labels


def _found_again(labels: Ints, drawn: Ints, kinds: int | None = None) -> Floats:
    """For each cluster of *labels*, its Jaccard similarity with the most similar one *drawn*."""
    height, width = kinds or int(labels.max()) + 1, int(drawn.max()) + 1
    common = np.bincount(labels * width + drawn, minlength=height * width).reshape(height, width)
    either = common.sum(axis=1)[:, None] + common.sum(axis=0)[None, :] - common
    found: Floats = (common / np.maximum(either, 1)).max(axis=1)
    return found
