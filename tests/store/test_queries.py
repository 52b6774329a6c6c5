"""What people type becomes a query that SQLite takes."""

from __future__ import annotations

import sqlite3

from hypothesis import given
from hypothesis import strategies as st

from stocktake.store.queries import fts, joined, separated

HOSTILE = st.text(st.sampled_from("ab 中国\"*-()^:+{}[]'\\,.;OR AND NOT NEAR\0\n_é"), max_size=40)


def index() -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE VIRTUAL TABLE words USING fts5(text)")
    return connection


@given(HOSTILE | st.text(st.characters(exclude_categories=["Cs"])))
def test_no_query_fails_to_parse(query: str) -> None:
    expression = fts(query)
    if expression is not None:
        index().execute("SELECT * FROM words WHERE words MATCH ?", [expression]).fetchall()


@given(st.text())
def test_joints_between_chinese_characters_leave_the_text_as_it_was(text: str) -> None:
    assert joined(separated(joined(text))) == joined(text)


def test_words_are_joined_by_and() -> None:
    assert fts("open ports") == '("open") AND ("ports")'


def test_a_phrase_stays_together() -> None:
    assert fts('"open ports"') == '("open ports")'


def test_a_phrase_that_is_not_closed_ends_with_the_query() -> None:
    assert fts('"open ports') == '("open ports")'


def test_alternatives_stand_together() -> None:
    assert fts("open ports OR harbours") == '("open") AND ("ports" OR "harbours")'


def test_a_word_after_a_minus_is_left_out() -> None:
    assert fts("ports -open") == '(("ports")) NOT ("open")'


def test_a_star_takes_any_ending() -> None:
    assert fts("port*") == '("port"*)'


def test_a_hyphen_within_a_word_leaves_nothing_out() -> None:
    assert fts("follow-up") == '("follow up")'


def test_a_query_without_words_asks_for_nothing() -> None:
    assert fts(' - "" * ') is None
