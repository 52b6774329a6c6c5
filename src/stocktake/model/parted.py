"""Records in parts: each part is unpacked when one of its records is looked at, so that what
nobody looks at costs next to nothing."""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from functools import cached_property
from itertools import accumulate, chain
from typing import Generic, TypeVar, overload

from stocktake.model import codec

T = TypeVar("T")


class Part(Generic[T]):
    """*count* records of a *kind* in a row, as JSON that is *read*, or as the records themselves;
    each is made of the other when it is asked for. Its *key* is the hash of the JSON; *name* tells
    what they belong to, if that is known."""

    def __init__(
        self,
        kind: type[T],
        count: int,
        read: Callable[[], bytes] | None = None,
        key: str | None = None,
        name: str = "",
    ) -> None:
        self.name = name
        self.kind = kind
        self.count = count
        self._read = read
        if key:
            self.key = key

    @classmethod
    def of(cls, kind: type[T], records: Iterable[T], name: str = "") -> Part[T]:
        """A part of *records* that are there already."""
        told = tuple(records)
        made = cls(kind, len(told), name=name)
        made.records = told
        return made

    @cached_property
    def records(self) -> tuple[T, ...]:
        return codec.loads_all(self.kind, self.body.decode("utf-8", "surrogatepass"))

    @cached_property
    def body(self) -> bytes:
        if self._read:
            return self._read()
        return codec.dumps_all(self.records).encode("utf-8", "surrogatepass")

    @cached_property
    def key(self) -> str:
        return hashlib.blake2b(self.body, digest_size=16).hexdigest()


class Parted(Sequence[T]):
    """All records of some *parts*, one after another; equal to any sequence of equal records."""

    def __init__(self, parts: Iterable[Part[T]]) -> None:
        self.parts = tuple(part for part in parts if part.count)
        self._ends = list(accumulate(part.count for part in self.parts))

    def __len__(self) -> int:
        return self._ends[-1] if self._ends else 0

    def __iter__(self) -> Iterator[T]:
        return chain.from_iterable(part.records for part in self.parts)

    @overload
    def __getitem__(self, at: int) -> T: ...

    @overload
    def __getitem__(self, at: slice) -> tuple[T, ...]: ...

    def __getitem__(self, at: int | slice) -> T | tuple[T, ...]:
        if isinstance(at, slice):
            return tuple(self)[at]
        place = at + len(self) if at < 0 else at
        if not 0 <= place < len(self):
            raise IndexError(at)
        number = bisect_right(self._ends, place)
        part = self.parts[number]
        return part.records[place - (self._ends[number] - part.count)]

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Sequence):
            return NotImplemented
        return len(self) == len(other) and tuple(self) == tuple(other)

    def __hash__(self) -> int:
        return hash(tuple(self))

    def __repr__(self) -> str:
        return f"Parted({len(self)} in {len(self.parts)} parts)"


def named(records: Sequence[T], names: Collection[str]) -> Iterator[T]:
    """Those of *records* that stand in parts of some *names*, in theirs without a name, or in no
    part at all."""
    if not isinstance(records, Parted):
        yield from records
        return
    for part in records.parts:
        if not part.name or part.name in names:
            yield from part.records
