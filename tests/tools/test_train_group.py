"""Learning the likeness of asks: folds that share no text, weights that tell a side."""

from __future__ import annotations

import numpy as np

from benchmarks.pairs import Pair
from tools.train_group import FOLDS, INVENTED, folds_of, invented, learn

PAIRS = [Pair(f"text {at}", f"text {at + 1}", same=True, hard=False) for at in range(0, 40, 2)]
CHAIN = [Pair("text 1", "text 2", same=False, hard=True)]


def test_pairs_that_share_a_text_are_in_one_fold() -> None:
    folds = folds_of([*PAIRS, *CHAIN])
    assert folds[0] == folds[1] == folds[-1]


def test_all_folds_are_used() -> None:
    assert len(set(folds_of(PAIRS))) == FOLDS


def test_what_goes_with_the_same_gets_a_weight_above_nothing() -> None:
    values = np.array([[0.1], [0.2], [0.8], [0.9]])
    assert learn(values, np.array([0.0, 0.0, 1.0, 1.0]))[0] > 0


def test_as_many_invented_pairs_are_the_same_as_are_not() -> None:
    same = [pair.same for pair in invented()]
    assert same.count(True) == same.count(False) == INVENTED
