"""What chance makes of a table: the same measures on tables drawn with the same margins.

Sources: for clusters R. Guimera, M. Sales-Pardo, L. A. N. Amaral, "Modularity from fluctuations in
random graphs and complex networks", Physical Review E 70 (2004) 025101; for axes J. L. Horn, "A
rationale and test for the number of factors in factor analysis", Psychometrika 30 (1965) 179-185.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from stocktake.analysis.relations.chance import shuffled
from stocktake.analysis.relations.clusters import clusters
from stocktake.analysis.relations.mapping import axes
from stocktake.analysis.relations.network import Network
from stocktake.analysis.relations.stances import Flags, Floats, Stances
from stocktake.lexicon.relations import Thresholds


@dataclass(frozen=True, slots=True)
class Null:
    """Of each table of chance the *modularity* of its clusters, and the *lengths* of its axes."""

    modularity: Floats
    lengths: Floats

    @classmethod
    def of(cls, stances: Stances, limits: Thresholds) -> Null:
        networks = (Network.of(table.table()) for table in shuffled(stances, limits.chance_draws))
        found = [
            (clusters(network, limits.resolution).modularity, *axes(network).lengths)
            for network in networks
        ]
        values = np.array(found).reshape(-1, 3)
        return cls(values[:, 0], values[:, 1:])

    def reaching(self, modularity: float) -> float:
        """The share of tables whose clusters reach a modularity.

        Counted with the table itself, so that it is never 0: (1 + reaching) / (1 + tables).
        """
        reached: Flags = self.modularity >= modularity
        return _share(reached)

    def as_long(self, lengths: Floats) -> float:
        """The share of tables of which an axis is as long as the one of the same rank."""
        reached: Flags = np.any(self.lengths >= lengths, axis=1)
        return _share(reached)


def _share(reached: Flags) -> float:
    return (1 + int(reached.sum())) / (1 + len(reached))
