"""Sentences end where a reader would end them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stocktake.text import sentences


def cut(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text)]


@pytest.mark.parametrize(
    "text",
    [
        "See para. 5 and art. 3 of A/RES/71/1, No. 12, pp. 3-4.",
        "H.E. Mr. Rupert of Hentzau spoke for the U.S. delegation.",
        "We ask: (a) that it end; (b) that they stay; (c) that all return.",
        "5. The fifth point is this.",
        "IV. The fourth heading",
        "R. Rassendyll agreed, e.g. on funds, etc. and on trade.",
        "It costs 3.5 million.",
        "“No!” he said.",
        "El Sr. Hentzau habló, véase la pág. 5 y el párr. 3.",
        "См. п. 5 и ст. 3, т.е. весь текст.",
        "see Add.1, para. 4, and corr. 2",
    ],
)
def test_a_full_stop_that_ends_nothing_is_passed_over(text: str) -> None:
    assert cut(text) == [text]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("We met. We spoke.", 2),
        ("They said no. We said yes.", 2),
        ("It is in annex B. The text follows.", 2),
        ("Below 1.5°C. We must act.", 2),
        ("He said: “We agree.” Then he left.", 2),
        ("Is it so? It is! Good.", 3),
        ("It was agreed.12 The next point came.", 2),
        ("We ask for funds, trade, etc. The Chair agreed.", 2),
        ("A heading\n\nA paragraph", 2),
        ("我们支持。他们反对！", 2),
        ("نؤيد ذلك. هل تؤيدون؟ نعم.", 3),
        ("Nous appuyons. « Oui. » Il est parti.", 3),
        ("¿Por qué? ¡Basta! Seguimos.", 3),
        ("Мы за. Они против.", 2),
    ],
)
def test_sentences_are_told_apart(text: str, count: int) -> None:
    assert len(cut(text)) == count


def test_a_sentence_goes_on_over_a_blank_line_if_its_words_do() -> None:
    assert cut("two towering\n \nfigures of Zenda.") == ["two towering\n \nfigures of Zenda."]


def test_a_closing_mark_belongs_to_its_sentence() -> None:
    assert cut("(See above.) Next.") == ["(See above.)", "Next."]


PIECES = (
    "We met",
    ". ",
    "! ",
    "Mr. ",
    "5.",
    "”",
    "\n",
    "\n\n",
    "。",
    " ",
    "a",
    "\x00",
    "\u2028",
    "»",
)


@given(st.one_of(st.text(), st.lists(st.sampled_from(PIECES)).map("".join)))
def test_all_but_white_space_lies_in_exactly_one_sentence(text: str) -> None:
    ranges = sentences(text)
    outside, position = "", 0
    for start, end in ranges:
        outside += text[position:start]
        position = end
    assert not (outside + text[position:]).strip()


@given(st.one_of(st.text(), st.lists(st.sampled_from(PIECES)).map("".join)))
def test_sentences_stand_in_order_and_have_no_white_space_around(text: str) -> None:
    ranges = sentences(text)
    assert all(text[start:end] == text[start:end].strip() != "" for start, end in ranges)
    assert ranges == sorted(ranges)
