"""What people type is read into a query, or what is wrong with it is said."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stocktake.errors import UsageError
from stocktake.store.queries import JOINT, Query, Term, joined, parse, separated

ANY = st.text(st.sampled_from("ab 中国\"*-()^:+{}[]'\\,.;OR AND NOT NEAR\0\n_é"), max_size=40)


def read(text: str) -> Query | None:
    try:
        return parse(text)
    except UsageError:
        return None


@given(ANY | st.text())
def test_every_text_is_a_query_or_is_told_what_is_wrong(text: str) -> None:
    query = read(text)
    assert query is None or bool(query.wanted or query.unwanted) is bool(text.strip())


@given(st.text().filter(lambda text: JOINT not in text))
def test_joints_between_chinese_characters_leave_the_text_as_it_was(text: str) -> None:
    assert joined(separated(text)) == text


def word(*words: str) -> tuple[Term]:
    return (Term(words),)


def test_words_must_all_be_there() -> None:
    assert parse("open ports") == Query((word("open"), word("ports")))


def test_a_phrase_stays_together_as_it_is() -> None:
    assert parse("«open ports»") == Query(((Term(("open", "ports"), exact=True),),))


def test_alternatives_stand_together() -> None:
    assert parse("a OR b c") == Query(((*word("a"), *word("b")), word("c")))


def test_a_word_after_a_minus_is_left_out() -> None:
    assert parse("ports -open") == Query((word("ports"),), word("open"))


def test_a_star_takes_any_ending() -> None:
    assert parse("port*") == Query(((Term(("port",), open=True),),))


def test_a_hyphen_within_a_word_leaves_nothing_out() -> None:
    assert parse("follow-up") == Query((word("follow", "up"),))


def test_chinese_characters_are_words_one_behind_the_other() -> None:
    assert parse("移民") == Query((word("移", "民"),))


@pytest.mark.parametrize(
    ("text", "message"), [('"open', "not closed"), ("a OR", "OR needs"), ("-*", "no word")]
)
def test_what_is_wrong_is_named(text: str, message: str) -> None:
    with pytest.raises(UsageError, match=message):
        parse(text)
