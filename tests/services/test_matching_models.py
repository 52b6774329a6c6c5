"""Matching with the models that this machine has."""

from __future__ import annotations

import pytest

import stocktake
from tests.embedders.conftest import at_hand

TARGETS = ["Ports should be open.", "Swimming lessons for the young.", "A tax on sugar."]


@pytest.mark.parametrize("name", ["english", "multilingual"])
def test_other_words_for_the_same_are_found(name: str, models: None) -> None:
    at_hand(name)
    texts = ["Let ships into all harbours.", "Teach every child how to swim."]
    assert stocktake.match(texts, TARGETS, name).argmax(axis=1).tolist() == [0, 1]


def test_other_languages_are_matched(models: None) -> None:
    at_hand("multilingual")
    texts = ["Les ports doivent être ouverts.", "应对糖征税。"]
    assert stocktake.match(texts, TARGETS).argmax(axis=1).tolist() == [0, 2]
