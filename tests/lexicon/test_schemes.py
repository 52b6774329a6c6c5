"""Schemes are read from files that say clearly what is wrong with them."""

from __future__ import annotations

from pathlib import Path

import pytest

from stocktake.errors import SettingsError
from stocktake.lexicon import load_scheme, scheme_names
from stocktake.model import Scheme

RIVERS = """
name = "rivers"
kind = "themes"
title = "Rivers"
subject = "treaty"
[words.water]
en = ["river*", "lake*"]
[[theme]]
code = "treaty"
title = "The treaty"
[theme.terms]
en = ["treaty & @water"]
"""


def read(folder: Path, text: str, name: str = "rivers") -> Scheme:
    (folder / "schemes").mkdir(exist_ok=True)
    (folder / "schemes" / f"{name}.toml").write_text(text, encoding="utf-8")
    return load_scheme(name, folder)


@pytest.mark.parametrize("name", ["dimensions", "human-rights", "lenses", "migration"])
def test_every_packaged_scheme_can_be_read(name: str) -> None:
    assert load_scheme(name).name == name


PACKAGED = ["dimensions", "human-rights", "lenses", "migration"]


@pytest.mark.parametrize("name", PACKAGED)
def test_every_theme_has_a_definition(name: str) -> None:
    assert [theme.code for theme in load_scheme(name).themes if not theme.definition] == []


@pytest.mark.parametrize("name", PACKAGED)
def test_every_theme_has_terms_in_all_six_languages(name: str) -> None:
    spoken = [{language for language, _ in theme.terms} for theme in load_scheme(name).themes]
    assert all(languages == {"ar", "en", "es", "fr", "ru", "zh"} for languages in spoken)


def test_named_words_are_spelt_out(tmp_path: Path) -> None:
    assert read(tmp_path, RIVERS).themes[0].terms == (("en", "treaty & river* / lake*"),)


def test_the_file_of_the_workspace_takes_the_place_of_the_packaged_one(tmp_path: Path) -> None:
    assert read(tmp_path, RIVERS, "migration").title == "Rivers"


def test_a_scheme_can_extend_the_packaged_one_of_its_name(tmp_path: Path) -> None:
    text = 'extends = "lenses"\ndrop = ["youth"]\n[[theme]]\ncode = "peace"\ntitle = "Peace"\n'
    codes = [theme.code for theme in read(tmp_path, text, "lenses").themes]
    assert ("youth" in codes, codes[-1]) == (False, "peace")


def test_a_scheme_can_be_given_by_its_path(tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_text(RIVERS, encoding="utf-8")
    assert load_scheme(tmp_path / "mine.toml").subject == "treaty"


def test_the_names_include_those_of_the_workspace(tmp_path: Path) -> None:
    read(tmp_path, RIVERS)
    assert "rivers" in scheme_names(tmp_path)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("name = ", "not a TOML file"),
        (RIVERS.replace("subject", "subjekt"), "unknown key 'subjekt'"),
        (RIVERS.replace('subject = "treaty"', 'subject = "peace"'), "none of its themes"),
        (RIVERS.replace('kind = "themes"', 'kind = "topics"'), "needs a kind"),
        (RIVERS.replace("@water", "@fire"), "'@fire' are not given"),
        (RIVERS.replace('["treaty & @water"]', '["*"]'), "not lists of words"),
        (RIVERS.replace('title = "The treaty"', ""), "needs a code and a title"),
        (RIVERS + '[[theme]]\ncode = "treaty"\ntitle = "T"\n', "there twice"),
        ('name = "x"\nkind = "themes"\n', "has no theme"),
    ],
)
def test_a_wrong_file_is_told_what_is_wrong(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(SettingsError, match=said):
        read(tmp_path, text)


def test_an_unknown_name_lists_the_known_ones() -> None:
    with pytest.raises(SettingsError, match="migration"):
        load_scheme("migrations")
