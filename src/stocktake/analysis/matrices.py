"""Rows of weighted or plain keys as sparse matrices, and products of many pairs of their rows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain

import numpy as np
from scipy import sparse

Matrix = sparse.csr_array
Indexes = np.ndarray[tuple[int], np.dtype[np.int64]]
Values = np.ndarray[tuple[int], np.dtype[np.float64]]
Truths = np.ndarray[tuple[int], np.dtype[np.bool_]]
Stems = Sequence[tuple[str, float]]

_DENSE = 64


def columns(keys: Iterable[str]) -> dict[str, int]:
    """A column for each key, in alphabetical order."""
    return {key: column for column, key in enumerate(sorted(set(keys)))}


def weighted(rows: Iterable[Stems], places: Mapping[str, int]) -> Matrix:
    """Rows of keys with their weights, each as its root: the product of two rows is the weight of
    what is in both, since a key weighs the same wherever it stands."""
    every = list(rows)
    starts = np.cumsum([0, *map(len, every)])
    keys, weights = zip(*chain.from_iterable(every), strict=True) if starts[-1] else ((), ())
    found = np.fromiter(map(places.__getitem__, keys), np.int64, len(keys))
    values = np.sqrt(np.fromiter(weights, float, len(weights)))
    return sparse.csr_array((values, found, starts), shape=(len(every), max(1, len(places))))


def ones(rows: Iterable[Iterable[str]], places: Mapping[str, int]) -> Matrix:
    """Rows of keys: the product of two rows is how many are in both."""
    return weighted((tuple((key, 1.0) for key in row if key in places) for row in rows), places)


def sets(rows: Sequence[frozenset[str]]) -> Matrix:
    """Sets as rows of ones."""
    return ones(map(sorted, rows), columns(key for row in rows for key in row))


def sizes(rows: Matrix) -> Values:
    """What each row weighs in all."""
    return np.asarray(rows.multiply(rows).sum(axis=1), dtype=float).ravel()


def dot(left: Matrix, right: Matrix, first: Indexes, second: Indexes) -> Values:
    """For each pair, the product of its row in *left* and its row in *right*; the rows *first* lie
    close together. Of many pairs, all products are made at once."""
    if not len(first):
        return np.zeros(0)
    start, behind = first.min(), first.max() + 1
    low, high = second.min(), second.max() + 1
    if len(first) * _DENSE > (behind - start) * (high - low):
        rows = np.ascontiguousarray(left[start:behind].toarray().T)
        return np.asarray((right[low:high] @ rows)[second - low, first - start], dtype=float)
    return np.asarray(left[first].multiply(right[second]).sum(axis=1), dtype=float).ravel()
