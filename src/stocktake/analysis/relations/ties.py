"""Ties: the pairs of a network with the counts behind them, the strongest of each actor."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from scipy.sparse import csr_array

from stocktake.analysis.relations.network import Network, counts
from stocktake.analysis.relations.stances import SIDES, Flags, Floats, Stances
from stocktake.lexicon.relations import Thresholds
from stocktake.model import Position, Tie


@dataclass(frozen=True, slots=True)
class Ties:
    """The ties *kept*, and how many weaker ones were *left_out*."""

    kept: tuple[Tie, ...]
    left_out: int


def ties(
    stances: Stances, network: Network, positions: Iterable[Position], limits: Thresholds
) -> Ties:
    """All ties of enough shared things, by the ids of their actors.

    *positions* are all of the stock: those through a group tell on what two actors agree beside
    what they said in their own words.
    """
    agreed, opposed = counts(stances.table())
    through = _through(stances, positions, agreed)
    is_enough = np.triu(agreed + opposed >= limits.least_shared, 1)
    is_kept = is_enough & _strongest(network.congruence + network.conflict, limits.most_ties)
    kept = tuple(
        Tie(
            stances.actors[first],
            stances.actors[second],
            int(agreed[first, second]),
            int(opposed[first, second]),
            int(through[first, second]),
            round(float(network.congruence[first, second]), 4),
            round(float(network.conflict[first, second]), 4),
        )
        for first, second in np.argwhere(is_kept).tolist()
    )
    return Ties(kept, int(is_enough.sum()) - len(kept))


def _strongest(weights: Floats, most: int) -> Flags:
    """The pairs that are among the *most* strongest of one actor of the two; equals all count."""
    if len(weights) <= most:
        return np.ones_like(weights, dtype=bool)
    least = np.partition(weights, -most, axis=1)[:, -most]
    strong: Flags = weights >= least[:, None]
    return strong | strong.T


def _through(stances: Stances, positions: Iterable[Position], agreed: Floats) -> Floats:
    """On how many things two actors agree only if what groups said counts for their members.

    Two members for whom the same group spoke do not agree by that.
    """
    row = {actor: place for place, actor in enumerate(stances.actors)}
    column = {target: place for place, target in enumerate(stances.targets)}
    cells: dict[str | None, list[tuple[int, int]]] = defaultdict(list)
    for item in positions:
        if item.stance in SIDES and item.actor_id in row and item.target in column:
            side = column[item.target] + len(column) * SIDES.index(item.stance)
            cells[item.via].append((row[item.actor_id], side))
    shape = (len(row), 2 * len(column))
    every = _table([cell for held in cells.values() for cell in held], shape)
    common: Floats = (every @ every.T).toarray() - agreed
    for group, held in cells.items():
        if group is not None:
            table = _table(held, shape)
            common -= (table @ table.T).toarray()
    return common


def _table(cells: list[tuple[int, int]], shape: tuple[int, int]) -> csr_array:
    rows, columns = np.array(cells, dtype=np.int64).reshape(-1, 2).T
    return csr_array((np.ones(len(cells)), (rows, columns)), shape=shape)
