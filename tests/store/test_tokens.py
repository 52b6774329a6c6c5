"""Words are those that SQLite's index sees, and what is marked is what SQLite marks."""

from __future__ import annotations

import sqlite3

from hypothesis import given
from hypothesis import strategies as st

from stocktake.store import forms, tokens
from stocktake.store.queries import separated

LETTERS = "aAéÉñçœßİıЙйЁёшЩ٠أإىةَّ移民，.'-_ 1²\u0301\u0308ǅﬁ"


def by_sqlite(text: str) -> list[str]:
    base = sqlite3.connect(":memory:")
    base.execute(forms.words_table("said"))
    base.execute("CREATE VIRTUAL TABLE seen USING fts5vocab('said', 'instance')")
    base.execute("INSERT INTO said (en) VALUES (?)", (separated(text),))
    rows = base.execute("SELECT term FROM seen ORDER BY offset")
    found = [row[0] for row in rows if row[0]]
    base.close()
    return found


@given(st.text(st.sampled_from(LETTERS)))
def test_words_are_those_of_sqlite(text: str) -> None:
    assert tokens.words(text) == by_sqlite(text)


@given(st.text(st.sampled_from(LETTERS)))
def test_each_word_stands_at_its_place(text: str) -> None:
    found = list(tokens.tokens(text))
    assert [tokens.folded(text[item.start : item.end]) for item in found] == tokens.words(text)
