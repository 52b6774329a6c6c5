"""Phrases in files are read into patterns that a diplomat can write."""

from __future__ import annotations

from pathlib import Path

import pytest

from stocktake.errors import SettingsError
from stocktake.lexicon.process_words import Phrases, load_process_words


def stands(phrase: str, text: str) -> bool:
    return Phrases((("x", (phrase,)),)).first(text) is not None


@pytest.mark.parametrize(
    ("phrase", "text"),
    [
        ("withdrew/withdraws from", "Freedonia withdraws  from it"),
        ("[has] withdrawn [from]", "who had withdrawn"),
        ("decided to ... withdraw", "decided to formally and fully withdraw"),
        ("twenty-*", "the Twenty-third"),
        ("to end participation", 'to "end participation'),
    ],
)
def test_a_phrase_stands_where_its_notation_says(phrase: str, text: str) -> None:
    assert stands(phrase, text)


@pytest.mark.parametrize(
    ("phrase", "text"),
    [
        ("withdrew from", "withdrew"),
        ("decided to ... withdraw", "decided to a b c d withdraw"),
        ("end", "attend"),
    ],
)
def test_a_phrase_does_not_stand_elsewhere(phrase: str, text: str) -> None:
    assert not stands(phrase, text)


def test_a_hit_has_the_value_it_is_filed_under() -> None:
    table = Phrases((("first", ("one",)), ("second", ("two three",))))
    assert [(hit.value, hit.start) for hit in table.find("two three one")] == [
        ("second", 0),
        ("first", 10),
    ]


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
