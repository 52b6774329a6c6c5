"""Spellings of one name are told to be so, and letter case is judged."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stocktake.lexicon.names import case_fits, fold, key


@given(st.text())
def test_folding_keeps_every_place(text: str) -> None:
    assert len(fold(text)) == len(text)


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Côte d’Ivoire", "COTE D'IVOIRE"),
        ("Türkiye", "Tu\u0308rkiye"),
        ("Guinea‑Bissau", "Guinea-Bissau"),
        ("United  States\nof America", "United States of America"),
        ("الأردن", "الاردن"),
    ],
)
def test_spellings_of_one_name_have_one_key(one: str, other: str) -> None:
    assert key(one) == key(other)


@pytest.mark.parametrize("written", ["Turkey", "TURKEY"])
def test_a_name_may_stand_in_capitals(written: str) -> None:
    assert case_fits("Turkey", written)


@pytest.mark.parametrize(
    ("name", "written"),
    [("Turkey", "turkey"), ("US", "us"), ("US", "Us"), ("Holy See", "Holy see")],
)
def test_capitals_of_a_name_must_be_capitals_in_the_text(name: str, written: str) -> None:
    assert not case_fits(name, written)


def test_behind_a_hyphen_small_letters_are_forgiven() -> None:
    assert case_fits("Timor-Leste", "Timor-leste")
