"""The rules of learning can be changed in the workspace, and are checked."""

from __future__ import annotations

from pathlib import Path

import pytest

from stocktake.errors import SettingsError
from stocktake.lexicon.learning import learning_rules


def test_a_workspace_changes_one_rule_and_keeps_the_others(tmp_path: Path) -> None:
    (tmp_path / "learning.toml").write_text("labels = 50\n", encoding="utf-8")
    assert (learning_rules(tmp_path).labels, learning_rules(tmp_path).folds) == (50, 5)


@pytest.mark.parametrize(
    "text", ["label = 3", 'cost = "high"', "folds = 1", "cost = 0", "labels = 2"]
)
def test_what_cannot_be_is_refused(tmp_path: Path, text: str) -> None:
    (tmp_path / "learning.toml").write_text(text, encoding="utf-8")
    with pytest.raises(SettingsError, match=r"cannot be|must be"):
        learning_rules(tmp_path)
