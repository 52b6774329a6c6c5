"""Texts that are nearly the same, from different senders: campaigns.

Two texts are near-duplicates if they share at least ``ALIKE`` of their shingles (runs of
``SHINGLE`` words, folded; Jaccard's measure). Candidates are found by MinHash with banding, and
each is then checked exactly, so no estimate decides. Groups are connected components, which do
not depend on the order of the texts.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

import numpy as np
from scipy import sparse
from scipy.sparse.csgraph import connected_components

from stocktake.lexicon.spelling import spelling, words
from stocktake.model import Document, Input, Issue, content_id

ALIKE = 0.8
SHINGLE = 4
CAMPAIGN = "near-identical texts"
_BANDS = 24
_ROWS = 4
_CHUNK = 4096
_LARGEST = np.uint64((1 << 64) - 1)
_MIXING = np.uint64(0x9E3779B97F4A7C15)

Hashes = np.ndarray[tuple[int], np.dtype[np.uint64]]


def near_duplicates(texts: Sequence[str]) -> list[int]:
    """The same number for texts of one campaign, counted from 0 in the order in which campaigns
    first appear; -1 for a text that has no near-duplicate."""
    numbers = _Numbers()
    shingles = [_shingles(text, numbers) for text in texts]
    pairs = [
        pair for pair in _candidates(shingles) if _jaccard(*(shingles[at] for at in pair)) >= ALIKE
    ]
    if not pairs:
        return [-1] * len(texts)
    first, second = np.array(pairs).T
    links = sparse.coo_array((np.ones(len(pairs)), (first, second)), shape=(len(texts),) * 2)
    labels = connected_components(links, directed=False)[1].tolist()
    return _renumbered(labels)


def campaigns(inputs: Iterable[Input], documents: Iterable[Document]) -> Iterator[Issue]:
    """An Issue for each set of inputs with nearly the same text; it names all of them."""
    read = sorted(documents, key=lambda item: item.id)
    numbers = near_duplicates([item.text for item in read])
    names = {item.id: item.name for item in inputs}
    found: dict[int, set[str]] = defaultdict(set)
    for document, number in zip(read, numbers, strict=True):
        if number >= 0:
            found[number].add(document.input_id)
    for input_ids in sorted(map(sorted, found.values())):
        if len(input_ids) > 1:
            yield _issue(input_ids, sorted(names.get(id_, id_) for id_ in input_ids))


def _issue(input_ids: list[str], names: list[str]) -> Issue:
    return Issue(
        id=content_id(CAMPAIGN, list(input_ids)),
        kind=CAMPAIGN,
        message=f"{len(names)} inputs have nearly the same text: {', '.join(names)}.",
        remedy="Each counts for the actor that sent it; a person may say that they are one.",
        place=", ".join(names),
    )


class _Numbers(dict[str, int]):
    """A number for each word, the same for words that fold to the same."""

    def __missing__(self, word: str) -> int:
        number = self[word] = _hash(spelling("en").fold(word))
        return number


def _shingles(text: str, numbers: _Numbers) -> Hashes:
    """Hashes of all runs of words, each once; of the whole text if it is shorter than a run."""
    told = np.array([numbers[word] for word in words(text)], dtype=np.uint64)
    length = min(SHINGLE, len(told))
    runs = np.zeros(max(0, len(told) - length + 1), dtype=np.uint64)
    for at in range(length):
        runs = runs * _MIXING + told[at : at + len(runs)]
    return np.unique(runs[: len(told)])


def _hash(word: str) -> int:
    return int.from_bytes(hashlib.blake2b(word.encode(), digest_size=8).digest(), "big")


def _candidates(shingles: Sequence[Hashes]) -> list[tuple[int, int]]:
    """Pairs of texts that agree in a band of their signatures; of many in one band, each with
    the one before it."""
    bands: dict[tuple[int, bytes], list[int]] = defaultdict(list)
    for place, found in enumerate(shingles):
        if len(found):
            signature = _signature(found)
            for band in range(_BANDS):
                bands[band, signature[band].tobytes()].append(place)
    return sorted({pair for places in bands.values() for pair in pairwise(places)})


def _signature(shingles: Hashes) -> np.ndarray[tuple[int, int], np.dtype[np.uint64]]:
    least = np.full(_BANDS * _ROWS, _LARGEST)
    for start in range(0, len(shingles), _CHUNK):
        some = shingles[None, start : start + _CHUNK]
        least = np.minimum(least, (some * _FACTORS[:, None] + _SHIFTS[:, None]).min(axis=1))
    return least.reshape(_BANDS, _ROWS)


def _coefficients(name: str) -> Hashes:
    count = _BANDS * _ROWS
    return np.array([_hash(f"{name} {number}") | 1 for number in range(count)], dtype=np.uint64)


_FACTORS = _coefficients("factor")
_SHIFTS = _coefficients("shift")


def _jaccard(first: Hashes, second: Hashes) -> float:
    common = len(np.intersect1d(first, second, assume_unique=True))
    return common / (len(first) + len(second) - common)


def _renumbered(labels: list[int]) -> list[int]:
    sizes: dict[int, int] = defaultdict(int)
    for label in labels:
        sizes[label] += 1
    numbers: dict[int, int] = {}
    return [numbers.setdefault(label, len(numbers)) if sizes[label] > 1 else -1 for label in labels]
