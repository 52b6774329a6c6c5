"""Where words stand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stocktake.model import Quotation, Quote
from stocktake.services.places import RefusedError, Span, locate, quotations, stands
from tests.store.contract import STATEMENT

TEXT = "ports and ports or harbours"


def whole(text: str) -> Span:
    return Span(text, 0, len(text))


def reason(quote: Quote, span: Span) -> str:
    with pytest.raises(RefusedError) as caught:
        locate(quote, "content", span)
    return caught.value.reason


@given(st.text(min_size=1), st.data())
def test_words_at_their_place_are_found_there(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    if text[start:end].strip():
        found = locate(Quote(text[start:end], start), "content", whole(text))
        assert found == Quotation(start, end, text[start:end])


@given(st.text(), st.text(), st.integers(-5, 50) | st.none())
def test_whatever_is_found_stands_in_the_text(text: str, words: str, start: int | None) -> None:
    try:
        assert stands(locate(Quote(words, start), "content", whole(text)), text)
    except RefusedError:
        assert not words.strip() or text.count(words) != 1


def test_words_without_a_place_are_found_if_they_stand_once() -> None:
    assert locate(Quote("harbours"), "content", whole(TEXT)).start == 19


def test_words_at_a_wrong_place_are_found_if_they_stand_once() -> None:
    assert locate(Quote("harbours", 3), "content", whole(TEXT)).start == 19


def test_words_that_stand_twice_are_refused_without_a_place() -> None:
    assert reason(Quote("ports"), whole(TEXT)) == "more than once"


def test_words_that_overlap_themselves_stand_twice() -> None:
    assert reason(Quote("aa"), whole("aaa")) == "more than once"


def test_words_that_stand_nowhere_are_refused() -> None:
    assert reason(Quote("airports", 0), whole(TEXT)) == "not in the text"


def test_words_that_differ_in_one_character_are_refused() -> None:
    assert reason(Quote("Harbours", 19), whole(TEXT)) == "not in the text"


def test_words_outside_their_sentence_are_refused() -> None:
    assert reason(Quote("harbours", 19), Span(TEXT, 0, 15)) == "outside its sentence"


def test_blank_words_are_refused() -> None:
    assert reason(Quote("  ", 0), whole("  a")) == "empty"


def test_a_refusal_does_not_repeat_the_words() -> None:
    with pytest.raises(RefusedError) as caught:
        locate(Quote("secret"), "content", whole(TEXT))
    assert "secret" not in str(caught.value)


def test_all_quotations_of_a_record_are_found_however_deep() -> None:
    assert [quotation.text for quotation in quotations(STATEMENT)] == [
        "Freedonia supports open ports.",
        "open ports",
        "supports",
        "Freedonia",
    ]
