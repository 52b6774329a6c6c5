"""Clusters of actors by signed modularity: a search that always finds the same.

Actors join the neighbouring cluster that raises modularity most, in the order of their ids, until
none gains by moving; clusters are then joined likewise. Sources: V. D. Blondel et al., "Fast
unfolding of communities in large networks", J. Statistical Mechanics (2008) P10008 (the search);
S. Gomez, P. Jensen, A. Arenas, "Analysis of community structure in networks of correlated data",
Physical Review E 80 (2009) 016114 (modularity where ties can be hostile).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from stocktake.analysis.relations.network import Network
from stocktake.analysis.relations.stances import Floats, Ints

_BETTER = 1e-9


@dataclass(frozen=True, slots=True)
class Clusters:
    """A number of a cluster for each actor, and the *modularity* of them all.

    *sizes* and *surplus* are those of each cluster: the surplus tells how much more its members
    agree than their activity leads to expect, as its part of modularity over the number of pairs.
    """

    labels: Ints
    modularity: float
    sizes: Ints
    surplus: Floats


def clusters(network: Network, resolution: float = 1.0) -> Clusters:
    """The clusters of a network; *resolution* above 1 gives more and smaller ones."""
    gains = _gains(network, resolution)
    labels = np.arange(len(gains))
    joined = gains
    while True:
        moved = _moved(joined)
        if len(moved) == moved.max() + 1:
            return _found(gains, joined, labels)
        labels = moved[labels]
        joined = _summed(joined, moved)


def _found(gains: Floats, joined: Floats, labels: Ints) -> Clusters:
    sizes = np.bincount(labels)
    alone = np.bincount(labels, weights=np.diagonal(gains))
    surplus = (np.diagonal(joined) - alone) / np.maximum(sizes * (sizes - 1), 1)
    return Clusters(labels, float(np.trace(joined)), sizes, surplus)


def _gains(network: Network, resolution: float) -> Floats:
    """What each pair adds to modularity if it is together."""
    gains = network.net
    total = network.congruence.sum() + network.conflict.sum()
    for weights, sign in ((network.congruence, -resolution), (network.conflict, resolution)):
        strength = weights.sum(axis=1)
        if total and strength.any():
            gains += sign / strength.sum() * np.outer(strength, strength)
    return gains / (total or 1.0)


def _moved(gains: Floats) -> Ints:
    """Cluster numbers from 0 on, after all moves of single nodes that raise modularity.

    Row i of *pull* is what node i gains by each cluster; clusters that are left are dropped from it
    after each sweep over the nodes.
    """
    pairs = gains.copy()
    np.fill_diagonal(pairs, 0.0)
    pull, label = pairs.copy(), np.arange(len(gains))
    nodes = label.copy()
    while True:
        movers = np.flatnonzero(pull.max(axis=1) > pull[nodes, label] + _BETTER)
        if not len(movers):
            return np.unique(label, return_inverse=True)[1]
        _sweep(movers, label, pull, pairs)
        used, label = np.unique(label, return_inverse=True)
        pull = pull[:, used]


def _sweep(movers: Ints, label: Ints, pull: Floats, pairs: Floats) -> None:
    """Move each node to the cluster that it gains most by, if it does; *pull* is kept up."""
    for node in movers.tolist():
        row = pull[node]
        here, there = label[node], row.argmax()
        if row[there] > row[here] + _BETTER:
            pull[:, here] -= pairs[node]
            pull[:, there] += pairs[node]
            label[node] = there


def _summed(gains: Floats, labels: Ints) -> Floats:
    """The table of gains between clusters."""
    member = np.zeros((len(labels), labels.max() + 1))
    member[np.arange(len(labels)), labels] = 1.0
    summed: Floats = member.T @ (gains @ member)
    return summed
