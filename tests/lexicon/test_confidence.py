"""Confidence is looked up where it was measured, and bounded where it was not."""

from __future__ import annotations

from pathlib import Path

import pytest

from stocktake.errors import SettingsError
from stocktake.lexicon.confidence import Confidence, Measured, load_confidence

ROWS = (
    Measured("*", "*", 0.0, 100, 80, 0.8),
    Measured("en", "*", 0.0, 60, 54, 0.9),
    Measured("en", "subject", 0.75, 10, 6, 0.6),
    Measured("en", "subject", 0.95, 40, 38, 0.95),
)


@pytest.fixture
def confidence() -> Confidence:
    return Confidence(ROWS)


def row(**values: object) -> str:
    lines = (
        f'{name} = "{value}"' if isinstance(value, str) else f"{name} = {value}"
        for name, value in values.items()
    )
    return "\n".join(["[[measured]]", *lines])


def test_what_was_measured_is_trusted_as_measured(confidence: Confidence) -> None:
    assert confidence.of("en", "subject", 0.95) == 0.95


def test_between_two_confidences_the_lower_one_counts(confidence: Confidence) -> None:
    assert confidence.of("en", "subject", 0.9) == 0.6


def test_an_unmeasured_rule_is_trusted_no_more_than_its_language(confidence: Confidence) -> None:
    assert confidence.of("en", "choir", 0.99) == 0.9


def test_an_unmeasured_language_is_trusted_no_more_than_all(confidence: Confidence) -> None:
    assert confidence.of("fr", "subject", 0.99) == 0.8


def test_an_unmeasured_rule_that_is_unsure_stays_so(confidence: Confidence) -> None:
    assert confidence.of("en", "choir", 0.5) == 0.5


def test_without_measurement_confidence_is_what_was_offered() -> None:
    assert Confidence(()).of("en", "subject", 0.7) == 0.7


def test_rows_of_a_workspace_replace_those_of_the_package(tmp_path: Path) -> None:
    own = row(rule="subject", language="en", offered=0.95, labelled=9, right=3, confidence=0.33)
    (tmp_path / "confidence.toml").write_text(own)
    assert load_confidence(tmp_path).of("en", "subject", 0.95) == 0.33


@pytest.mark.parametrize("confidence", ["'high'", 2])
def test_a_row_that_cannot_be_followed_is_named(tmp_path: Path, confidence: object) -> None:
    wrong = row(rule="subject", language="en", offered=0.95, labelled=9, right=3)
    (tmp_path / "confidence.toml").write_text(f"{wrong}\nconfidence = {confidence}\n")
    with pytest.raises(SettingsError, match="measured 1"):
        load_confidence(tmp_path)


def test_the_surer_an_extractor_is_the_more_it_is_trusted() -> None:
    packaged = load_confidence()
    shares = [packaged.of("en", "subject", offered / 100) for offered in range(60, 100)]
    assert shares == sorted(shares)
