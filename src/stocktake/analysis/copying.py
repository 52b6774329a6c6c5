"""Texts → the same number for those that are copies of one another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from stocktake.analysis.comparing import Texts, compared, pairs_of
from stocktake.analysis.copies import OF_LONGER, Told, WordNumbers, key_of


def copies(texts: Sequence[str], of_little: float = OF_LONGER) -> list[int]:
    """The same number for texts that are copies of one another, counted from 0 in the order in
    which they first appear; -1 for a text without copies, and for one without words.

    Where less than ``MUCH`` is shared, it must be *of_little* of the longer: among documents, which
    may be written on the same form, more than among letters.
    """
    numbers = WordNumbers()
    told = [Told.of(numbers.of(text)) for text in texts]
    keys = [key_of(one.words) if len(one.words) else b"" for one in told]
    by_key = dict(zip(keys, told, strict=True))
    every = sorted(by_key.keys() - {b""})
    sketches = [by_key[key].sketch for key in every]
    found = compared(Texts(every, sketches, lambda at: by_key[every[at]], of_little), {})
    return numbered(keys, found)


def numbered(keys: Sequence[bytes], found: Mapping[str, bytes]) -> list[int]:
    """The same number for texts whose *keys* are joined by what was *found* when they were
    compared, counted from 0 in the order in which they first appear; -1 for one alone, or without
    a key."""
    places: dict[bytes, list[int]] = defaultdict(list)
    for place, key in enumerate(keys):
        if key:
            places[key].append(place)
    every = list(places)
    numbers = {key: at for at, key in enumerate(every)}
    joined = _Joined(list(range(len(every))))
    for one, other in pairs_of(found):
        joined.join(numbers[one], numbers[other])
    return _numbered([[places[every[at]] for at in group] for group in joined.groups()], len(keys))


@dataclass(frozen=True, slots=True)
class _Joined:
    """Places joined to groups; *above* leads from each to the first of its group."""

    above: list[int]

    def first(self, at: int) -> int:
        while self.above[at] != at:
            self.above[at] = at = self.above[self.above[at]]
        return at

    def join(self, one: int, other: int) -> None:
        low, high = sorted((self.first(one), self.first(other)))
        self.above[high] = low

    def groups(self) -> list[list[int]]:
        found: dict[int, list[int]] = defaultdict(list)
        for at in range(len(self.above)):
            found[self.first(at)].append(at)
        return list(found.values())


def _numbered(groups: Sequence[Sequence[Sequence[int]]], count: int) -> list[int]:
    """The number of each text; *groups* hold the places of texts with the same words."""
    numbers = [-1] * count
    shared = [sorted(place for same in group for place in same) for group in groups]
    for number, places in enumerate(sorted(each for each in shared if len(each) > 1)):
        for place in places:
            numbers[place] = number
    return numbers
