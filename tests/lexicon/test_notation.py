"""Phrases stand where their notation says."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stocktake.lexicon.notation import Phrases
from stocktake.lexicon.process_words import ProcessWords

PIECES = ("a", "to/into", "[the]", "with*", "co-chair*", "...", "%", "St.", "twenty-*", "meet/met")
WORDS = ("a", "To", "the", "Within", "CO-CHAIRS", "% ", "St.", "twenty-third", "met", "x", '"')


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


@pytest.mark.parametrize(
    ("phrase", "telling"),
    [
        ("to withdraw/leave", "withdraw leave"),
        ("has rejoined/re-joined", "rejoined joined"),
        ("will join", "join"),
        ("co-chair*", "chair*"),
        ("co*chair", "co*"),
        ("with* [it]", "with*"),
    ],
)
def test_the_longest_piece_tells_that_a_phrase_may_stand(phrase: str, telling: str) -> None:
    assert Phrases((("x", (phrase,)),)).telling == set(telling.split())


def test_a_phrase_without_a_word_may_stand_anywhere() -> None:
    assert Phrases((("x", ("%",)),)).telling == {"*"}


@given(
    st.lists(st.sampled_from(PIECES), min_size=1, max_size=4),
    st.lists(st.sampled_from(WORDS), max_size=8),
)
def test_no_phrase_stands_without_a_word_that_tells(pieces: list[str], words: list[str]) -> None:
    text, table = " ".join(words), Phrases((("x", (" ".join(pieces),)),))
    if table.first(text):
        assert "x" in ProcessWords({}, {"x": table}).tables_in(text)
