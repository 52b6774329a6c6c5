"""A trained model: which themes a text bears, which words say so, and which examples are near."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy import sparse

from stocktake.analysis.learning.features import Bools, Floats, Vocabulary, joined
from stocktake.analysis.learning.linear import scores
from stocktake.lexicon.spelling import word_spans

SHOWN_WORDS = 3
SHOWN_EXAMPLES = 2
_BATCH = 2000


@dataclass(frozen=True, slots=True, eq=False)
class Learned:
    """What was learned of the themes *codes*: a column of *weights* and a threshold for each.

    Rows are the features of *vocabulary*, then the hits of the terms of the themes *terms_of*,
    then the bias. *examples* are the labelled texts as rows of features, *names* their ids,
    *labels* which of the themes they bear.
    """

    codes: tuple[str, ...]
    terms_of: tuple[str, ...]
    vocabulary: Vocabulary
    weights: Floats
    thresholds: Floats
    term_weight: float
    names: tuple[str, ...]
    examples: sparse.csr_array
    labels: Bools

    def decide(self, texts: Sequence[str], hits: Sequence[set[str]]) -> list[set[str]]:
        """Those of the themes *codes* that each of *texts* bears, in which terms of the themes
        *hits* stand."""
        found: list[set[str]] = []
        for start in range(0, len(texts), _BATCH):
            batch = slice(start, start + _BATCH)
            above = scores(self._rows(texts[batch], hits[batch]), self.weights) > self.thresholds
            found += [{self.codes[at] for at in np.flatnonzero(row)} for row in above]
        return found

    def weightiest(self, text: str, code: str) -> list[tuple[int, int]]:
        """The places of the words of *text* that speak most for a theme, in the text's order."""
        weights = self.weights[:, self.codes.index(code)]
        row = self.vocabulary.matrix([text])
        values = dict(zip(row.indices.tolist(), row.data.tolist(), strict=True))
        shares: dict[int, float] = defaultdict(float)
        for column, first, behind in self.vocabulary.grams(text):
            for at in range(first, behind):
                shares[at] += values[column] * float(weights[column]) / (behind - first)
        speaking = [(-round(share, 9), at) for at, share in shares.items() if share > 0]
        spans = word_spans(text)
        return [spans[at] for at in sorted(at for _, at in sorted(speaking)[:SHOWN_WORDS])]

    def nearest(self, text: str, code: str) -> list[str]:
        """The ids of the labelled texts with this theme that are most like *text*."""
        alike = (self.examples @ self.vocabulary.matrix([text]).T).toarray().ravel()
        bearing = np.flatnonzero(self.labels[:, self.codes.index(code)])
        ranked = sorted((-round(float(alike[at]), 9), self.names[at]) for at in bearing)
        return [name for likeness, name in ranked[:SHOWN_EXAMPLES] if likeness < 0]

    def _rows(self, texts: Sequence[str], hits: Sequence[set[str]]) -> sparse.csr_array:
        held = np.array([[code in each for code in self.terms_of] for each in hits])
        columns = sparse.csr_array(held * self.term_weight)
        return joined([self.vocabulary.matrix(texts), columns])
