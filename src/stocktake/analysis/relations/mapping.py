"""The map of actors: near to one another if they take the same sides.

Classical multidimensional scaling of net congruence: squared distance 1 - net, so 0 where two
agree on all and 2 where they are opposed on all. Sources: W. S. Torgerson, "Multidimensional
scaling: I. Theory and method", Psychometrika 17 (1952) 401-419; normalized stress: I. Borg, P. J.
F. Groenen, "Modern Multidimensional Scaling" (2nd ed. 2005), chapter 11.
"""

from __future__ import annotations

import numpy as np
from scipy.linalg import eigh

from stocktake.analysis.relations.network import Network, pairs_of
from stocktake.analysis.relations.stances import Floats, Stances
from stocktake.model import ActorMap, Point

_NOTHING = 1e-9


def actor_map(stances: Stances, network: Network, least: float = 0.0) -> ActorMap | None:
    """The map of all actors of the table; None where they do not differ in two ways, or where two
    axes show less than the share *least* of all differences."""
    squared = 1.0 - network.net
    np.fill_diagonal(squared, 0.0)
    size = len(squared)
    centred = _centred(squared)
    values, vectors = eigh(centred, subset_by_index=[max(size - 2, 0), size - 1])
    if size < 3 or values[0] <= _NOTHING:
        return None
    differences = _positive_part(centred)
    if values.sum() < least * differences:
        return None
    axes = _signed(vectors[:, ::-1]) * np.sqrt(values[::-1])
    places = np.round(axes, 4) + 0.0
    return ActorMap(
        tuple(
            Point(id_, float(x), float(y))
            for id_, (x, y) in zip(stances.actors, places, strict=True)
        ),
        round(float(values[1]) / differences, 4),
        round(float(values[0]) / differences, 4),
        _stress(axes, np.sqrt(squared)),
    )


def _centred(squared: Floats) -> Floats:
    rows = squared.mean(axis=1)
    centred: Floats = -0.5 * (squared - rows[:, None] - rows[None, :] + rows.mean())
    return centred


def _positive_part(centred: Floats) -> float:
    """The sum of all differences that axes could show."""
    values = eigh(centred, eigvals_only=True)
    return float(values[values > 0].sum())


def _signed(axes: Floats) -> Floats:
    """Each axis turned so that the actor farthest out, the first of equals, is on the plus side."""
    farthest = np.round(np.abs(axes), 6).argmax(axis=0)
    signed: Floats = axes * np.sign(axes[farthest, np.arange(axes.shape[1])])
    return signed


def _stress(axes: Floats, told: Floats) -> float:
    """Normalized stress: 0 where the map shows all distances as they are, 1 where none."""
    pairs = pairs_of(len(axes))
    shown = np.linalg.norm(axes[pairs[0]] - axes[pairs[1]], axis=1)
    missed = ((shown - told[pairs]) ** 2).sum()
    return round(float(np.sqrt(missed / max((told[pairs] ** 2).sum(), _NOTHING))), 4)
