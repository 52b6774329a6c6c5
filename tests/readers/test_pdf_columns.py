from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.readers.pdf_drawing import (
    BOLD,
    Text,
    across,
    blocks,
    column,
    headed,
    paged,
    pdf,
    read,
    sentence,
)

SENTENCES = [sentence(number) for number in range(12)]
LEFT = column(SENTENCES[:4], width=220)
RIGHT = column(SENTENCES[4:8], x=310, width=220)


def _by_height(texts: list[Text]) -> list[Text]:
    return sorted(texts, key=lambda text: (text.y, text.x))


@pytest.mark.parametrize(
    "drawn",
    [
        pytest.param([*LEFT, *RIGHT], id="one after the other"),
        pytest.param([*RIGHT, *LEFT], id="the right one first"),
        pytest.param(across(LEFT, RIGHT), id="line by line"),
        pytest.param(across(RIGHT, LEFT), id="line by line from above"),
    ],
)
def test_two_columns_are_read_one_after_the_other(drawn: list[Text]) -> None:
    assert blocks(read(pdf(drawn))) == SENTENCES[:8]


@pytest.mark.parametrize("shift", [0.0, 3.0, 6.0, 9.0])
def test_columns_need_not_stand_on_the_same_lines(shift: float) -> None:
    right = column(SENTENCES[4:8], x=310, y=100 + shift, width=220)
    assert blocks(read(pdf(across(LEFT, right)))) == SENTENCES[:8]


def test_three_columns_drawn_line_by_line() -> None:
    parts = [column(SENTENCES[4 * n : 4 * n + 4], x=60 + 160 * n, width=145) for n in range(3)]
    assert blocks(read(pdf(_by_height([text for part in parts for text in part])))) == SENTENCES


def test_a_heading_over_the_full_width_comes_before_both_columns() -> None:
    heading = Text("What the delegations of all the regions said of it", 60, 80, 14, BOLD)
    assert blocks(read(pdf([heading, *across(LEFT, RIGHT)]))) == [heading.words, *SENTENCES[:8]]


def test_full_width_text_above_and_below_stays_there() -> None:
    above, below = column(SENTENCES[8:10], y=40), column(SENTENCES[10:], y=400)
    found = blocks(read(pdf([*above, *across(LEFT, RIGHT), *below])))
    assert found == [*SENTENCES[8:10], *SENTENCES[:8], *SENTENCES[10:]]


def test_a_paragraph_goes_on_in_the_next_column_and_page() -> None:
    paragraphs = [sentence(number, 110) for number in range(30)]
    found = read(pdf(*headed([_by_height(page) for page in paged(paragraphs, columns=2)])))
    assert blocks(found) == paragraphs


def test_one_wide_space_makes_no_column() -> None:
    texts = [*column(SENTENCES[:2]), Text("Done at Freedonia City", 60, 300)]
    found = blocks(read(pdf([*texts, Text("12 May 2018", 400, 300)])))
    assert found[-1] == "Done at Freedonia City 12 May 2018"


def test_the_number_of_a_paragraph_stands_before_its_text() -> None:
    texts = [
        text
        for n in range(4)
        for text in (
            Text(f"{n + 1}.", 60, 100 + 30 * n),
            *column([SENTENCES[n]], x=85, y=100 + 30 * n, width=400),
        )
    ]
    assert blocks(read(pdf(texts))) == [f"{n + 1}. {SENTENCES[n]}" for n in range(4)]


WORDS = st.lists(
    st.sampled_from(["aid", "work", "fair", "climate", "delegations", "of", "region"]), min_size=9
)
PARAGRAPHS = st.lists(WORDS.map(" ".join), min_size=2, max_size=5)


@given(PARAGRAPHS, PARAGRAPHS, st.sampled_from([list, _by_height]))
@settings(max_examples=60, deadline=None)
def test_words_of_two_columns_keep_their_order(
    left: list[str], right: list[str], order: Callable[[list[Text]], list[Text]]
) -> None:
    drawn = order([*column(left, width=220), *column(right, x=310, width=220)])
    words = " ".join([*left, *right]).split()
    assert _alike(read(pdf(drawn)).text.split(), words, left, right)


def _alike(found: list[str], words: list[str], left: list[str], right: list[str]) -> bool:
    """A side of one or two lines may be taken for the cells of a table, read row by row."""
    few = min(len(column(left, width=220)), len(column(right, width=220))) < 6
    return found == words or (few and sorted(found) == sorted(words))
