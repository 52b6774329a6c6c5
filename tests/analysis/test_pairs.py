"""The pair test beside people: labelled pairs of real asks, labelled before it was built."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.pairs import LABELS, Score, alone, read_pairs

LEAST_F1 = 0.85


@pytest.mark.shared
def test_the_pair_test_agrees_with_people(shared: Path) -> None:
    pairs = read_pairs(LABELS, shared / "data")
    score = Score.of([pair.same for pair in pairs], alone(pairs))
    assert score.f1 >= LEAST_F1
