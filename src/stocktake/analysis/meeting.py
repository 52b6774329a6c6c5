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
_ENDS = 1 << 20

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


def meetings(sketches: Sequence[Hashes], of: Sequence[int] | None = None) -> Meetings:
    """The pairs of texts that may be copies; only those whose first is one *of* these, if given."""
    sizes = np.array([len(sketch) for sketch in sketches], dtype=np.int64)
    firsts = np.ones(len(sizes), dtype=np.bool_) if of is None else _flags(len(sizes), of)
    shingles, owners = _with_those_of(sketches, sizes, of)
    order = np.argsort(shingles, kind="stable")
    first, second = _often_met(shingles[order], owners[order], sizes, firsts)
    shared = _shared(shingles, order, np.bincount(owners, minlength=len(sizes)), first, second)
    enough = shared >= SHARED * np.minimum(sizes[first], sizes[second])
    return Meetings(first[enough], second[enough], shared[enough])


def touched(sketches: Sequence[Hashes], new: Sequence[int]) -> list[int]:
    """The texts who may meet others since *new* ones came: these, and those they came behind."""
    sizes = np.array([len(sketch) for sketch in sketches], dtype=np.int64)
    shingles, owners = _with_those_of(sketches, sizes, new)
    order = np.argsort(shingles, kind="stable")
    shingles, owners = shingles[order], owners[order]
    is_new = _flags(len(sizes), new)[owners]
    found = {*new}
    for steps in range(1, NEXT + 1):
        same = shingles[steps:] == shingles[:-steps]
        found.update(owners[:-steps][same & is_new[steps:]].tolist())
    return sorted(found)


def _with_those_of(
    sketches: Sequence[Hashes], sizes: Numbers, of: Sequence[int] | None
) -> tuple[Hashes, Owners]:
    """The shingles of all texts with their owners: if *of* some is given, all that these have,
    and few others."""
    every = np.concatenate([np.zeros(0, np.uint64), *sketches])
    owners = np.repeat(np.arange(len(sizes), dtype=np.int32), sizes)
    if of is None:
        return every, owners
    wanted = np.concatenate([np.zeros(0, np.uint64), *(sketches[at] for at in of)])
    theirs = _flags(_ENDS, wanted % _ENDS)[every % _ENDS]
    return every[theirs], owners[theirs]


def _flags(count: int, numbers: Sequence[int] | Hashes) -> Flags:
    flags = np.zeros(count, dtype=np.bool_)
    flags[np.asarray(numbers, dtype=np.int64)] = True
    return flags


def _often_met(
    shingles: Hashes, owners: Owners, sizes: Numbers, firsts: Flags
) -> tuple[Numbers, Numbers]:
    """Pairs of texts that meet often enough; found for some texts after others, to save room."""
    every = range(len(sizes))
    found = [
        _of_some(shingles, owners, sizes, firsts & _flags(len(sizes), every[start : start + _ROWS]))
        for start in range(0, len(sizes), _ROWS)
    ]
    pairs = np.concatenate([np.zeros(0, np.int64), *found])
    first, second = np.divmod(pairs, max(1, len(sizes)))
    return first, second


def _of_some(shingles: Hashes, owners: Owners, sizes: Numbers, some: Flags) -> Numbers:
    """Pairs, each as one number, of *some* texts with those behind them that they meet."""
    theirs = some[owners]
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
