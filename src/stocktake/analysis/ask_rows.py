"""Asks as rows of numbers: what must be known of all of them, to look at few.

A pair of asks can only be linked if its words overlap (`similarity.OVERLAP`). Of most asks that is
all that needs to be known when some more come: the rows tell which few may be linked to these, and
only such are read.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from functools import lru_cache
from itertools import chain

import numpy as np
import numpy.typing as npt

from stocktake.analysis.asks import Ask
from stocktake.analysis.similarity import OVERLAP

_SLACK = 1e-6
_DIGEST = 16
_COUNT = np.dtype("<u4")
_STEM = np.dtype("<u8")
_WEIGHT = np.dtype("<f8")

Flags = npt.NDArray[np.bool_]
Numbers = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class AskRows:
    """Asks by their *keys*, the same for asks that are alike in all that is compared; whether each
    *tells* enough to be compared; the *counts* of its stems, and of all in turn, these as hashes
    (*stems*) and their *weights*."""

    keys: tuple[bytes, ...]
    tells: Flags
    counts: npt.NDArray[np.uint32]
    stems: npt.NDArray[np.uint64]
    weights: npt.NDArray[np.float64]

    @classmethod
    def of(cls, asks: Iterable[Ask]) -> AskRows:
        every = list(asks)
        stems = [pair for ask in every for pair in ask.stems]
        return cls(
            tuple(_key(ask) for ask in every),
            np.array([ask.says_something for ask in every], dtype=bool),
            np.array([len(ask.stems) for ask in every], dtype=_COUNT),
            np.array([_hash(stem) for stem, _ in stems], dtype=_STEM),
            np.array([weight for _, weight in stems], dtype=_WEIGHT),
        )

    @classmethod
    def joined(cls, parts: Sequence[AskRows]) -> AskRows:
        """The rows of several, one after another."""
        every = [*parts, cls.of(())]
        return cls(
            tuple(chain.from_iterable(part.keys for part in parts)),
            np.concatenate([part.tells for part in every]),
            np.concatenate([part.counts for part in every]),
            np.concatenate([part.stems for part in every]),
            np.concatenate([part.weights for part in every]),
        )

    @classmethod
    def unpacked(cls, packed: bytes) -> AskRows:
        """The rows that ``packed`` wrote."""
        count = int.from_bytes(packed[:4], "little")
        ends = 4 + np.cumsum([_DIGEST * count, count, _COUNT.itemsize * count])
        told, counted, behind = ends.tolist()
        counts = np.frombuffer(packed, _COUNT, count, counted)
        stems = int(counts.sum())
        return cls(
            tuple(packed[at : at + _DIGEST] for at in range(4, told, _DIGEST)),
            np.frombuffer(packed, bool, count, told),
            counts,
            np.frombuffer(packed, _STEM, stems, behind),
            np.frombuffer(packed, _WEIGHT, stems, behind + _STEM.itemsize * stems),
        )

    def at(self, places: Sequence[int]) -> AskRows:
        """The rows at *places*, in that order."""
        ends = np.cumsum(self.counts, dtype=np.int64)
        every = np.arange(len(self.stems))
        parts = [every[ends[at] - self.counts[at] : ends[at]] for at in places]
        chosen = np.concatenate([every[:0], *parts])
        return AskRows(
            tuple(self.keys[at] for at in places),
            self.tells[list(places)],
            self.counts[list(places)],
            self.stems[chosen],
            self.weights[chosen],
        )

    def packed(self) -> bytes:
        arrays = (self.tells, self.counts, self.stems, self.weights)
        parts = [len(self.keys).to_bytes(4, "little"), *self.keys]
        return b"".join([*parts, *(array.tobytes() for array in arrays)])

    def may_link(self, places: Sequence[int]) -> Flags:
        """Which asks may be linked to one of those at *places*; none is missed."""
        table = _ByStem.of(self)
        near = np.zeros(len(self.keys), dtype=bool)
        for place in places:
            near |= table.overlapping(place)
        return near


@dataclass(frozen=True, slots=True)
class _ByStem:
    """The stems of all rows in their order: where each row begins, the weight of each row, and
    all entries by stem, with their *owners*."""

    rows: AskRows
    starts: Numbers
    totals: npt.NDArray[np.float64]
    order: Numbers
    stems: npt.NDArray[np.uint64]
    owners: Numbers

    @classmethod
    def of(cls, rows: AskRows) -> _ByStem:
        owners = np.repeat(np.arange(len(rows.keys)), rows.counts)
        order = np.argsort(rows.stems, kind="stable")
        starts = np.concatenate([[0], np.cumsum(rows.counts, dtype=np.int64)])
        totals = np.bincount(owners, rows.weights, len(rows.keys)).astype(float)
        return cls(rows, starts, totals, order, rows.stems[order], owners[order])

    def overlapping(self, place: int) -> Flags:
        """The rows whose words overlap enough with those of the row at *place*, at most."""
        own = slice(self.starts[place], self.starts[place + 1])
        stems, weights = self.rows.stems[own], self.rows.weights[own]
        first = np.searchsorted(self.stems, stems, "left")
        last = np.searchsorted(self.stems, stems, "right")
        shared = np.zeros(len(self.totals))
        for start, end, weight in zip(first.tolist(), last.tolist(), weights, strict=True):
            theirs = self.rows.weights[self.order[start:end]]
            shared[self.owners[start:end]] += np.maximum(theirs, weight)
        both = self.totals + self.totals[place]
        return np.asarray((2 * shared >= OVERLAP * both - _SLACK) & (shared > 0))


def _key(ask: Ask) -> bytes:
    values = (getattr(ask, field.name) for field in fields(ask))
    plain = [sorted(value) if isinstance(value, frozenset) else value for value in values]
    return hashlib.blake2b(repr(plain).encode(), digest_size=_DIGEST).digest()


@lru_cache(maxsize=100_000)
def _hash(stem: str) -> int:
    return int.from_bytes(hashlib.blake2b(stem.encode(), digest_size=8).digest(), "little")
