"""Which texts are copies, of those that may be.

Two texts whose sketches hold all that they say are compared by these, others by what is read of
them. What two texts have in common is found out once.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import blake2b

from stocktake.analysis.copies import KEY, SHORT, SKETCH, Hashes, Told, is_much
from stocktake.analysis.meeting import meetings, touched

Read = Callable[[int], Told]
_ALL = ""


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
    anew = _anew(texts, before)
    keys, met = texts.keys, meetings(texts.sketches, anew)
    names = {keys[at].hex() for at in anew}
    known = {
        (one, other): told
        for name in before.keys() & names
        for one, other, told in _outcomes(name, before[name])
    }
    compare = _comparer(texts)
    found: dict[int, dict[int, bool]] = defaultdict(dict)
    columns = (met.first.tolist(), met.second.tolist(), met.shared.tolist())
    for one, other, shared in zip(*columns, strict=True):
        told = known.get((keys[one], keys[other]))
        found[one][other] = compare(one, other, shared) if told is None else told
    packed = {
        keys[one].hex(): bytes(outcomes.values()) + b"".join(keys[other] for other in outcomes)
        for one, outcomes in found.items()
    }
    if len(anew) < len(keys):
        packed |= {name: body for name, body in before.items() if name not in names}
    packed[_ALL] = _all(packed, keys)
    return packed


def _anew(texts: Texts, before: Mapping[str, bytes]) -> Sequence[int]:
    """The texts that may meet others than *before*: all, if some are gone or not all is known."""
    told = before.get(_ALL, b"")[KEY:]
    known = {told[at : at + KEY] for at in range(0, len(told), KEY)}
    new = [at for at, key in enumerate(texts.keys) if key not in known]
    is_whole = before.get(_ALL) == _all(before, sorted(known))
    if not is_whole or len(known) + len(new) > len(texts.keys):
        return range(len(texts.keys))
    return touched(texts.sketches, new)


def _all(packed: Mapping[str, bytes], keys: Sequence[bytes]) -> bytes:
    """A hash of all that came of it, then the *keys* of all texts that were compared."""
    total = blake2b(digest_size=KEY)
    for name in sorted(packed.keys() - {_ALL}):
        total.update(f"{name} {len(packed[name])} ".encode() + packed[name])
    return total.digest() + b"".join(keys)


def pairs_of(packed: Mapping[str, bytes]) -> Iterator[tuple[bytes, bytes]]:
    """The keys of all texts that are copies of one another."""
    for name, body in packed.items():
        if name != _ALL:
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
