"""Learning how asks are held against provisions: folds by speech, weights that tell a side."""

from __future__ import annotations

import numpy as np

from benchmarks.dispositions import Label
from stocktake.model import DispositionStatus
from tools.train_trace import Example, folds_of, learn_both, learn_rank

SPEECHES = [f"speech {at}" for at in range(20)]
LABELS = [
    Label(f"ask {at}", speech, DispositionStatus.ABSENT, frozenset())
    for speech in SPEECHES
    for at in range(3)
]


def example(right: float, others: float, *, is_in: bool = True) -> Example:
    values = np.array([[others], [right], [others]])
    return Example(values, np.array([False, is_in, False]), is_in)


def test_the_asks_of_one_speech_are_in_one_fold() -> None:
    folds = folds_of(LABELS)
    assert folds[0::3] == folds[1::3] == folds[2::3]


def test_what_the_named_provisions_have_more_of_ranks_higher() -> None:
    assert learn_rank([example(0.9, 0.1), example(0.8, 0.3)])[0] > 0


def test_what_is_in_the_text_scores_higher_than_what_is_not() -> None:
    inside = [example(0.9, 0.1), example(0.8, 0.3)]
    outside = [example(0.2, 0.1, is_in=False), example(0.1, 0.1, is_in=False)]
    _, (weight, base) = learn_both([*inside, *outside])
    assert weight * 0.9 + base > 0 > weight * 0.1 + base
