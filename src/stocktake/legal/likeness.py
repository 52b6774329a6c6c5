"""How alike the words of provisions are: as a whole, and how far one lies within another.

Words are weighed by how rare they are in the two drafts, and pairs of neighbouring words count
beside them (TF-IDF, Salton and Buckley 1988). Only provisions that share something rare are
compared, so that time grows with the length of the drafts and not with its square.
"""

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
_DIGIT = re.compile(r"\d")
_PAIR_WEIGHT = 0.5
_NUMBER_WEIGHT = 0.3
_RARE = 40
_NEAREST = 8

Floats = NDArray[np.float64]
Links = NDArray[np.int64]
"""Pairs of an old and a new provision by their numbers, of the shape (n, 2)."""


@dataclass(frozen=True, slots=True)
class Units:
    """The weighed words of the provisions of two drafts, one row each; *texts* as compared.

    *is_run* tells which columns are pairs of words, *is_rare* which are found in few provisions.
    """

    old: sparse.csr_matrix
    new: sparse.csr_matrix
    old_texts: tuple[str, ...]
    new_texts: tuple[str, ...]
    is_run: NDArray[np.bool_]
    is_rare: NDArray[np.bool_]


def units(old: Draft, new: Draft) -> Units:
    """The words of each provision, brackets left out; a heading's words count apart."""
    texts = [*_texts(old), *_texts(new)]
    counts = [Counter(_terms(*text)) for text in texts]
    terms = {term: number for number, term in enumerate(sorted({t for c in counts for t in c}))}
    columns = np.array([terms[term] for count in counts for term in count], dtype=np.int64)
    found = np.bincount(columns, minlength=len(terms))
    is_run = np.array([" " in term for term in terms], dtype=bool)
    rarity = np.log1p(len(counts) / np.maximum(found, 1)) * _shares(terms)
    matrix = _weighed(counts, columns, rarity)
    said = [text for _, text in texts]
    size = len(old.provisions)
    both = matrix[:size], matrix[size:]
    return Units(*both, tuple(said[:size]), tuple(said[size:]), is_run, found <= _RARE)


def near(both: Units) -> Links:
    """The pairs worth comparing: the few that share most of what is rare, seen from either side."""
    if not both.is_rare.any():
        return np.zeros((0, 2), dtype=np.int64)
    old, new = (_normal(side)[:, both.is_rare] for side in (both.old, both.new))
    both_have = sparse.coo_matrix(old @ new.T)
    rows, columns = both_have.row, both_have.col
    kept = _among_first(rows, both_have.data) | _among_first(columns, both_have.data)
    return np.stack([rows[kept], columns[kept]], axis=1).astype(np.int64)


def likeness(both: Units, links: Links) -> Floats:
    """The cosine of each pair, 0..1."""
    one, two = _normal(both.old)[links[:, 0]], _normal(both.new)[links[:, 1]]
    return _sums(sparse.csr_matrix(one.multiply(two)))


def inside(one: sparse.csr_matrix, two: sparse.csr_matrix) -> Floats:
    """For each row, the share of the weight of *one* that *two* has as well, 0..1."""
    whole = _sums(one)
    return shared(one, two) / np.where(whole, whole, 1.0)


def shared(one: sparse.csr_matrix, two: sparse.csr_matrix) -> Floats:
    """For each row, the weight that both have in common."""
    return _sums(one.minimum(two))


def _texts(draft: Draft) -> Iterator[tuple[str, str]]:
    own, titles = own_texts(draft), headings(draft)
    for item in draft.provisions:
        yield titles.get(item.id, ""), " ".join(_MARKS.sub(" ", own[item.id]).split())


def _terms(heading: str, text: str) -> Iterator[str]:
    words = [match.group().casefold() for match in _WORD.finditer(text)]
    yield from words
    yield from (f"{one} {two}" for one, two in pairwise(words))
    yield from (f"#{match.group().casefold()}" for match in _WORD.finditer(heading))


def _shares(terms: Iterable[str]) -> Floats:
    """Pairs of words weigh half; numbers, which are renumbered, little."""
    pairs = np.array([_PAIR_WEIGHT if " " in term else 1.0 for term in terms])
    numbers = np.array([_NUMBER_WEIGHT if _DIGIT.search(term) else 1.0 for term in terms])
    shares: Floats = pairs * numbers
    return shares


def _weighed(counts: list[Counter[str]], columns: Links, rarity: Floats) -> sparse.csr_matrix:
    """Rows of sublinear counts times the rarity of the term."""
    rows = np.repeat(np.arange(len(counts)), [len(count) for count in counts])
    values = np.array([n for count in counts for n in count.values()], dtype=np.float64)
    data = (1 + np.log(values)) * rarity[columns]
    return sparse.csr_matrix((data, (rows, columns)), shape=(len(counts), len(rarity)))


def _among_first(groups: NDArray[np.int32], values: Floats) -> NDArray[np.bool_]:
    """Which entries are among the greatest of their group."""
    order = np.lexsort((np.arange(len(groups)), -np.round(values, 9), groups))
    sorted_groups = groups[order]
    first = np.searchsorted(sorted_groups, sorted_groups)
    kept = np.zeros(len(groups), dtype=bool)
    kept[order] = np.arange(len(groups)) - first < _NEAREST
    return kept


def _normal(matrix: sparse.csr_matrix) -> sparse.csr_matrix:
    lengths = np.sqrt(_sums(sparse.csr_matrix(matrix.multiply(matrix))))
    return sparse.csr_matrix(sparse.diags(1 / np.where(lengths, lengths, 1.0)) @ matrix)


def _sums(matrix: sparse.csr_matrix) -> Floats:
    return np.asarray(matrix.sum(axis=1), dtype=np.float64).ravel()
