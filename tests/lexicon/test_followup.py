"""With whom and by what means, as a wording tells it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from stocktake.lexicon.followup import Manner, manner


def test_partners_are_taken_to_the_next_comma() -> None:
    found = manner("build landing stages in partnership with the ports, by next year")
    assert found == Manner("in partnership with the ports", "")


def test_means_end_where_partners_begin() -> None:
    found = manner("light the river through a common fund together with the lamplighters")
    assert found == Manner("together with the lamplighters", "through a common fund")


def test_partners_end_where_a_purpose_begins() -> None:
    found = manner("go on working with the ports to ensure that the League stays strong")
    assert found.with_whom == "working with the ports"


def test_a_wording_that_tells_neither_gives_nothing() -> None:
    assert manner("light the river") == Manner("", "")


def test_a_phrase_inside_a_word_is_none() -> None:
    assert manner("the throughout and the housing") == Manner("", "")


@given(st.text())
def test_what_is_found_stands_in_the_wording(wording: str) -> None:
    found = manner(wording)
    assert found.with_whom in wording
    assert found.by_what_means in wording
