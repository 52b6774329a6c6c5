"""Quoted stretches are told from their marks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stocktake.text import quoted_spans


def quoted(text: str) -> list[str]:
    return [text[start:end] for start, end in quoted_spans(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He said “we agree”.", ["we agree"]),
        ('He said "we agree" and "we stay".', ["we agree", "we stay"]),
        ("titled ‘Homes: A Plan,’ and ‘Action’ too", ["Homes: A Plan,", "Action"]),
        ("il a dit « nous » et «vous»", [" nous ", "vous"]),
        ("er sagte „wir“ dort", ["wir"]),
        ("他说「我们」和“他们”", ["我们", "他们"]),
        ("She said 'we agree' there", ["we agree"]),
    ],
)
def test_all_kinds_of_marks_are_known(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


def test_of_nested_quotations_the_outermost_counts() -> None:
    assert quoted("“a ‘b’ “c” d”") == ["a ‘b’ “c” d"]


@pytest.mark.parametrize(
    "text", ["the States' view", "Zenda’s and Hentzau’s", "don't, it's", "’tis"]
)
def test_an_apostrophe_quotes_nothing(text: str) -> None:
    assert quoted(text) == []


@pytest.mark.parametrize("text", ["“we agree", "we agree”", '"we agree', "» a «"])
def test_a_mark_without_its_counterpart_quotes_nothing(text: str) -> None:
    assert quoted(text) == []


def test_an_open_mark_does_not_reach_into_the_next_paragraph() -> None:
    assert quoted("“we agree\n\nand “they” too") == ["they"]


def test_after_an_open_mark_later_quotations_still_count() -> None:
    assert quoted("“we agree. He said “they stay” then") == ["they stay"]


@given(st.text(alphabet="a' \"“”‘’«»„\n"))
def test_spans_stand_in_order_apart_and_hold_something(text: str) -> None:
    spans = quoted_spans(text)
    ends = [place for span in spans for place in span]
    assert ends == sorted(ends)
    assert all(start < end for start, end in spans)


def test_the_apostrophe_of_a_plural_opens_nothing() -> None:
    assert quoted_spans("The parties' views, and ``numbers'' too.") == []
