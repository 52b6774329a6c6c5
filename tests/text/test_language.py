"""The language is told if there is enough to tell it by."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stocktake.text import LANGUAGES, detect_language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("We call for more homes for all.", "en"),
        ("Nous demandons des logements pour tous.", "fr"),
        ("Pedimos viviendas para todos y todas.", "es"),
        ("Мы просим жилья для всех.", "ru"),
        ("我们要求人人有住房。", "zh"),
        ("نطالب بالسكن للجميع.", "ar"),
    ],
)
def test_the_six_languages_are_told_apart(text: str, language: str) -> None:
    assert detect_language(text) == language


@pytest.mark.parametrize("text", ["", "12/34", "ok", "A/RES/71/1", "Annex II"])
def test_too_little_text_tells_no_language(text: str) -> None:
    assert detect_language(text) is None


def test_a_long_text_is_judged_by_more_than_its_cover() -> None:
    assert detect_language("UN DOC 5 " * 600 + "We call for more homes for all. " * 2_000) == "en"


@given(st.text())
def test_any_text_has_one_of_the_six_or_none(text: str) -> None:
    assert detect_language(text) in (*LANGUAGES, None)
