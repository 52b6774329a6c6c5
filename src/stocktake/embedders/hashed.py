"""No model: rare words count, and their hashes tell them apart. Always available.

The source of the method: Weinberger and others, Feature Hashing for Large Scale Multitask
Learning (2009), with the weights of words that come with the package.
"""

from __future__ import annotations

import hashlib
import itertools
from collections.abc import Iterator, Sequence
from functools import lru_cache

import numpy as np

from stocktake.embedders.base import Vectors, stacked
from stocktake.lexicon.concepts import concepts
from stocktake.lexicon.spelling import words

_PLACES = 2
_REMEMBERED = 100_000


class Hashed:
    """Texts are alike as far as the words that they share are rare; a stem stands in two places
    of a vector, with signs, so that two stems seldom fall together. Place 0 is for texts without
    a word that tells something."""

    name = "none"
    version = "words by their rarity, hashed, version 1"
    dimensions = 1024
    languages: tuple[str, ...] = ("ar", "en", "es", "fr", "ru", "zh")
    crosses = False

    def embed(self, texts: Sequence[str]) -> Vectors:
        """Vectors (n, 1024) of unit length."""
        return stacked([self._encode(text) for text in texts], self.dimensions)

    def _encode(self, text: str) -> Vectors:
        vector = np.zeros(self.dimensions, dtype=np.float32)
        for stem, weight in sorted(dict(_stems(text)).items()):
            for place, sign in _places(stem, self.dimensions):
                vector[place] += sign * np.float32(weight)
        length = np.linalg.norm(vector)
        if length == 0:
            vector[0] = length = np.float32(1)
        return np.asarray(vector / length, dtype=np.float32)


def _stems(text: str) -> Iterator[tuple[str, float]]:
    """Stems with their weights; of Chinese, pairs of characters too, which come near to words."""
    table, told = concepts(), words(text)
    for word in told:
        yield from ((part.stem, part.weight) for part in table.meanings(word) if part.weight > 0)
    for one, other in itertools.pairwise(told):
        if _is_ideograph(one) and _is_ideograph(other):
            yield one + other, table.weight(one + other)


def _is_ideograph(word: str) -> bool:
    return len(word) == 1 and "\u3400" <= word <= "\u9fff"


@lru_cache(_REMEMBERED)
def _places(stem: str, dimensions: int) -> tuple[tuple[int, int], ...]:
    digest = hashlib.blake2b(stem.encode("utf-8", "surrogatepass"), digest_size=16).digest()
    numbers = np.frombuffer(digest, dtype="<u8")[:_PLACES]
    return tuple(
        (1 + int(number >> 1) % (dimensions - 1), 1 if int(number) & 1 else -1)
        for number in numbers
    )
