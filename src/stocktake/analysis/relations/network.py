"""Congruence and conflict between actors: who takes the same, and opposite sides how often.

The actor networks of discourse network analysis: two actors are tied by each thing on which they
agree (congruence) or are opposed (conflict), and ties are normalised by average activity so that
who speaks much is not near to everybody. Sources: P. Leifeld, "Reconceptualizing major policy
change in the advocacy coalition framework", Policy Studies Journal 41 (2013) 169-198; P. Leifeld,
"Discourse network analysis", in The Oxford Handbook of Political Networks (2017) 301-325.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.sparse import csr_array

from stocktake.analysis.relations.stances import Floats, Ints


@dataclass(frozen=True, slots=True)
class Network:
    """Two square tables over actors with empty diagonals: *congruence* and *conflict*, 0..1."""

    congruence: Floats
    conflict: Floats

    @classmethod
    def of(cls, table: csr_array) -> Network:
        """From the table of actors by sides: counts over the mean activity of the two actors."""
        agreed, opposed = counts(table)
        active = np.asarray(table.sum(axis=1), dtype=float).ravel()
        mean = np.add.outer(active, active)
        mean /= 2
        np.maximum(mean, 1.0, out=mean)
        agreed /= mean
        opposed /= mean
        return cls(agreed, opposed)

    @property
    def net(self) -> Floats:
        """Congruence less conflict, -1..1."""
        return self.congruence - self.conflict

    def without(self, place: int) -> Network:
        """The network in which one actor is tied to nobody."""
        return Network(_untied(self.congruence, place), _untied(self.conflict, place))


def counts(table: csr_array) -> tuple[Floats, Floats]:
    """On how many targets each two actors agree, and on how many they are opposed, from the table
    of actors by sides (support of all targets before opposition to them)."""
    half = table.shape[1] // 2
    crossed = (table[:, :half] @ table[:, half:].T).toarray()
    agreed: Floats = (table @ table.T).toarray()
    np.fill_diagonal(agreed, 0.0)
    crossed += crossed.T.copy()
    np.fill_diagonal(crossed, 0.0)
    return agreed, crossed


def pairs_of(size: int) -> tuple[Ints, Ints]:
    """The rows and columns of all pairs above the diagonal."""
    return np.triu_indices(size, 1)


def _untied(square: Floats, place: int) -> Floats:
    square = square.copy()
    square[place, :] = square[:, place] = 0.0
    return square
