"""Every embedder keeps the contract; one that does not is found out."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest

from stocktake.embedders import Embedder, Vectors
from tests.embedders.conftest import at_hand
from tests.embedders.contract import check_embedder

TEXTS = (
    "",
    " \n",
    "Freedonia asks that ports be open.",
    "La Freedonia demande des ports ouverts.",
    "弗里多尼亚要求开放港口。",
    "\ud7ff\x00\u200d🙂",
    "port " * 400,
)


class Crashing:
    name, version, dimensions, languages, crosses = "crashing", "1", 2, ("en",), False

    def embed(self, texts: Sequence[str]) -> Vectors:
        raise RuntimeError("out of order")


class Gregarious(Crashing):
    """Lets a vector depend on the batch it came in."""

    def embed(self, texts: Sequence[str]) -> Vectors:
        turns = np.arange(len(texts), dtype=np.float32)
        return np.stack([np.cos(turns), np.sin(turns)], axis=1)


def test_every_embedder_keeps_the_contract(each: Embedder) -> None:
    check_embedder(each, TEXTS)


def test_no_texts_have_no_vectors(each: Embedder) -> None:
    assert each.embed([]).shape == (0, each.dimensions)


def test_what_is_about_the_same_lies_closer(each: Embedder) -> None:
    asks = ["Reduce taxes on sugar.", "Lower the tax on sugar.", "Teach children to swim."]
    one, same, other = each.embed(asks)
    assert one @ same > one @ other


def test_a_crash_is_not_hidden() -> None:
    with pytest.raises(RuntimeError):
        check_embedder(Crashing(), TEXTS)


def test_a_vector_that_depends_on_its_company_breaks_the_contract() -> None:
    with pytest.raises(AssertionError):
        check_embedder(Gregarious(), TEXTS)


def test_a_translation_is_the_nearest_of_many(models: None) -> None:
    asks = ["Open the ports.", "Teach children to swim.", "Protect rivers from waste."]
    told = ["Ouvrir les ports.", "教儿童游泳。", "Защитить реки от отходов."]
    part = at_hand("multilingual")
    assert (part.embed(told) @ part.embed(asks).T).argmax(axis=1).tolist() == [0, 1, 2]
