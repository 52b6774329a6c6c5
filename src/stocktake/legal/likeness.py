"""How alike the words of provisions are: as a whole, and how far one lies within another."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from stocktake.legal.views import headings, own_texts
from stocktake.model import Draft

_WORD = re.compile(r"[\u4e00-\u9fff]|[^\W_]+")
_MARKS = re.compile(r"[\[\]]")
_PAIR_WEIGHT = 0.5


@dataclass(frozen=True, slots=True)
class Units:
    """The weighed words of the provisions of two drafts, one row each; *texts* as compared."""

    old: sparse.csr_matrix
    new: sparse.csr_matrix
    old_texts: tuple[str, ...]
    new_texts: tuple[str, ...]


def units(old: Draft, new: Draft) -> Units:
    """The words of each provision's heading and own text, brackets left out."""
    texts = tuple(_texts(old)), tuple(_texts(new))
    counts = [Counter(_terms(text)) for side in texts for text in side]
    matrix = _weighed(counts)
    return Units(matrix[: len(texts[0])], matrix[len(texts[0]) :], *texts)


def likeness(both: Units) -> NDArray[np.float64]:
    """The cosine of each old with each new provision, 0..1."""
    product = _normal(both.old) @ _normal(both.new).T
    return np.asarray(product.toarray(), dtype=np.float64)


def contained(both: Units) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """The share of an old provision's weight that lies in a new one, and the other way round.

    Both have the shape (old, new).
    """
    old, new = both.old, both.new
    shared_of_old = (old @ _presence(new).T).toarray()
    shared_of_new = (_presence(old) @ new.T).toarray()
    return shared_of_old / _sums(old)[:, None], shared_of_new / _sums(new)[None, :]


def _texts(draft: Draft) -> Iterator[str]:
    own, titles = own_texts(draft), headings(draft)
    for item in draft.provisions:
        words = f"{titles.get(item.id, '')} {own[item.id]}"
        yield " ".join(_MARKS.sub(" ", words).split())


def _terms(text: str) -> Iterable[str]:
    words = [match.group().casefold() for match in _WORD.finditer(text)]
    yield from words
    yield from (f"{one} {two}" for one, two in pairwise(words))


def _weighed(counts: list[Counter[str]]) -> sparse.csr_matrix:
    """Rows of sublinear counts times the rarity of the term, pairs of words weighing half."""
    terms = {term: number for number, term in enumerate(sorted({t for c in counts for t in c}))}
    rows = np.repeat(np.arange(len(counts)), [len(count) for count in counts])
    columns = np.array([terms[term] for count in counts for term in count], dtype=np.int64)
    values = np.array([n for count in counts for n in count.values()], dtype=np.float64)
    rarity = np.log1p(len(counts) / np.maximum(np.bincount(columns, minlength=len(terms)), 1))
    share = np.array([_PAIR_WEIGHT if " " in term else 1.0 for term in terms])
    data = (1 + np.log(values)) * (rarity * share)[columns]
    return sparse.csr_matrix((data, (rows, columns)), shape=(len(counts), max(len(terms), 1)))


def _normal(matrix: sparse.csr_matrix) -> sparse.csr_matrix:
    lengths = np.sqrt(np.asarray(matrix.multiply(matrix).sum(axis=1)).ravel())
    return sparse.csr_matrix(sparse.diags(1 / np.where(lengths, lengths, 1.0)) @ matrix)


def _presence(matrix: sparse.csr_matrix) -> sparse.csr_matrix:
    return sparse.csr_matrix(
        (np.ones_like(matrix.data), matrix.indices, matrix.indptr), matrix.shape
    )


def _sums(matrix: sparse.csr_matrix) -> NDArray[np.float64]:
    sums = np.asarray(matrix.sum(axis=1)).ravel()
    return np.where(sums, sums, 1.0)
