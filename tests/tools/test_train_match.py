"""Learning a scorer: the slopes are those of the loss."""

from __future__ import annotations

import numpy as np
import pytest

from tools import train_match
from tools.train_match import STEEP, Debate, Side, features, slopes

NAMES = ("english",)


def unit(random: np.random.Generator, count: int) -> np.ndarray:
    vectors = random.normal(size=(count, 6))
    return vectors / np.linalg.norm(vectors, axis=1, keepdims=True)


def loss(values: dict[str, np.ndarray], debate: Debate, random: np.random.Generator) -> float:
    one, other = (Side.of(values, "english", it, random) for it in debate.vectors["english"])
    likeness = [one.unit @ other.unit.T, debate.shared]
    seen = [part for it in likeness for part in features(it)]
    odds = np.stack([*seen, np.ones_like(debate.shared)], axis=-1) @ values["weights"] * STEEP
    decided = debate.labels >= 0
    return float((np.logaddexp(0, odds) - debate.labels * odds)[decided].mean())


@pytest.mark.parametrize("name", ["weights", "english.down", "english.up"])
def test_the_slopes_are_those_of_the_loss(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(train_match, "DROPPED", 0.0)
    random = np.random.default_rng(1)
    labels = random.integers(-1, 2, (7, 4))
    vectors = {"english": (unit(random, 7), unit(random, 4))}
    debate = Debate("harbours", vectors, random.random((7, 4)), labels)
    sizes = {"weights": 9, "english.down": (6, 3), "english.up": (3, 6)}
    values = {key: random.normal(size=size) for key, size in sizes.items()}
    found, step = slopes(values, NAMES, debate, random)[name].ravel()[0], 1e-6
    values[name].ravel()[0] += step
    above = loss(values, debate, random)
    values[name].ravel()[0] -= 2 * step
    assert found == pytest.approx((above - loss(values, debate, random)) / (2 * step), abs=1e-6)
