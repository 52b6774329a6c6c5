"""The map of actors: near to one another if they take the same sides.

Classical multidimensional scaling of net congruence: squared distance 1 - net, so 0 where two
agree on all and 2 where they are opposed on all. Sources: W. S. Torgerson, "Multidimensional
scaling: I. Theory and method", Psychometrika 17 (1952) 401-419; normalized stress: I. Borg, P. J.
F. Groenen, "Modern Multidimensional Scaling" (2nd ed. 2005), chapter 11.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from stocktake.analysis.relations.network import Network, pairs_of
from stocktake.analysis.relations.stances import Floats, Stances
from stocktake.model import ActorMap, Point

_NOTHING = 1e-9


@dataclass(frozen=True, slots=True)
class Axes:
    """The two longest axes: their *lengths* (eigenvalues), longest first, and *places* on them."""

    lengths: Floats
    places: Floats


def axes(network: Network) -> Axes:
    """The axes of a network of two actors or more."""
    from scipy.linalg import eigh  # slow to import

    centred = _centred(_squared(network))
    size = len(centred)
    lengths, vectors = eigh(centred, subset_by_index=[size - 2, size - 1])
    lengths = np.maximum(lengths[::-1], 0.0)
    return Axes(lengths, _signed(vectors[:, ::-1]) * np.sqrt(lengths))


def lengths(network: Network) -> Floats:
    """The lengths of the two longest axes alone, longest first."""
    from scipy.linalg import eigh  # slow to import

    size = len(network.net)
    found = eigh(
        _centred(_squared(network)), eigvals_only=True, subset_by_index=[size - 2, size - 1]
    )
    longest: Floats = np.maximum(found[::-1], 0.0)
    return longest


def actor_map(stances: Stances, network: Network) -> ActorMap | None:
    """The map of all actors of the table; None where they do not differ in two ways."""
    found = axes(network)
    if found.lengths[1] <= _NOTHING:
        return None
    squared = _squared(network)
    x_share, y_share = (found.lengths / _differences(squared)).round(4).tolist()
    places = (found.places.round(4) + 0.0).tolist()
    points = [Point(id_, x, y) for id_, (x, y) in zip(stances.actors, places, strict=True)]
    return ActorMap(tuple(points), x_share, y_share, _stress(found.places, np.sqrt(squared)))


def _squared(network: Network) -> Floats:
    squared: Floats = 1.0 - network.net
    np.fill_diagonal(squared, 0.0)
    return squared


def _centred(squared: Floats) -> Floats:
    rows = squared.mean(axis=1)
    centred: Floats = -0.5 * (squared - rows[:, None] - rows[None, :] + rows.mean())
    return centred


def _differences(squared: Floats) -> float:
    """The sum of all differences that axes could show: all positive eigenvalues."""
    from scipy.linalg import eigh  # slow to import

    values = eigh(_centred(squared), eigvals_only=True)
    return float(values[values > 0].sum())


def _signed(vectors: Floats) -> Floats:
    """Each axis turned so that the actor farthest out, the first of equals, is on the plus side."""
    farthest = np.round(np.abs(vectors), 6).argmax(axis=0)
    signed: Floats = vectors * np.sign(vectors[farthest, [0, 1]])
    return signed


def _stress(places: Floats, told: Floats) -> float:
    """Normalized stress: 0 where the map shows all distances as they are, 1 where none."""
    pairs = pairs_of(len(places))
    shown = np.linalg.norm(places[pairs[0]] - places[pairs[1]], axis=1)
    missed = ((shown - told[pairs]) ** 2).sum()
    return round(float(np.sqrt(missed / max((told[pairs] ** 2).sum(), _NOTHING))), 4)
