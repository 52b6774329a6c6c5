"""One published table says what "a few" or "many" means."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stocktake.errors import SettingsError
from stocktake.lexicon.wording import quantifier, quantifiers, read_quantifiers


@pytest.mark.parametrize(
    ("n", "of", "word"),
    [
        (0, 9, "no"),
        (1, 9, "one"),
        (1, 1, "one"),
        (2, 2, "all"),
        (3, 196, "a few"),
        (5, 196, "some"),
        (10, 196, "several"),
        (40, 196, "many"),
        (98, 196, "many"),
        (99, 196, "most"),
        (196, 196, "all"),
    ],
)
def test_the_word_for_a_number(n: int, of: int, word: str) -> None:
    assert quantifier(n, of) == word


@given(st.integers(0, 300), st.integers(0, 300))
def test_more_actors_never_get_a_weaker_word(n: int, of: int) -> None:
    words = [entry.word for entry in reversed(quantifiers())]
    low, high = sorted((n, of))
    ranks = [words.index(quantifier(count, high)) for count in range(low, high + 1)]
    assert ranks == sorted(ranks)


def test_more_than_there_are_cannot_be_counted() -> None:
    with pytest.raises(ValueError, match="out of"):
        quantifier(3, 2)


def test_a_table_of_ones_own_is_used() -> None:
    table = read_quantifiers([{"word": "umpteen", "count": 1}, {"word": "hardly", "count": 0}])
    assert quantifier(5, 9, table) == "umpteen"


@pytest.mark.parametrize("entries", [[], [{"word": "many", "count": 6}], [{"count": 0}]])
def test_a_table_that_leaves_a_number_without_a_word_is_refused(
    entries: list[dict[str, object]],
) -> None:
    with pytest.raises(SettingsError):
        read_quantifiers(entries)


ONE = {"word": "one", "count": 1}
NO = {"word": "no", "count": 0}


@pytest.mark.parametrize(
    ("entries", "fault"),
    [
        ([ONE, {"word": "two", "count": 2}, NO], "'two' is never used, as 'one' fits before"),
        ([{"word": "one", "count": 3}, ONE, NO], "'one' is there twice"),
        ([{"word": "some", "count": 2}, NO], "a single actor among many would be called 'no'"),
        ([{"word": "most", "count": 1, "share": 0.5}, NO], "a single actor among many"),
        ([{"word": "most", "count": 1, "over": 1.5}, ONE, NO], "from 0 to 1"),
        ([{"word": "most", "count": 1, "over": 0.5, "share": 0.5}, ONE, NO], "share or over"),
        ([{"word": "one", "count": "1"}, NO], "whole number"),
        ([{"word": " ", "count": 1}, NO], "Give it a word"),
    ],
)
def test_a_table_with_a_fault_is_refused(entries: list[dict[str, object]], fault: str) -> None:
    with pytest.raises(SettingsError, match=fault):
        read_quantifiers(entries)


def test_a_share_that_is_reached_is_wider_than_one_that_is_exceeded() -> None:
    reached = {"word": "half", "count": 1, "share": 0.5}
    exceeded = {"word": "most", "count": 1, "over": 0.5}
    assert len(read_quantifiers([exceeded, reached, ONE, NO])) == 4
