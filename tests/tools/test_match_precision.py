"""Mean average precision as the shared task counts it."""

from __future__ import annotations

import numpy as np

from tools.match_precision import mean_average_precision

LABELS = np.array([[1, 0], [0, 1], [0, 0], [-1, 0]])


def test_only_the_better_half_of_the_texts_counts() -> None:
    scores = np.array([[0.9, 0.1], [0.1, 0.8], [0.3, 0.2], [0.1, 0.4]])
    assert mean_average_precision([(scores, LABELS)]) == 1.0


def test_a_pair_that_nobody_decided_is_no_match() -> None:
    scores = np.array([[0.8, 0.1], [0.1, 0.2], [0.3, 0.2], [0.9, 0.4]])
    assert mean_average_precision([(scores, LABELS)]) == 0.5


def test_nothing_right_is_nothing() -> None:
    scores = np.array([[0.1, 0.9], [0.8, 0.1], [0.3, 0.2], [0.1, 0.4]])
    assert mean_average_precision([(scores, LABELS)]) == 0.0
