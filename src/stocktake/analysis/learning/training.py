"""Labels → a model, and for each theme whether it is measurably better than the terms.

Both are measured on texts that the model has not seen: cross-validation in which near-identical
texts stay together, with thresholds that were set on the other parts as well. The order in which
texts are given changes nothing.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

import numpy as np
from scipy import sparse

from stocktake.analysis.copying import copies
from stocktake.analysis.learning.features import Bools, Floats, Vocabulary, joined
from stocktake.analysis.learning.learned import Learned
from stocktake.analysis.learning.linear import fit, scores
from stocktake.analysis.learning.thresholds import thresholds
from stocktake.lexicon.learning import LearningRules
from stocktake.model import Agreement

Numbers = np.ndarray[tuple[int], np.dtype[np.int64]]


@dataclass(frozen=True, slots=True)
class Labelled:
    """*texts* with one row each of *labels* and of *hits* (of terms), a column for each of
    *codes*; *names* are the texts' ids."""

    codes: tuple[str, ...]
    texts: tuple[str, ...]
    names: tuple[str, ...]
    labels: Bools
    hits: Bools

    def in_order(self) -> Labelled:
        """The same in an order that does not depend on the one given."""
        rows = zip(self.texts, self.labels.tolist(), self.hits.tolist(), self.names, strict=True)
        order = [at for _, at in sorted((row, at) for at, row in enumerate(rows))]
        texts = tuple(self.texts[at] for at in order)
        names = tuple(self.names[at] for at in order)
        return Labelled(self.codes, texts, names, self.labels[order], self.hits[order])


@dataclass(frozen=True, slots=True)
class Trained:
    """A model (None if it takes over no theme), and what was measured: for each theme, of terms
    and of the model; None where the labels are too few."""

    learned: Learned | None
    terms: tuple[Agreement, ...]
    model: tuple[Agreement | None, ...]


def train_on(given: Labelled, rules: LearningRules) -> Trained:
    """Train on what people labelled."""
    labelled = given.in_order()
    terms = tuple(_agreements(labelled.hits, labelled.labels))
    counts = labelled.labels.sum(axis=0)
    enough = (counts >= rules.labels) & (counts < len(labelled.texts))
    columns = np.flatnonzero(enough)
    if not len(columns):
        return Trained(None, terms, (None,) * len(counts))
    rows = Rows.of(labelled, rules)
    labels = labelled.labels[:, columns]
    unseen, decided = _tried(rows.all, labels, _parts(labelled.texts, rules.folds), rules.cost)
    found = dict(zip(columns.tolist(), _agreements(decided, labels), strict=True))
    pairs = zip(labelled.hits[:, columns].T, decided.T, labels.T, strict=True)
    better = np.array([_is_better(*each, rules) for each in pairs])
    learned = None
    if better.any():
        limits = thresholds(unseen, labels)[better]
        learned = _learned(labelled, rows, columns[better], limits, rules)
    return Trained(learned, terms, tuple(found.get(at) for at in range(len(counts))))


@dataclass(frozen=True, slots=True)
class Rows:
    """Labelled texts as rows of *features*, and as rows of *all*: features and hits of terms."""

    vocabulary: Vocabulary
    features: sparse.csr_array
    all: sparse.csr_array

    @classmethod
    def of(cls, labelled: Labelled, rules: LearningRules) -> Rows:
        vocabulary = Vocabulary.of(labelled.texts, rules.rarest)
        features = vocabulary.matrix(labelled.texts)
        hits = sparse.csr_array(labelled.hits * rules.terms)
        return cls(vocabulary, features, joined([features, hits]))


def _learned(
    labelled: Labelled,
    rows: Rows,
    columns: Numbers,
    limits: Floats,
    rules: LearningRules,
) -> Learned:
    """The model of the themes in *columns*, trained on all that is labelled."""
    labels = labelled.labels[:, columns]
    return Learned(
        codes=tuple(labelled.codes[column] for column in columns),
        terms_of=labelled.codes,
        vocabulary=rows.vocabulary,
        weights=_fitted(rows.all, labels, rules.cost),
        thresholds=limits,
        term_weight=rules.terms,
        names=labelled.names,
        examples=rows.features,
        labels=labels,
    )


def _fitted(rows: sparse.csr_array, labels: Bools, cost: float) -> Floats:
    return np.array([fit(rows, column, cost) for column in labels.T]).T


def _tried(
    rows: sparse.csr_array, labels: Bools, parts: Numbers, cost: float
) -> tuple[Floats, Bools]:
    """The scores of each part by a model trained on the others; and which texts bear the themes
    by thresholds set on the others."""
    unseen = np.zeros(labels.shape)
    for part in np.unique(parts):
        rest, here = np.flatnonzero(parts != part), np.flatnonzero(parts == part)
        unseen[here] = scores(rows[here], _fitted(rows[rest], labels[rest], cost))
    decided = np.zeros(labels.shape, dtype=np.bool_)
    for part in np.unique(parts):
        others, within = parts != part, parts == part
        decided[within] = unseen[within] > thresholds(unseen[others], labels[others])
    return unseen, decided


def _parts(texts: Sequence[str], count: int) -> Numbers:
    """The part in which each text is; near-identical texts are in the same."""
    alike = copies(texts)
    first: dict[int, str] = {}
    for text, number in zip(texts, alike, strict=True):
        if number >= 0:
            first.setdefault(number, text)
    leads = (first.get(number, text) for text, number in zip(texts, alike, strict=True))
    return np.array([_hash(text) % count for text in leads], dtype=np.int64)


def _hash(text: str) -> int:
    return int.from_bytes(hashlib.sha256(text.encode()).digest()[:8])


def _agreements(found: Bools, labels: Bools) -> list[Agreement]:
    return [
        Agreement(int((one & other).sum()), int(one.sum()), int(other.sum()))
        for one, other in zip(found.T, labels.T, strict=True)
    ]


def _is_better(terms: Bools, model: Bools, labels: Bools, rules: LearningRules) -> bool:
    """Whether F1 is better by the margin, which shrinks as labels grow in number, and the model
    is right where the terms are wrong on more texts, against the reverse, than chance would give
    (McNemar 1947)."""
    [by_terms, by_model] = _agreements(np.array([terms, model]).T, np.array([labels, labels]).T)
    only_model = int(((model == labels) & (terms != labels)).sum())
    only_terms = int(((terms == labels) & (model != labels)).sum())
    surplus = only_model - only_terms
    by_chance = rules.sureness * sqrt(only_model + only_terms)
    margin = rules.margin * rules.labels / by_terms.labelled
    return by_model.f1 >= by_terms.f1 + margin and surplus >= by_chance and surplus > 0
