"""Which texts may be copies of one another, by their sketches.

In the order of the texts, each meets for every shingle of its sketch the next ``NEXT`` texts that
have it in theirs. Two may be copies if they meet by ``MET`` of the smaller sketch or more, and
share ``SHARED`` of it or more. Copies share shingles that hardly any other text has, so they meet
by these; in a campaign of thousands each meets those behind it, and where one of them lacks a
part, by this part the one behind that. So nothing is compared with all others that quote the same
rule or are written on the same form, and the time grows with the length of all texts, not with the
number of pairs.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy import sparse

from stocktake.analysis.copies import Hashes

NEXT = 6
MET = 0.1
SHARED = 0.2
_ROWS = 20_000

Numbers = npt.NDArray[np.int64]
Owners = npt.NDArray[np.int32]
Flags = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Meetings:
    """Pairs of texts by their numbers (*first* < *second*), in order, and how many shingles are in
    the sketches of both."""

    first: Numbers
    second: Numbers
    shared: Numbers


def meetings(sketches: Sequence[Hashes]) -> Meetings:
    """The pairs of texts that may be copies."""
    sizes = np.array([len(sketch) for sketch in sketches], dtype=np.int64)
    every = np.concatenate([np.zeros(0, np.uint64), *sketches])
    owners = np.repeat(np.arange(len(sizes), dtype=np.int32), sizes)
    order = np.argsort(every, kind="stable")
    first, second = _often_met(every[order], owners[order], sizes)
    shared = _shared(every, order, sizes, first, second)
    enough = shared >= SHARED * np.minimum(sizes[first], sizes[second])
    return Meetings(first[enough], second[enough], shared[enough])


def _often_met(shingles: Hashes, owners: Owners, sizes: Numbers) -> tuple[Numbers, Numbers]:
    """Pairs of texts that meet often enough; found for some texts after others, to save room."""
    found = [
        _of_some(shingles, owners, sizes, range(start, start + _ROWS))
        for start in range(0, len(sizes), _ROWS)
    ]
    pairs = np.concatenate([np.zeros(0, np.int64), *found])
    first, second = np.divmod(pairs, max(1, len(sizes)))
    return first, second


def _of_some(shingles: Hashes, owners: Owners, sizes: Numbers, some: range) -> Numbers:
    """Pairs, each as one number, of *some* texts with those behind them that they meet."""
    theirs = (owners >= some.start) & (owners < some.stop)
    met = [_met(shingles, owners, theirs, steps, len(sizes)) for steps in range(1, NEXT + 1)]
    pairs, times = np.unique(np.concatenate(met), return_counts=True)
    first, second = np.divmod(pairs, len(sizes))
    enough: Numbers = pairs[times >= MET * np.minimum(sizes[first], sizes[second])]
    return enough


def _met(shingles: Hashes, owners: Owners, theirs: Flags, steps: int, count: int) -> Numbers:
    """Pairs of texts that stand *steps* apart among all with a shingle."""
    same = (shingles[steps:] == shingles[:-steps]) & theirs[:-steps]
    pairs: Numbers = owners[:-steps][same].astype(np.int64) * count + owners[steps:][same]
    return pairs


def _shared(
    every: Hashes, order: Numbers, sizes: Numbers, first: Numbers, second: Numbers
) -> Numbers:
    """How many shingles of *every* sketch each pair has in common."""
    columns = np.zeros(len(every), dtype=np.int32)
    columns[order] = np.cumsum(np.diff(every[order], prepend=every[order][:1]) > 0)
    ones = np.ones(len(every), dtype=np.int8)
    starts = np.concatenate([[0], np.cumsum(sizes)]).astype(np.int32)
    rows = sparse.csr_array((ones, columns, starts), shape=(len(sizes), len(every) + 1))
    parts: list[Numbers] = [
        rows[first[at : at + _ROWS]].multiply(rows[second[at : at + _ROWS]]).sum(axis=1)
        for at in range(0, len(first), _ROWS)
    ]
    return np.concatenate([np.zeros(0, np.int64), *parts]).astype(np.int64)
