"""Which texts are copies, when most of them were compared before.

Texts are gone through in the order of their keys (`copies`). What a text is compared with depends
on those before it that its sketch leads to. So a new text changes that only for texts behind it
that are led to it, or no longer to another that it displaces. These are looked at again, in order,
and whoever changes by this is followed likewise; so all comes out as if every text was looked at.
What two texts have in common is found out once.
"""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from stocktake.analysis.copies import LEAST, LED, Hashes, Told, candidates

_KEY = 16
_COPY, _NEARLY = 1, 2
_FEW = 20

Outcomes = Mapping[bytes, int]
Read = Callable[[int], Told]
Numbers = npt.NDArray[np.int64]

_NOBODY = np.zeros(0, dtype=np.int64)


@dataclass(frozen=True, slots=True)
class Texts:
    """Texts by their *keys*, in order, with their *sketches*; *read* gives one by its number."""

    keys: Sequence[bytes]
    sketches: Sequence[Hashes]
    read: Read
    of_little: float


def compared(texts: Texts, before: Mapping[str, bytes]) -> dict[str, bytes]:
    """What each text was compared with, and what came of it, packed, by its key in hexadecimals;
    *before* is what an earlier call returned."""
    names = [key.hex() for key in texts.keys]
    new = [at for at, name in enumerate(names) if name not in before]
    all_there = len(before) == len(names) - len(new)
    comparison = _Comparison(texts, names, before)
    if all_there and len(new) * _FEW <= len(names):
        _Again.of(comparison).follow(new)
    else:
        comparison.go_through()
    return {
        name: comparison.packed(at) if at in comparison.found else before[name]
        for at, name in enumerate(names)
    }


def pairs_of(packed: Mapping[str, bytes]) -> Iterator[tuple[bytes, bytes]]:
    """The keys of all texts that are copies of one another."""
    for name, body in packed.items():
        count = len(body) // (_KEY + 1)
        if any(body[:count]):
            yield from ((bytes.fromhex(name), other) for other, told in _outcomes(body) if told)


@dataclass(slots=True)
class _Comparison:
    """What came of comparing, as far as it was *found* now, by the numbers of texts."""

    texts: Texts
    names: Sequence[str]
    before: Mapping[str, bytes]
    found: dict[int, dict[int, int]] = field(default_factory=dict)
    read: dict[int, Told] = field(default_factory=dict)

    def compare(self, at: int, others: Sequence[int]) -> bool:
        """Compare a text with *others*; whether none of these can stand for it."""
        keys = self.texts.keys
        known = dict(_outcomes(self.before.get(self.names[at], b"")))
        outcomes = {
            other: known[keys[other]] if keys[other] in known else self._outcome(at, other)
            for other in others
        }
        self.found[at] = outcomes
        return not any(told & _NEARLY for told in outcomes.values())

    def stood_before(self, at: int) -> bool:
        """Whether nothing could stand for a text when it was last looked at."""
        body = self.before.get(self.names[at])
        return body is not None and not any(
            told & _NEARLY for told in body[: len(body) // (_KEY + 1)]
        )

    def go_through(self) -> None:
        """Look at all texts, one after another."""
        leading: dict[int, list[int]] = {}
        for at, sketch in enumerate(self.texts.sketches):
            shingles = sketch.tolist()
            led = [leading[shingle] for shingle in shingles if shingle in leading]
            if self.compare(at, candidates(led, len(shingles))):
                for shingle in shingles:
                    there = leading.setdefault(shingle, [])
                    if len(there) < LED:
                        there.append(at)

    def packed(self, at: int) -> bytes:
        outcomes = self.found[at]
        return bytes(outcomes.values()) + b"".join(self.texts.keys[other] for other in outcomes)

    def _outcome(self, at: int, other: int) -> int:
        first, second = self._told(at), self._told(other)
        if not first.is_copy_of(second, self.texts.of_little):
            return 0
        return _COPY | (_NEARLY if first.is_nearly(second) else 0)

    def _told(self, at: int) -> Told:
        if at not in self.read:
            self.read[at] = self.texts.read(at)
        return self.read[at]


@dataclass(frozen=True, slots=True)
class _ByShingle:
    """The *owners* of all shingles of all sketches, by shingle and in their order."""

    shingles: Hashes
    owners: Numbers

    @classmethod
    def of(cls, sketches: Sequence[Hashes]) -> _ByShingle:
        every = np.concatenate([np.zeros(0, np.uint64), *sketches])
        order = np.argsort(every, kind="stable")
        owners = np.repeat(np.arange(len(sketches)), [len(sketch) for sketch in sketches])
        return cls(every[order], owners[order])

    def of_each(self, sketch: Hashes) -> list[Numbers]:
        """Who has each shingle of a sketch."""
        first = np.searchsorted(self.shingles, sketch, "left").tolist()
        last = np.searchsorted(self.shingles, sketch, "right").tolist()
        return [self.owners[start:end] for start, end in zip(first, last, strict=True)]


@dataclass(slots=True)
class _Again:
    """A comparison in which only those are looked at for whom something changes: which texts
    *stand*, because none stands for them, and which *stood* before; the *sizes* of sketches."""

    comparison: _Comparison
    index: _ByShingle
    stand: npt.NDArray[np.bool_]
    stood: npt.NDArray[np.bool_]
    sizes: Numbers

    @classmethod
    def of(cls, comparison: _Comparison) -> _Again:
        sketches = comparison.texts.sketches
        stood = np.array([comparison.stood_before(at) for at in range(len(sketches))], dtype=bool)
        sizes = [len(sketch) for sketch in sketches]
        index = _ByShingle.of(sketches)
        return cls(comparison, index, stood.copy(), stood, np.array(sizes, dtype=np.int64))

    def follow(self, new: Sequence[int]) -> None:
        """Look at *new* texts, and at all that change by them, in order."""
        waiting, looked_at = list(new), set(new)
        heapq.heapify(waiting)
        while waiting:
            for later in self._look(heapq.heappop(waiting)):
                if later not in looked_at:
                    looked_at.add(later)
                    heapq.heappush(waiting, later)

    def _look(self, at: int) -> list[int]:
        """Look at a text; who behind it may change by this."""
        sketch = self.comparison.texts.sketches[at]
        owners = self.index.of_each(sketch)
        led = [_first(each, at, self.stand) for each in owners]
        stands = self.comparison.compare(at, candidates(led, len(sketch)))
        if stands == self.stand[at]:
            return []
        there = self.stand if stands else self.stood
        open_ = [each for each in owners if len(_first(each, at, there)) < LED]
        self.stand[at] = stands
        return self._touched(at, open_)

    def _touched(self, at: int, owners: Sequence[Numbers]) -> list[int]:
        """Who behind a text may be compared with it, by the *owners* of the shingles that lead to
        it; and who is led elsewhere by one of these, since it leads to enough texts as it is."""
        later = [each[np.searchsorted(each, at, "right") :] for each in owners]
        every, counts = np.unique(np.concatenate([*later, _NOBODY]), return_counts=True)
        led = every[counts >= LEAST * self.sizes[every]]
        full = [each for each, all_ in zip(later, owners, strict=True) if len(all_) > LED]
        touched: list[int] = np.union1d(led, np.concatenate([*full, _NOBODY])).tolist()
        return touched


def _first(owners: Numbers, at: int, there: npt.NDArray[np.bool_]) -> list[int]:
    """The texts to which a shingle leads from a text: the first of its owners that are *there*."""
    before = owners[: np.searchsorted(owners, at)]
    first: list[int] = before[there[before]][:LED].tolist()
    return first


def _outcomes(body: bytes) -> Iterator[tuple[bytes, int]]:
    count = len(body) // (_KEY + 1)
    for number in range(count):
        start = count + number * _KEY
        yield body[start : start + _KEY], body[number]
