"""Grouping of bare texts, with the models that this machine has and without."""

from __future__ import annotations

import numpy as np
import pytest

import stocktake
from stocktake.embedders import ModelMissingError
from tests.embedders.conftest import at_hand

FUND = ["Establish a fund for lake fisheries", "The creation of a fund for lake fisheries"]


def test_without_a_model_words_alone_group() -> None:
    assert stocktake.group(FUND) == [0, 0]


def test_no_texts_are_in_no_group() -> None:
    assert stocktake.group([]) == []


def test_a_row_of_vectors_too_few_is_refused() -> None:
    with pytest.raises(ValueError, match="1 vectors for 2 texts"):
        stocktake.group(FUND, np.zeros((1, 2)))


def test_an_embedder_that_is_not_installed_is_named() -> None:
    with pytest.raises(ModelMissingError):
        stocktake.group(FUND, embedder="multilingual")


def test_languages_meet_where_a_model_is(models: None) -> None:
    at_hand("multilingual")
    texts = ["Ratify the Convention against Torture", "Ratifier la Convention contre la torture"]
    assert stocktake.group(texts, embedder="multilingual") == [0, 0]


@pytest.mark.parametrize("name", ["english", "multilingual"])
def test_firmness_keeps_asks_apart_with_a_model_too(name: str, models: None) -> None:
    at_hand(name)
    texts = ["Build dams on the upper river", "Consider building dams on the upper river"]
    assert stocktake.group(texts, embedder=name) == [-1, -1]
