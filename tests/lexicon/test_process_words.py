"""Phrases in files are read into patterns that a diplomat can write."""

from __future__ import annotations

from pathlib import Path

import pytest

from stocktake.errors import SettingsError
from stocktake.lexicon.process_words import load_process_words


def test_the_tables_of_which_a_phrase_stands_are_among_those_that_may() -> None:
    words = load_process_words()
    text = "She will convene the high-level meeting, 40 % of which is case study."
    standing = {name for name, table in words.tables.items() if table.first(text)}
    assert standing <= words.tables_in(text) < set(words.tables)


def test_a_workspace_adds_to_the_lists(tmp_path: Path) -> None:
    (tmp_path / "process").mkdir()
    own = "[meeting.heads]\nretreat = ['conclave']\n"
    (tmp_path / "process" / "facts.toml").write_text(own, encoding="utf-8")
    heads = load_process_words(tmp_path).table("meeting.heads")
    assert [heads.first(text).value for text in ("the conclave", "a retreat")] == ["retreat"] * 2  # type: ignore[union-attr]


@pytest.mark.parametrize("content", ["[meeting\n", "[meeting]\nverbs = 'met'\n"])
def test_a_bad_file_is_named(tmp_path: Path, content: str) -> None:
    (tmp_path / "process").mkdir()
    (tmp_path / "process" / "facts.toml").write_text(content, encoding="utf-8")
    with pytest.raises(SettingsError, match=r"facts\.toml"):
        load_process_words(tmp_path)


def test_dates_that_are_none_are_named(tmp_path: Path) -> None:
    (tmp_path / "process").mkdir()
    (tmp_path / "process" / "dates.toml").write_text("[en.parts]\nearly = [1]\n", encoding="utf-8")
    with pytest.raises(SettingsError, match=r"dates\.toml"):
        load_process_words(tmp_path)
