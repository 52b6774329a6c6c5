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

A text is led to those that may be copies of it (`comparing`) by its sketch, the ``SKETCH`` shingles
of the lowest hash (Broder, 1997). Why these measures: docs/campaigns.md.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from dataclasses import dataclass

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
KEY = 16
_MIXING = np.uint64(0x9E3779B97F4A7C15)

Hashes = np.ndarray[tuple[int], np.dtype[np.uint64]]


def key_of(words_: Hashes) -> bytes:
    """The key of a text, by the numbers of its words. In the order of their keys long and short
    texts are mixed."""
    return hashlib.blake2b(words_.tobytes(), digest_size=KEY).digest()


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
    def sketch(self) -> Hashes:
        """What tells the text from others, in little."""
        return self.shingles[:SKETCH]

    def shared_with(self, other: Told) -> int:
        return len(np.intersect1d(self.shingles, other.shingles, assume_unique=True))

    def is_copy_of(self, other: Told, of_little: float) -> bool:
        """Whether two texts, whose words are not the same, are copies of one another."""
        if min(len(self.words), len(other.words)) < FEW:
            return False
        shorter, longer = sorted((len(self.shingles), len(other.shingles)))
        shared = self.shared_with(other)
        if shorter >= SHORT:
            return is_much(shared, shorter, longer, of_little)
        most = max(len(self.words), len(other.words))
        return (
            _held(shared, shorter, longer) >= HELD
            or _in_order(self.words, other.words) >= OF_SHORT * most
        )


def is_much(shared: int, shorter: int, longer: int, of_little: float) -> bool:
    """Whether texts of ``SHORT`` shingles or more are copies that have *shared* ones."""
    enough = OF_LONGER if shared >= MUCH else of_little
    return shared >= enough * longer or _held(shared, shorter, longer) >= OF_SHORTER


def _held(shared: int, shorter: int, longer: int) -> float:
    """How much of the shorter text stands in the longer, if it is not too short for that."""
    return shared / shorter if shorter >= PART * longer else 0.0


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
