"""Which texts are copies of one another, as the letters of a campaign are.

Letters of a campaign differ by a greeting and a signature, a paragraph of one's own before or
behind, changed names, small edits; some are cut off. Texts of their own may quote the same rule.
So what two texts share is weighed against both, without greetings and endings. With s shingles
(runs of ``SHINGLE`` words, folded) shared by texts of n and m shingles, n no more than m, they are
copies if s is

* ``OF_LONGER`` of m or more: what is shared is about the half of each, or
* ``OF_SHORTER`` of n or more, and n is at least ``PART`` of m: one holds the other, cut off or with
  something of its own added, and does not just quote it.

In texts of less than ``SHORT`` shingles every change takes several away. They are copies if the
words that stand in both in the same order are ``OF_SHORT`` of the longer's, or if one holds the
other nearly as it stands (``HELD``). With less than ``FEW`` words, where one word more or less is
another thing, only texts with the same words are copies; these always are.
Copies of copies are copies (connected components).

Texts are gone through in an order that depends on them alone. Each is compared exactly with those
before it that share most of its sketch, the ``SKETCH`` shingles of the lowest hash (Broder, 1997);
a shingle leads to ``_LED`` texts at most, and a text nearly the same as an earlier one is stood for
by it. So the time grows with the length of all texts, not with the number of pairs. Why these
measures: docs/campaigns.md.
"""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np

from stocktake.lexicon.letters import body
from stocktake.lexicon.spelling import spelling, words

SHINGLE = 3
OF_LONGER = 0.45
MUCH = 40
OF_SHORTER = 0.8
OF_SHORT = 0.85
HELD = 0.95
PART = 0.3
SHORT = 25
FEW = 8
SKETCH = 128
_STOOD_FOR = 0.9
_LED = 40
_COMPARED = 12
_LEAST = 0.04
_MIXING = np.uint64(0x9E3779B97F4A7C15)

Hashes = np.ndarray[tuple[int], np.dtype[np.uint64]]


def copies(texts: Sequence[str], of_little: float = OF_LONGER) -> list[int]:
    """The same number for texts that are copies of one another, counted from 0 in the order in
    which they first appear; -1 for a text without copies, and for one without words.

    Where less than ``MUCH`` is shared, it must be *of_little* of the longer: among documents, which
    may be written on the same form, more than among letters.
    """
    numbers = WordNumbers()
    places: dict[bytes, list[int]] = defaultdict(list)
    for place, text in enumerate(texts):
        told = numbers.of(text)
        if len(told):
            places[told.tobytes()].append(place)
    every = sorted(places, key=_mixed)
    joined = _Joined(list(range(len(every))))
    for first, second in _pairs(every, of_little):
        joined.join(first, second)
    return _numbered([[places[every[at]] for at in group] for group in joined.groups()], len(texts))


def _mixed(told: bytes) -> bytes:
    """A key that mixes long and short, so that a shingle leads to texts of every kind."""
    return hashlib.blake2b(told, digest_size=16).digest()


class WordNumbers(dict[str, int]):
    """A number for each word, the same for words that fold to the same."""

    def __missing__(self, word: str) -> int:
        folded = spelling("en").fold(word).encode()
        number = self[word] = int.from_bytes(hashlib.blake2b(folded, digest_size=8).digest(), "big")
        return number

    def of(self, text: str) -> Hashes:
        """The numbers of the words of *text*, without how a letter greets and ends."""
        return np.array([self[word] for word in words(body(text))], dtype=np.uint64)


@dataclass(frozen=True, slots=True)
class Told:
    """A text as it is compared: its *words* as numbers, and its *shingles*, each once, by size."""

    words: Hashes
    shingles: Hashes

    @classmethod
    def of(cls, told: Hashes) -> Told:
        runs = np.zeros(max(0, len(told) - SHINGLE + 1), dtype=np.uint64)
        for at in range(SHINGLE):
            runs = runs * _MIXING + told[at : at + len(runs)]
        return cls(told, np.unique(runs))

    @property
    def sketch(self) -> list[int]:
        """What tells the text from others, in little."""
        sketch: list[int] = self.shingles[:SKETCH].tolist()
        return sketch

    def shared_with(self, other: Told) -> int:
        return len(np.intersect1d(self.shingles, other.shingles, assume_unique=True))

    def is_copy_of(self, other: Told, of_little: float) -> bool:
        """Whether two texts, whose words are not the same, are copies of one another."""
        if min(len(self.words), len(other.words)) < FEW:
            return False
        shorter, longer = sorted((len(self.shingles), len(other.shingles)))
        shared = self.shared_with(other)
        held = shared / shorter if shorter >= PART * longer else 0.0
        if shorter >= SHORT:
            enough = OF_LONGER if shared >= MUCH else of_little
            return shared >= enough * longer or held >= OF_SHORTER
        most = max(len(self.words), len(other.words))
        return held >= HELD or _in_order(self.words, other.words) >= OF_SHORT * most

    def is_nearly(self, other: Told) -> bool:
        """Whether the other can stand for it in all comparisons."""
        most = max(len(self.shingles), len(other.shingles))
        return self.shared_with(other) >= _STOOD_FOR * most


def _in_order(first: Hashes, second: Hashes) -> int:
    """How many words stand in both in the same order (the longest common subsequence, by the
    bit-parallel algorithm of Hyyrö, 2004)."""
    places: dict[int, int] = defaultdict(int)
    for at, word in enumerate(first.tolist()):
        places[word] |= 1 << at
    every = (1 << len(first)) - 1
    row = every
    for word in second.tolist():
        common = row & places.get(word, 0)
        row = ((row + common) | (row - common)) & every
    return len(first) - row.bit_count()


def _pairs(every: Sequence[bytes], of_little: float) -> Iterator[tuple[int, int]]:
    """Pairs of texts that are copies, as far as their sketches lead to one another."""
    leading: dict[int, list[int]] = defaultdict(list)
    known: dict[int, Told] = {}
    for at, words_ in enumerate(every):
        told = Told.of(np.frombuffer(words_, dtype=np.uint64))
        sketch = told.sketch
        others = _candidates(sketch, leading)
        copied = [other for other in others if told.is_copy_of(known[other], of_little)]
        yield from ((other, at) for other in copied)
        if not any(told.is_nearly(known[other]) for other in copied):
            known[at] = told
            for shingle in sketch:
                if len(leading[shingle]) < _LED:
                    leading[shingle].append(at)


def _candidates(sketch: Sequence[int], leading: dict[int, list[int]]) -> list[int]:
    """The texts that share most of a sketch, and not too little."""
    led = (leading[shingle] for shingle in sketch if shingle in leading)
    found = Counter(chain.from_iterable(led))
    least = _LEAST * len(sketch)
    likely = [at for at, shared in found.items() if shared >= least]
    return sorted(likely, key=lambda at: (-found[at], at))[:_COMPARED]


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
