"""Chance that is the same everywhere: which statements a draw drops, and tables of chance.

Each statement's fate in a draw depends on its own id and the number of the draw alone, so that a
further statement changes nothing for the others. Sources: G. L. Steele, D. Lea, C. H. Flood, "Fast
splittable pseudorandom number generators", OOPSLA 2014 (the mixing); G. Strona et al., "A fast
and unbiased procedure to randomize ecological binary matrices with fixed row and column totals",
Nature Communications 5 (2014) 4114 (trades between rows).
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np
import numpy.typing as npt

from stocktake.analysis.relations.stances import Flags, Ints, Stances

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
    size = len(stances.actors)
    table = np.zeros((size, len(stances.targets)), dtype=bool)
    table[stances.rows, stances.columns] = True
    sides = stances.against[np.argsort(stances.columns, kind="stable")]
    (seed,) = _seeds([" ".join(stances.targets)])
    for trade, (first, second) in enumerate(_pairs(size, (_BURN_IN + draws) * size, seed), 1):
        _trade(table[first], table[second], seed, trade)
        if trade > _BURN_IN * size and trade % size == 0:
            yield _dealt(
                stances,
                table,
                sides,
                _uniform(seed + np.arange(len(sides), dtype=np.uint64), trade),
            )


def _pairs(size: int, times: int, seed: np.uint64) -> Iterator[tuple[int, int]]:
    """Pairs of two different rows, drawn at random."""
    places = seed + np.arange(times, dtype=np.uint64)
    first = (_uniform(places, 1) * size).astype(np.int64)
    step = 1 + (_uniform(places, 2) * (size - 1)).astype(np.int64)
    return zip(first.tolist(), ((first + step) % size).tolist(), strict=True)


def _trade(first: Flags, second: Flags, seed: np.uint64, trade: int) -> None:
    """Two rows share out anew what only one of them holds."""
    own = np.flatnonzero(first ^ second)
    taken = int(first[own].sum())
    own = own[np.argsort(_uniform(seed + own.astype(np.uint64), trade), kind="stable")]
    first[own[:taken]], first[own[taken:]] = True, False
    second[own[:taken]], second[own[taken:]] = False, True


def _dealt(
    stances: Stances, table: Flags, sides: Ints, chances: npt.NDArray[np.float64]
) -> Stances:
    """The cells of a *table*, with the *sides* of each column given out by *chances*."""
    columns, rows = np.nonzero(table.T)
    against = sides[np.lexsort((chances, columns))]
    return replace(stances, rows=rows, columns=columns, against=against)
