"""Does a text ask for a target? By whatever models are there."""

from __future__ import annotations

import numpy as np
import pytest

import stocktake
from stocktake.embedders import ModelMissingError

TEXTS = ["Open the harbours to all ships.", "Teach every child to swim."]
TARGETS = ["Ports should be open.", "Swimming lessons for the young.", "A tax on sugar."]


def test_without_models_words_are_compared() -> None:
    scores = stocktake.match(["Open the ports.", "Tax sugar."], TARGETS)
    assert scores.argmax(axis=1).tolist() == [0, 2]


def test_nothing_to_match_has_no_scores() -> None:
    assert stocktake.match([], TARGETS).shape == (0, 3)


def test_a_model_that_is_missing_is_named() -> None:
    with pytest.raises(ModelMissingError, match="models"):
        stocktake.match(TEXTS, TARGETS, "multilingual")


def test_the_order_of_texts_plays_no_part() -> None:
    turned = stocktake.match(TEXTS[::-1], TARGETS[::-1])[::-1, ::-1]
    assert np.allclose(turned, stocktake.match(TEXTS, TARGETS))
