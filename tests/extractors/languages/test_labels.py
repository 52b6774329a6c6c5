"""The labels made by hand: no language may fall behind."""

from __future__ import annotations

import pytest

from stocktake.services.evaluating import evaluate
from tests.conftest import ROOT

LEAST = 0.9


@pytest.mark.parametrize("code", ["ar", "es", "fr", "ru", "zh"])
def test_the_labels_are_met_in_every_language(code: str) -> None:
    found = evaluate(ROOT / "tests" / "labels" / f"{code}.jsonl")
    assert found.exact.f1 >= LEAST
