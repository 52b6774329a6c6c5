from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stocktake.legal import amend, parse_draft
from stocktake.legal.worded import found_words
from stocktake.model import Amendment, AmendmentAction, AmendmentState, Where

TEXT = """Article 3

1. Ports shall be [open] to “all” boats, and the harbour's quays stay dry.
"""
DRAFT = parse_draft(TEXT)
WORDS = st.lists(st.sampled_from(["ports", "shall", "be", "wide", "dry", "boats."]), min_size=1)


def change(action: AmendmentAction, **parts: object) -> Amendment:
    return replace(Amendment("a", action, "paragraph 1"), **parts)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("words", "count"),
    [("shall  be", 1), ('"all"', 1), ("harbour’s", 1), ("SHALL", 1), ("hall", 0), ("a", 0)],
)
def test_words_are_found_whatever_their_spaces_marks_and_case(words: str, count: int) -> None:
    assert len(found_words(TEXT, words, 0, len(TEXT))) == count


@pytest.mark.parametrize(
    ("amendment", "result"),
    [
        (change(AmendmentAction.BRACKET, old="shall be"), "Ports [shall be] [open]"),
        (change(AmendmentAction.UNBRACKET, old="open"), "shall be open to"),
        (change(AmendmentAction.UNBRACKET), "shall be open to"),
    ],
)
def test_brackets_are_put_in_and_taken_out(amendment: Amendment, result: str) -> None:
    assert result in amend(DRAFT, [amendment]).text


def test_words_that_are_only_described_are_not_guessed() -> None:
    amendment = change(AmendmentAction.DELETE, described="the reference to boats")
    assert amend(DRAFT, [amendment]).results[0].state is AmendmentState.NOT_WORDED


def test_new_words_without_a_place_go_nowhere() -> None:
    amendment = change(AmendmentAction.INSERT, new="by day")
    assert amend(DRAFT, [amendment]).results[0].state is AmendmentState.PLACE_NOT_CLEAR


def test_a_move_is_left_to_people() -> None:
    amended = amend(DRAFT, [change(AmendmentAction.MOVE, new="Article 4")])
    assert amended.results[0].state is AmendmentState.BY_HAND
    assert amended.text == TEXT


def test_of_a_long_replacement_only_what_differs_is_changed() -> None:
    old = TEXT.partition("1. ")[2].strip()
    amendment = change(AmendmentAction.REPLACE, new=old.replace("stay", "are kept"))
    result = amend(DRAFT, [amendment]).results[0]
    assert TEXT[result.start : result.end].strip() == "stay"


def test_two_long_replacements_that_differ_in_other_words_do_not_clash() -> None:
    old = TEXT.partition("1. ")[2].strip()
    one = change(AmendmentAction.REPLACE, new=old.replace("stay", "are kept"))
    two = replace(one, id="b", new=old.replace("Ports", "Harbours"))
    text = amend(DRAFT, [one, two]).text
    assert "Harbours shall" in text
    assert "quays are kept dry" in text


@given(WORDS, WORDS)
def test_a_replaced_provision_reads_as_proposed(before: list[str], after: list[str]) -> None:
    draft = parse_draft(f"Article 3\n\n1. {' '.join(before)}\n")
    amendment = change(AmendmentAction.REPLACE, new=" ".join(after))
    assert amend(draft, [amendment]).text == f"Article 3\n\n1. {' '.join(after)}\n"


def test_an_insertion_at_the_beginning_comes_before_the_first_word() -> None:
    amendment = change(AmendmentAction.INSERT, new="By day,", where=Where.BEGINNING)
    assert "1. By day, Ports shall" in amend(DRAFT, [amendment]).text
