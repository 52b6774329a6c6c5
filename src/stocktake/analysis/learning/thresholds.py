"""From which score on a text bears a theme: what serves F1 over all themes best.

The best F of all decisions is reached where each theme's threshold maximises 2·TP − F·found, so
that F is found by iteration (Dinkelbach 1967; for F1: Ye et al. 2012). Each theme's threshold is
then drawn half-way to the one that serves all themes in common, as its own labels are few.
"""

from __future__ import annotations

import numpy as np

from stocktake.analysis.learning.features import Bools, Floats

_ROUNDS = 12


def thresholds(scores: Floats, labels: Bools) -> Floats:
    """The threshold of each column of *scores*, whose texts have *labels*."""
    value = 0.5
    own = np.zeros(scores.shape[1])
    for _ in range(_ROUNDS):
        own = np.array([_best(*column, value) for column in zip(scores.T, labels.T, strict=True)])
        value = _f1(scores > own, labels)
    common = _best(scores.ravel(), labels.ravel(), value)
    drawn: Floats = (own + common) / 2
    return drawn


def _best(scores: Floats, labels: Bools, value: float) -> float:
    """The threshold with the most gain, half-way between two scores."""
    order = np.argsort(-scores, kind="stable")
    ranked = scores[order]
    gain = 2.0 * np.cumsum(labels[order]) - value * np.arange(1, len(order) + 1)
    gain[:-1][ranked[:-1] == ranked[1:]] = -np.inf
    place = int(gain.argmax())
    if gain[place] <= 0:
        return float(ranked[0])
    return float(ranked[place] + ranked[min(place + 1, len(order) - 1)]) / 2


def _f1(found: Bools, labels: Bools) -> float:
    both = int(found.sum() + labels.sum())
    return 2 * int((found & labels).sum()) / both if both else 0.0
