"""How likely two asks are the same, by what was learnt from pairs labelled by people.

Logistic regression on how far their words overlap, weighted by rarity: of the heads, of all words,
of the objects alone (Dice's measure: twice what is shared over what both weigh), how much of one
lies in the other, and on a few marks beside. With vectors, their cosine counts too. The weights are
data (``weights/grouping.toml``), learnt by ``tools/train_group.py``, so the likeness of two asks
never depends on what else is compared.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np

from stocktake.analysis.asks import Ask
from stocktake.analysis.matrices import (
    Indexes,
    Matrix,
    Stems,
    Values,
    columns,
    dot,
    sizes,
    weighted,
)
from stocktake.analysis.vetoes import Vetoes

WEIGHTS = Path(__file__).parent / "weights" / "grouping.toml"
WORDS = "words"
MEANING = "meaning"
_ENGLISH = "english"
_LONG = 40.0
_LEAST = 1e-9
_DIGITS = 9
_ROWS = 4096

Vectors = np.ndarray[tuple[int, ...], np.dtype[np.floating[Any]]]


@dataclass(frozen=True, slots=True)
class Meant:
    """Vectors of asks, one row of length 1 each, and by which embedder: a row of weights is known
    for the built-in ones, and another counts as the multilingual one."""

    vectors: Vectors
    embedder: str = "multilingual"

    @property
    def crosses(self) -> bool:
        """Whether the embedder knows more than one language."""
        return self.embedder != _ENGLISH

    def of(self, places: Sequence[int]) -> Meant:
        """Those of the asks at *places*."""
        return Meant(self.vectors[list(places)], self.embedder)


@dataclass(frozen=True, slots=True)
class Meanings:
    """Vectors of statements by their ids, by an *embedder*."""

    vectors: Mapping[str, Vectors]
    embedder: str

    def of(self, ids: Sequence[str]) -> Meant | None:
        """Those of the statements *ids*, in that order; None if there are none."""
        return Meant(np.stack([self.vectors[id_] for id_ in ids]), self.embedder) if ids else None


@dataclass(frozen=True, slots=True)
class Likeness:
    """Asks as rows: all their stems, those of their *heads*, of their *objects*; what tells them
    apart; and what they mean, if that is known."""

    whole: Matrix
    heads: Matrix
    objects: Matrix
    vetoes: Vetoes
    meant: Meant | None = None

    @classmethod
    def of(cls, asks: Sequence[Ask], vetoes: Vetoes, meant: Meant | None = None) -> Likeness:
        places = columns(stem for ask in asks for stem, _ in ask.stems)

        def rows(told: Sequence[Stems]) -> Matrix:
            return weighted(told, places)

        return cls(
            rows([ask.stems for ask in asks]),
            rows([ask.head for ask in asks]),
            rows([ask.objects for ask in asks]),
            vetoes,
            meant,
        )

    def features(self, first: Indexes, second: Indexes) -> Mapping[str, Values]:
        """What is looked at, by name, for each pair; the rows *first* lie close together."""
        whole, heads = sizes(self.whole), sizes(self.heads)
        shared = dot(self.whole, self.whole, first, second)
        shorter = np.minimum(whole[first], whole[second])
        ours = dot(self.heads, self.whole, first, second) / _not_nothing(heads[first])
        theirs = dot(self.whole, self.heads, first, second) / _not_nothing(heads[second])
        found = {
            "heads": _dice(self.heads, first, second),
            "whole": 2 * shared / _not_nothing(whole[first] + whole[second]),
            "inside": shared / _not_nothing(shorter),
            "head_inside": np.maximum(ours, theirs),
            "objects": _dice(self.objects, first, second),
            "another_thing": self.vetoes.another_thing(first, second),
            "another_act": self.vetoes.another_act(first, second),
            "long": np.minimum(shorter / _LONG, 1.0),
        }
        if self.meant is not None:
            found[MEANING] = _cosines(self.meant.vectors, first, second)
        return found

    def score(self, first: Indexes, second: Indexes) -> Values:
        """How likely each pair is one ask, 0 to 1."""
        known = weights(self.meant.embedder if self.meant else WORDS)
        odds = np.full(len(first), known["base"])
        for name, values in self.features(first, second).items():
            odds += known.get(name, 0.0) * values
        return np.asarray(np.round(1 / (1 + np.exp(-odds)), _DIGITS))


@cache
def weights(embedder: str) -> Mapping[str, float]:
    """What was learnt for an embedder, or for words alone."""
    table = tomllib.loads(WEIGHTS.read_text(encoding="utf-8"))
    found: Mapping[str, float] = table.get(embedder, table["multilingual"])
    return found


def _dice(rows: Matrix, first: Indexes, second: Indexes) -> Values:
    whole = sizes(rows)
    return 2 * dot(rows, rows, first, second) / _not_nothing(whole[first] + whole[second])


def _not_nothing(values: Values) -> Values:
    return np.maximum(values, _LEAST)


def _cosines(vectors: Vectors, first: Indexes, second: Indexes) -> Values:
    found = [
        np.einsum("ij,ij->i", vectors[first[at : at + _ROWS]], vectors[second[at : at + _ROWS]])
        for at in range(0, len(first), _ROWS)
    ]
    return np.concatenate([np.zeros(0), *found])
