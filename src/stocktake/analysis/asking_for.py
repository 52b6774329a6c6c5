"""Does a text ask for a target? A score for each pair of a call, by a scorer learnt from people.

The likeness of a pair comes from vectors (cosine, after a turn of the space that was learnt) and
from words (the cosine of their weights). What counts is as much how
like the pair is as how it stands out: against the text's other targets, and against the target's
other texts. So a score depends on the whole call. The scorer is logistic regression on these; its
weights are learnt by ``tools/train_match.py`` on arguments and key points labelled by people
(Bar-Haim and others, From Arguments to Key Points, 2020), kept in ``weights/``.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from scipy import sparse

from stocktake.lexicon.concepts import concepts
from stocktake.lexicon.spelling import words

WEIGHTS = Path(__file__).parent / "weights"
VERSION = "1"
FEATURES = 4

Floats = np.ndarray[tuple[int, ...], np.dtype[np.float64]]


@dataclass(frozen=True, slots=True)
class Turn:
    """A turn of a space that was learnt: *down* (d, r) and *up* (r, d); a vector and its way down
    and up again are added."""

    down: Floats
    up: Floats

    def of(self, vectors: Floats) -> Floats:
        """*vectors* (n, d) turned, of unit length."""
        turned = vectors + vectors @ self.down @ self.up
        return np.asarray(turned / np.linalg.norm(turned, axis=1, keepdims=True))


@dataclass(frozen=True, slots=True)
class Scorer:
    """What was learnt for one choice of embedders: a *turn* for each, by name, the *weights* of
    the features in the order of the names and of words behind them, and the *base*."""

    turns: Mapping[str, Turn]
    weights: Floats
    base: float

    def turned(self, name: str, vectors: Floats) -> Floats:
        """*vectors* by the embedder *name*, turned if a turn was learnt for it."""
        turn = self.turns.get(name)
        return vectors if turn is None else turn.of(vectors)


def match_scores(
    texts: Sequence[str],
    targets: Sequence[str],
    vectors: Mapping[str, tuple[Floats, Floats]],
) -> Floats:
    """Scores (n, m), 0..1, of *texts* and *targets*; *vectors* are those of both, by embedder."""
    known = scorer(tuple(sorted(vectors)))
    turned = [
        known.turned(name, one) @ known.turned(name, other).T
        for name, (one, other) in sorted(vectors.items())
    ]
    likenesses = [*turned, shared_words(texts, targets)]
    return score(known, likenesses)


def score(known: Scorer, likenesses: Sequence[Floats]) -> Floats:
    """The scorer's word on *likenesses*, each (n, m)."""
    odds = np.full(likenesses[0].shape, known.base)
    weights = known.weights.reshape(-1, FEATURES)
    for likeness, own in zip(likenesses, weights, strict=True):
        for weight, part in zip(own, features(likeness), strict=True):
            odds += weight * part
    return np.asarray(1 / (1 + np.exp(-odds)))


def features(likeness: Floats) -> tuple[Floats, ...]:
    """A likeness (n, m), and how it stands out: against the mean of the text's targets, against
    the text's best other target, against the mean of the target's texts."""
    return (
        likeness,
        likeness - likeness.mean(axis=1, keepdims=True),
        likeness - best_other(likeness),
        likeness - likeness.mean(axis=0, keepdims=True),
    )


def best_other(likeness: Floats) -> Floats:
    """For each pair, the likeness of the text to the target that it is most like besides; where
    there is none, that of the pair itself."""
    if likeness.shape[1] == 1:
        return likeness
    second, first = np.sort(likeness, axis=1)[:, -2:].T
    return np.asarray(np.where(likeness == first[:, None], second[:, None], first[:, None]))


def shared_words(texts: Sequence[str], targets: Sequence[str]) -> Floats:
    """The cosine (n, m), 0..1, of texts and targets as vectors of their words' weights."""
    told, asked = [_stems(text) for text in texts], [_stems(target) for target in targets]
    stems = sorted({stem for row in (*told, *asked) for stem in row})
    columns = {stem: column for column, stem in enumerate(stems)}
    product = _unit_rows(told, columns) @ _unit_rows(asked, columns).T
    return np.asarray(product.toarray(), dtype=np.float64)


def _unit_rows(rows: Sequence[dict[str, float]], columns: Mapping[str, int]) -> sparse.csr_array:
    lengths = [math.hypot(*row.values()) for row in rows]
    values = [
        weight / length
        for row, length in zip(rows, lengths, strict=True)
        for weight in row.values()
    ]
    places = [columns[stem] for row in rows for stem in row]
    starts = np.cumsum([0, *map(len, rows)])
    return sparse.csr_array((values, places, starts), shape=(len(rows), max(1, len(columns))))


def _stems(text: str) -> dict[str, float]:
    table = concepts()
    parts = (part for word in words(text) for part in table.meanings(word))
    return {part.stem: part.weight for part in parts if part.weight > 0}


@cache
def scorer(names: tuple[str, ...]) -> Scorer:
    """What was learnt for the embedders *names*, in alphabetical order; no names: words alone.

    For an embedder of another package nothing was learnt: likeness by it weighs as by the English
    one, and its space is not turned.
    """
    path = path_of(names)
    if len(names) == 1 and not path.exists():
        known = scorer(("english",))
        return Scorer({}, known.weights, known.base)
    with np.load(path) as kept:
        turns = {name: Turn(*(_whole(kept[f"{name}.{part}"]) for part in _PARTS)) for name in names}
        return Scorer(turns, _whole(kept["weights"]), float(kept["base"]))


def path_of(names: Sequence[str]) -> Path:
    """The file of the scorer for the embedders *names*."""
    return WEIGHTS / f"match-{'-'.join(names) or 'words'}.npz"


_PARTS = ("down", "up")


def _whole(kept: np.ndarray[tuple[int, ...], np.dtype[np.float16]]) -> Floats:
    return np.asarray(kept, dtype=np.float64)
