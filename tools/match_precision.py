"""Mean average precision as in the shared task on key points (Friedman-Melamed and others, 2021).

Of each text the best target counts; texts are ranked by its score; the better half is kept. A
pair that people did not decide counts as no match (strict).
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import numpy as np

Array = np.ndarray[tuple[int, ...], np.dtype[Any]]


def mean_average_precision(debates: Iterable[tuple[Array, Array]]) -> float:
    """The mean over *debates*, pairs of scores (n, m) and labels (n, m; -1 not decided)."""
    return float(np.mean([_of_one(scores, labels) for scores, labels in debates]))


def _of_one(scores: Array, labels: Array) -> float:
    best = scores.argmax(axis=1)
    rows = np.arange(len(scores))
    order = np.argsort(-scores[rows, best], kind="stable")[: len(scores) // 2]
    return average_precision(labels[rows, best][order] == 1, scores[rows, best][order])


def average_precision(right: Array, scores: Array) -> float:
    """The area below the steps of precision over recall; equal scores are one step. *scores* are
    in falling order."""
    if not right.any():
        return 0.0
    last = np.append(np.diff(scores) != 0, True)
    hits = np.cumsum(right)[last]
    precision = hits / np.flatnonzero(last).__add__(1)
    return float((np.diff(hits / hits[-1], prepend=0) * precision).sum())
