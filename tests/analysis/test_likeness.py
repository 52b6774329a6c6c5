"""The likeness of two asks: more shared, more alike; vectors count where they are there."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stocktake.analysis.asks import read_ask
from stocktake.analysis.likeness import WORDS, Likeness, Meant, weights
from stocktake.analysis.vetoes import Vetoes

FUND = "Establish a fund for lake fisheries"
CLOSE = np.array([[1, 0], [1, 0]], dtype=np.float32)
FAR = np.array([[1, 0], [0, 1]], dtype=np.float32)
WORDS_OF_ASKS = st.sampled_from(("rivers", "herring", "dams", "children", "fund", "improve"))
TEXTS = st.lists(WORDS_OF_ASKS, min_size=1, max_size=6).map(" ".join)


def likeness(one: str, other: str, meant: Meant | None = None) -> float:
    asks = [read_ask(one), read_ask(other)]
    known = Likeness.of(asks, Vetoes.of(asks), meant)
    return float(known.score(np.array([0]), np.array([1]))[0])


def test_the_same_words_are_more_alike_than_others() -> None:
    assert likeness(FUND, FUND) > likeness(FUND, "Establish a fund for sea fisheries")


def test_a_second_ask_beside_the_same_one_leaves_them_alike() -> None:
    assert likeness(FUND, f"{FUND}, and reduce the tariffs on timber") >= 0.5


def test_an_act_that_only_one_of_them_asks_for_makes_asks_less_alike() -> None:
    assert likeness(FUND, f"Review and {FUND}") < likeness(FUND, f"{FUND} and keep it")


def test_close_vectors_make_asks_more_alike() -> None:
    assert likeness(FUND, FUND, Meant(CLOSE)) > likeness(FUND, FUND, Meant(FAR))


def test_an_embedder_of_another_package_weighs_as_the_multilingual_one() -> None:
    assert weights("elsewhere") == weights("multilingual")


@pytest.mark.parametrize("by", [WORDS, "english", "multilingual"])
def test_every_weight_of_an_overlap_speaks_for_one_ask(by: str) -> None:
    overlaps = ("heads", "whole", "inside", "head_inside", "objects")
    assert min(weights(by)[name] for name in overlaps) > 0


@settings(max_examples=40)
@given(TEXTS, TEXTS)
def test_it_is_the_same_either_way_round(one: str, other: str) -> None:
    assert likeness(one, other) == pytest.approx(likeness(other, one))
