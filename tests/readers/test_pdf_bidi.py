from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stocktake.readers.pdf_bidi import in_reading_order, is_rtl


@pytest.mark.parametrize(
    ("read", "seen"),
    [
        pytest.param("حقوق الأطفال", "حقوق الأطفال", id="letters alone"),
        pytest.param("في عام 2018، قال", "في عام 8102، قال", id="a number"),
        pytest.param("الفقرة 12.5 منه", "الفقرة 5.21 منه", id="a number with a point"),
        pytest.param("من 2015-2017 إلى", "من 5102-7102 إلى", id="from a year to a year"),
        pytest.param("منظمة World Health هنا", "منظمة htlaeH dlroW هنا", id="words in Latin"),
        pytest.param("تقرير A/72/643 هذا", "تقرير 346/27/A هذا", id="a symbol"),
        pytest.param("الدول (كلها) هنا", "الدول )كلها( هنا", id="brackets as they look"),
        pytest.param("الدول (GCM)، هنا", "الدول )MCG)، هنا", id="one bracket turned"),
    ],
)
def test_what_is_seen_from_the_right_is_put_as_it_is_read(read: str, seen: str) -> None:
    assert in_reading_order(seen) == read


def test_shapes_of_letters_become_letters() -> None:
    assert in_reading_order("\ufefb\ufee1") == "لام"


@given(st.lists(st.text("أبتثجحخدرسعفقكلمنهوي", min_size=1), min_size=1))
def test_arabic_words_stay_as_they_are(words: list[str]) -> None:
    assert in_reading_order(" ".join(words)) == " ".join(words)


@given(st.integers(min_value=0))
def test_any_number_is_turned_around(number: int) -> None:
    assert in_reading_order(f"عام {str(number)[::-1]} هنا") == f"عام {number} هنا"


def test_most_letters_decide_the_direction() -> None:
    assert is_rtl("قال the الرئيس")
    assert not is_rtl("The word سلام means peace")
    assert not is_rtl("12 (3)")
