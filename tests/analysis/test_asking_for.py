"""Scores of texts and targets: what stands out counts."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from stocktake.analysis.asking_for import best_other, features, match_scores, scorer, shared_words

TEXTS = ["Open the harbours to all ships.", "Teach every child to swim.", "Open all harbours."]
TARGETS = ["Harbours should be open.", "Children should learn to swim."]


def test_a_text_asks_most_for_the_target_that_shares_its_words() -> None:
    assert match_scores(TEXTS, TARGETS, {}).argmax(axis=1).tolist() == [0, 1, 0]


def test_scores_are_between_nothing_and_one() -> None:
    scores = match_scores(TEXTS, TARGETS, {})
    assert ((scores > 0) & (scores < 1)).all()


def test_one_text_and_one_target_have_a_score() -> None:
    assert match_scores(TEXTS[:1], TARGETS[:1], {}).shape == (1, 1)


def test_texts_without_a_word_have_a_score() -> None:
    assert np.isfinite(match_scores(["", "…"], ["", "Ports"], {})).all()


def test_an_embedder_for_which_nothing_was_learnt_is_heard_too() -> None:
    texts, targets = np.eye(2), np.eye(2)
    scores = match_scores(["a", "b"], ["c", "d"], {"foreign": (texts, targets)})
    assert scores.argmax(axis=1).tolist() == [0, 1]


def test_the_same_words_are_wholly_shared() -> None:
    assert shared_words(TARGETS, TARGETS).diagonal() == pytest.approx([1, 1])


def test_the_best_other_of_the_best_is_the_second() -> None:
    likeness = np.array([[0.1, 0.9, 0.4]])
    assert best_other(likeness).tolist() == [[0.9, 0.4, 0.9]]


@pytest.mark.parametrize(
    "names", [(), ("english",), ("multilingual",), ("english", "multilingual")]
)
def test_there_is_a_scorer_for_every_choice_of_models(names: tuple[str, ...]) -> None:
    assert len(scorer(names).weights) == 4 * (len(names) + 1)


@given(
    arrays.arrays(float, st.tuples(st.integers(1, 5), st.integers(1, 5)), elements=st.floats(0, 1))
)
def test_the_order_of_texts_and_targets_plays_no_part(likeness: np.ndarray) -> None:
    turned = [part[::-1, ::-1] for part in features(likeness[::-1, ::-1])]
    assert np.allclose(turned, features(likeness))
