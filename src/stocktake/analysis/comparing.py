"""Which texts are copies, of those that may be.

Two texts whose sketches hold all that they say are compared by these, others by what is read of
them. What two texts have in common is found out once.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from stocktake.analysis.copies import KEY, SHORT, SKETCH, Hashes, Told, is_much
from stocktake.analysis.meeting import meetings

Read = Callable[[int], Told]


@dataclass(frozen=True, slots=True)
class Texts:
    """Texts by their *keys*, in order, with their *sketches*; *read* gives one by its number."""

    keys: Sequence[bytes]
    sketches: Sequence[Hashes]
    read: Read
    of_little: float


def compared(texts: Texts, before: Mapping[str, bytes]) -> dict[str, bytes]:
    """What came of comparing texts, packed, by the key of the first of both in hexadecimals;
    *before* is what an earlier call returned."""
    keys, met = texts.keys, meetings(texts.sketches)
    known = {
        (one, other): told
        for name, body in before.items()
        for one, other, told in _outcomes(name, body)
    }
    compare = _comparer(texts)
    found: dict[int, dict[int, bool]] = defaultdict(dict)
    columns = (met.first.tolist(), met.second.tolist(), met.shared.tolist())
    for one, other, shared in zip(*columns, strict=True):
        told = known.get((keys[one], keys[other]))
        found[one][other] = compare(one, other, shared) if told is None else told
    return {
        keys[one].hex(): bytes(outcomes.values()) + b"".join(keys[other] for other in outcomes)
        for one, outcomes in found.items()
    }


def pairs_of(packed: Mapping[str, bytes]) -> Iterator[tuple[bytes, bytes]]:
    """The keys of all texts that are copies of one another."""
    for name, body in packed.items():
        yield from ((one, other) for one, other, told in _outcomes(name, body) if told)


def _comparer(texts: Texts) -> Callable[[int, int, int], bool]:
    read = cache(texts.read)

    def compare(one: int, other: int, shared: int) -> bool:
        """Whether two texts are copies whose sketches have so many shingles in common."""
        shorter, longer = sorted((len(texts.sketches[one]), len(texts.sketches[other])))
        if shorter >= SHORT and longer < SKETCH:
            return is_much(shared, shorter, longer, texts.of_little)
        return read(one).is_copy_of(read(other), texts.of_little)

    return compare


def _outcomes(name: str, body: bytes) -> Iterator[tuple[bytes, bytes, bool]]:
    one, count = bytes.fromhex(name), len(body) // (KEY + 1)
    for number in range(count):
        start = count + number * KEY
        yield one, body[start : start + KEY], bool(body[number])
