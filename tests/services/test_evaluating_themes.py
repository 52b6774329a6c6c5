"""Themes are measured against labels, with and without training."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from stocktake.errors import SettingsError
from stocktake.services.evaluating_themes import Wanted, evaluate
from tests.analysis.learning.making import labelled

SCHEME = """
kind = "themes"
[[theme]]
code = "harbours"
title = "Harbours"
[theme.terms]
en = ["harbour"]
[[theme]]
code = "ships"
title = "Ships, large and small"
"""


@pytest.fixture
def scheme(tmp_path: Path) -> str:
    (tmp_path / "seas.toml").write_text(SCHEME, encoding="utf-8")
    return str(tmp_path / "seas.toml")


def jsonl(path: Path) -> Path:
    lines = (
        json.dumps({"text": text, "themes": sorted(codes)})
        for text, codes in zip(*labelled(), strict=True)
    )
    path.write_text("\n".join(lines).replace('"Ships"', '"ships"'), encoding="utf-8")
    return path


def test_terms_are_held_against_labels(scheme: str, tmp_path: Path) -> None:
    (tmp_path / "l.csv").write_text("Text,Issue\nA harbour,Harbours\nA pier,harbours\n", "utf-8")
    figures = evaluate(Wanted(tmp_path / "l.csv", scheme))
    assert (figures["micro"]["precision"], figures["harbours"]["recall"]) == (1.0, 0.5)


def test_a_title_may_hold_a_comma(scheme: str, tmp_path: Path) -> None:
    (tmp_path / "l.csv").write_text('text,themes\nA tug,"Ships, large and small"\n', "utf-8")
    assert evaluate(Wanted(tmp_path / "l.csv", scheme))["ships"]["labelled"] == 1


def test_training_takes_over_what_terms_do_not_tell(scheme: str, tmp_path: Path) -> None:
    path = jsonl(tmp_path / "l.jsonl")
    figures = evaluate(Wanted(path, scheme, train=path))
    assert (figures["ships"]["by"], figures["ships"]["f1"] > 0.9) == ("model", True)


def test_what_was_trained_can_be_measured_later(scheme: str, tmp_path: Path) -> None:
    path, kept = jsonl(tmp_path / "l.jsonl"), tmp_path / "seas.npz"
    trained = evaluate(Wanted(path, scheme, train=path, save=kept))
    assert evaluate(Wanted(path, str(kept))) == trained


@pytest.mark.parametrize(
    ("text", "said"),
    [("words,themes\na,b\n", "line 2: there is no 'text'"), ("text,themes\na,moons\n", "line 2")],
)
def test_a_wrong_line_is_named(scheme: str, tmp_path: Path, text: str, said: str) -> None:
    (tmp_path / "l.csv").write_text(text, encoding="utf-8")
    with pytest.raises(SettingsError, match=said):
        evaluate(Wanted(tmp_path / "l.csv", scheme))
