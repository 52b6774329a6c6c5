"""What chance makes of a table: the same measures on tables drawn with the same margins.

Sources: for clusters R. Guimera, M. Sales-Pardo, L. A. N. Amaral, "Modularity from fluctuations in
random graphs and complex networks", Physical Review E 70 (2004) 025101; for axes J. L. Horn, "A
rationale and test for the number of factors in factor analysis", Psychometrika 30 (1965) 179-185.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from stocktake.analysis.relations.chance import shuffled
from stocktake.analysis.relations.clusters import Clusters, clusters
from stocktake.analysis.relations.mapping import lengths
from stocktake.analysis.relations.network import Network
from stocktake.analysis.relations.stances import Floats, Stances
from stocktake.lexicon.relations import Thresholds


@dataclass(frozen=True, slots=True)
class Null:
    """The *clusters* of each table of chance, and the *lengths* of its axes."""

    clusters: tuple[Clusters, ...]
    lengths: Floats

    @classmethod
    def of(cls, stances: Stances, limits: Thresholds) -> Null:
        networks = (Network.of(table.table()) for table in shuffled(stances, limits.chance_draws))
        found = [(clusters(network, limits.resolution), lengths(network)) for network in networks]
        return cls(tuple(drawn for drawn, _ in found), np.array([longest for _, longest in found]))

    def reaching(self, modularity: float) -> float:
        """The share of tables whose clusters reach a modularity.

        Counted with the table itself, so that it is never 0: (1 + reaching) / (1 + tables).
        """
        return _share([found.modularity >= modularity for found in self.clusters])

    def standing_out(self, size: int, surplus: float) -> float:
        """The share of tables with a cluster of that size or more, and that surplus or more."""
        return _share(
            [
                bool(((found.sizes >= size) & (found.surplus >= surplus)).any())
                for found in self.clusters
            ]
        )

    def as_long(self, lengths: Floats) -> float:
        """The share of tables of which an axis is as long as the one of the same rank."""
        return _share(np.any(self.lengths >= lengths, axis=1).tolist())


def _share(reached: Sequence[bool]) -> float:
    return (1 + sum(reached)) / (1 + len(reached))
