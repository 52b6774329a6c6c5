"""Bare texts are sorted by the terms of a scheme."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from stocktake.analysis import classify
from stocktake.lexicon import load_scheme


def test_a_text_bears_all_themes_of_which_a_term_stands_in_it() -> None:
    codes = classify(["Cheaper remittances and child migrants"], load_scheme("migration"))
    assert codes == [{"remittances", "vulnerability"}]


@pytest.mark.shared
def test_terms_alone_reach_the_bar_on_human_rights_recommendations(shared: Path) -> None:
    scheme = load_scheme("human-rights")
    codes = {theme.title: theme.code for theme in scheme.themes}
    path = shared / "data" / "upr" / "recommendations_sessions_1_9.csv"
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    given = [{codes[name.strip()] for name in row["Issue"].split(",")} for row in rows]
    found = classify([row["Text"] for row in rows], scheme)
    right = sum(len(g & f) for g, f in zip(given, found, strict=True))
    wrong = sum(len(g ^ f) for g, f in zip(given, found, strict=True))
    assert 2 * right / (2 * right + wrong) >= 0.8
