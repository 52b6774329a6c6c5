"""Chance that is the same everywhere: which statements a draw drops, and tables of chance.

Each statement's fate in a draw depends on its own id and the number of the draw alone, so that a
further statement changes nothing for the others. Sources: G. L. Steele, D. Lea, C. H. Flood, "Fast
splittable pseudorandom number generators", OOPSLA 2014 (the mixing); G. Strona et al., "A fast
and unbiased procedure to randomize ecological binary matrices with fixed row and column totals",
Nature Communications 5 (2014) 4114 (trades between rows).
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence, Set
from dataclasses import replace
from random import Random

import numpy as np
import numpy.typing as npt

from stocktake.analysis.relations.stances import Flags, Stances

Words = npt.NDArray[np.uint64]
_STEP = np.uint64(0x9E3779B97F4A7C15)
_BURN_IN = 5


def kept_cells(stances: Stances, share: float, draws: int) -> Iterator[Flags]:
    """For each draw, the cells of which a statement is left when a *share* of all is dropped."""
    ids = [item.statement_ids for item in stances.positions]
    seeds = _seeds([id_ for told in ids for id_ in told])
    starts = np.cumsum([0, *(len(told) for told in ids[:-1])])
    for draw in range(1, draws + 1):
        yield np.maximum.reduceat(_uniform(seeds, draw) >= share, starts)


def _seeds(ids: Sequence[str]) -> Words:
    whole = b"".join(hashlib.blake2b(id_.encode(), digest_size=8).digest() for id_ in ids)
    return np.frombuffer(whole, dtype="<u8")


def _uniform(seeds: Words, draw: int) -> npt.NDArray[np.float64]:
    """A number from 0 to 1 for each seed, by the mixing of SplitMix64."""
    mixed = seeds + np.array([draw], dtype=np.uint64) * _STEP
    mixed = (mixed ^ (mixed >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    mixed = (mixed ^ (mixed >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    mixed ^= mixed >> np.uint64(31)
    shares: npt.NDArray[np.float64] = (mixed >> np.uint64(11)) / float(1 << 53)
    return shares


def shuffled(stances: Stances, draws: int) -> Iterator[Stances]:
    """Tables of chance: each actor took sides on as many things, and each thing has as many actors
    for and against it, as in *stances*; each begins where the one before ended."""
    random = Random(" ".join(stances.targets))  # noqa: S311 - no secret depends on it
    table: list[set[int]] = [set() for _ in stances.actors]
    sides: list[list[int]] = [[] for _ in stances.targets]
    for row, column, side in _cells(stances):
        table[row].add(column)
        sides[column].append(side)
    _trade(table, _BURN_IN * len(table), random)
    for _ in range(draws):
        _trade(table, len(table), random)
        yield _with_cells(stances, table, sides, random)


def _cells(stances: Stances) -> Iterator[tuple[int, int, int]]:
    return zip(
        stances.rows.tolist(), stances.columns.tolist(), stances.against.tolist(), strict=True
    )


def _trade(table: list[set[int]], times: int, random: Random) -> None:
    """Two rows at a time share out anew what only one of them holds."""
    places = range(len(table))
    for _ in range(times):
        first, second = random.sample(places, 2)
        common = table[first] & table[second]
        own = sorted(table[first] ^ table[second])
        taken = random.sample(own, len(table[first]) - len(common))
        table[second] = common.union(own).difference(taken)
        table[first] = common.union(taken)


def _with_cells(
    stances: Stances, table: Sequence[Set[int]], sides: Sequence[Sequence[int]], random: Random
) -> Stances:
    """The cells of a *table*, with the *sides* of each column given out at random."""
    dealt = [random.sample(held, len(held)) for held in sides]
    cells = [
        (row, column, dealt[column].pop())
        for row, columns in enumerate(table)
        for column in sorted(columns)
    ]
    rows, columns, against = np.array(cells, dtype=np.int64).T
    return replace(stances, rows=rows, columns=columns, against=against)
