"""Texts → rows of numbers: words, pairs of words, and runs of four letters, by tf-idf.

Counts are damped (1 + ln), weighed by how rare a feature is (ln((1 + n) / (1 + df)) + 1), and
each kind of feature is scaled to length 1 (Salton and Buckley 1988, "Term-weighting approaches").
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain, pairwise
from typing import Any

import numpy as np
from scipy import sparse

from stocktake.lexicon.spelling import spelling, words

Floats = np.ndarray[Any, np.dtype[np.float64]]
Bools = np.ndarray[Any, np.dtype[np.bool_]]
Gram = tuple[str, int, int]
"""A feature, and the first word and the one behind the last to which it belongs."""
RUN = 4


def folded(text: str) -> list[str]:
    """The words of *text* without case, accents and differences of spelling."""
    fold = spelling("en").fold
    return [fold(word) for word in words(text)]


def word_grams(spoken: Sequence[str]) -> Iterator[Gram]:
    """Words and pairs of neighbours."""
    for at, word in enumerate(spoken):
        yield word, at, at + 1
    for at, pair in enumerate(pairwise(spoken)):
        yield " ".join(pair), at, at + 2


def letter_grams(spoken: Sequence[str]) -> Iterator[Gram]:
    """Runs of letters within words, whose borders count as letters."""
    for at, word in enumerate(spoken):
        padded = f" {word} "
        for start in range(len(padded) - RUN + 1):
            yield padded[start : start + RUN], at, at + 1


KINDS: tuple[Callable[[Sequence[str]], Iterator[Gram]], ...] = (word_grams, letter_grams)


@dataclass(frozen=True, slots=True)
class Block:
    """The features of one kind: their *names* in alphabetical order, and how *rare* each is."""

    kind: int
    names: tuple[str, ...]
    rare: Floats
    places: dict[str, int] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "places", {name: at for at, name in enumerate(self.names)})

    @classmethod
    def of(cls, kind: int, spoken: Sequence[Sequence[str]], rarest: int) -> Block:
        """The features that stand in *rarest* texts or more."""
        counts = Counter(chain.from_iterable({name for name, *_ in KINDS[kind](t)} for t in spoken))
        names = tuple(sorted(name for name, count in counts.items() if count >= rarest))
        frequent = np.array([counts[name] for name in names], dtype=np.float64)
        return cls(kind, names, np.log((1 + len(spoken)) / (1 + frequent)) + 1)

    def grams(self, spoken: Sequence[str]) -> Iterator[tuple[int, int, int]]:
        """The places of the known features of a text, each with the words it belongs to."""
        for name, first, behind in KINDS[self.kind](spoken):
            place = self.places.get(name)
            if place is not None:
                yield place, first, behind

    def matrix(self, spoken: Iterable[Sequence[str]]) -> sparse.csr_array:
        """One row a text, each of length 1 (or 0)."""
        columns: list[int] = []
        counts: list[int] = []
        ends = [0]
        for text in spoken:
            found = Counter(place for place, *_ in self.grams(text))
            columns.extend(found)
            counts.extend(found.values())
            ends.append(len(columns))
        values = (1 + np.log(np.array(counts, dtype=np.float64))) * self.rare[columns]
        shape = (len(ends) - 1, len(self.names))
        return _scaled(sparse.csr_array((values, np.array(columns, int), np.array(ends)), shape))


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The features by which texts are told apart, kind by kind."""

    blocks: tuple[Block, ...]

    @classmethod
    def of(cls, texts: Sequence[str], rarest: int) -> Vocabulary:
        """The features of *texts*, whatever their order."""
        spoken = [folded(text) for text in texts]
        return cls(tuple(Block.of(kind, spoken, rarest) for kind in range(len(KINDS))))

    @property
    def size(self) -> int:
        return sum(len(block.names) for block in self.blocks)

    def matrix(self, texts: Iterable[str]) -> sparse.csr_array:
        """One row a text, one column a feature."""
        spoken = [folded(text) for text in texts]
        return joined([block.matrix(spoken) for block in self.blocks])

    def grams(self, text: str) -> Iterator[tuple[int, int, int]]:
        """The columns of the features of *text*, each with the words it belongs to."""
        spoken = folded(text)
        before = 0
        for block in self.blocks:
            for place, first, behind in block.grams(spoken):
                yield before + place, first, behind
            before += len(block.names)


def joined(blocks: Sequence[sparse.csr_array]) -> sparse.csr_array:
    """The columns of all *blocks*, beside each other."""
    found = sparse.csr_array(sparse.hstack(blocks, format="csr"))
    found.sort_indices()
    return found


def _scaled(rows: sparse.csr_array) -> sparse.csr_array:
    length = np.sqrt(np.asarray(rows.multiply(rows).sum(axis=1)).ravel())
    scale = np.divide(1.0, length, out=np.zeros_like(length), where=length > 0)
    return sparse.csr_array(sparse.diags_array(scale) @ rows)
