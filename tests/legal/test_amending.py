from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stocktake.legal import amend, anchor, parse_draft
from stocktake.model import Amendment, AmendmentAction, AmendmentState, Where

TEXT = """Article 3

1. Ports shall be open to all boats.

2. Quays are dry, and quays are wide.
"""
DRAFT = parse_draft(TEXT)
ACTIONS = st.sampled_from([AmendmentAction.DELETE, AmendmentAction.REPLACE])
WORDS = st.sampled_from(["Ports", "open to all", "boats", "are dry", "wide", "masts", "quays"])


def change(
    action: AmendmentAction, target: str = "paragraph 1", id_: str = "a", **parts: object
) -> Amendment:
    return replace(Amendment(id_, action, target), **parts)  # type: ignore[arg-type]


AMENDMENTS = st.lists(
    st.builds(
        lambda action, target, old, new, id_: change(action, target, id_, old=old, new=new),
        ACTIONS,
        st.sampled_from(["paragraph 1", "paragraph 2", "Article 9"]),
        WORDS,
        st.sampled_from(["", "shut", "very"]),
        st.uuids().map(str),
    ),
    max_size=5,
)


@pytest.mark.parametrize(
    ("amendment", "result"),
    [
        (change(AmendmentAction.REPLACE, old="shall", new="should"), "1. Ports should be open to"),
        (change(AmendmentAction.DELETE, old="to all boats"), "1. Ports shall be open.\n"),
        (
            change(AmendmentAction.INSERT, old="open", new="by day", where=Where.AFTER),
            "1. Ports shall be open by day to all boats.",
        ),
        (
            change(AmendmentAction.INSERT, old="boats", new="small", where=Where.BEFORE),
            "to all small boats.",
        ),
        (
            change(AmendmentAction.INSERT, new="Day and night.", where=Where.END),
            "boats. Day and night.\n",
        ),
        (
            change(AmendmentAction.INSERT, new="1bis. Masts.", where=Where.NEW_PROVISION),
            "boats.\n\n1bis. Masts.\n\n2. Quays",
        ),
        (change(AmendmentAction.REPLACE, new="Ports close."), "1. Ports close.\n\n2."),
        (change(AmendmentAction.DELETE), "Article 3\n\n\n\n2. Quays"),
    ],
)
def test_an_amendment_is_applied_where_it_fits(amendment: Amendment, result: str) -> None:
    assert result in amend(DRAFT, [amendment]).text


@pytest.mark.parametrize(
    ("amendment", "state"),
    [
        (change(AmendmentAction.DELETE, "paragraph 9"), AmendmentState.PLACE_NOT_FOUND),
        (change(AmendmentAction.DELETE, old="masts"), AmendmentState.TEXT_NOT_FOUND),
        (
            change(AmendmentAction.DELETE, "paragraph 2", old="are"),
            AmendmentState.TEXT_NOT_CLEAR,
        ),
        (change(AmendmentAction.DELETE, old="boats", base="0" * 32), AmendmentState.BASE_CHANGED),
        (change(AmendmentAction.KEEP), AmendmentState.NOTHING_TO_DO),
    ],
)
def test_what_does_not_fit_is_told_with_the_reason(
    amendment: Amendment, state: AmendmentState
) -> None:
    amended = amend(DRAFT, [amendment])
    assert amended.results[0].state is state
    assert amended.text == TEXT


def test_amendments_to_the_same_words_are_shown_together_and_not_applied() -> None:
    one = change(AmendmentAction.REPLACE, old="shall be", new="are", id_="a")
    two = change(AmendmentAction.REPLACE, old="be open", new="close", id_="b")
    amended = amend(DRAFT, [two, one])
    assert [item.conflicts for item in amended.results] == [("b",), ("a",)]
    assert amended.text == TEXT


def test_the_same_amendment_of_two_actors_is_applied_once() -> None:
    one = change(AmendmentAction.REPLACE, old="shall", new="should", id_="a")
    amended = amend(DRAFT, [one, replace(one, id="b")])
    assert amended.text == TEXT.replace("shall", "should")
    assert {item.state for item in amended.results} == {AmendmentState.APPLIED}


def test_an_anchored_amendment_is_not_moved_to_a_changed_text() -> None:
    tied = anchor(DRAFT, change(AmendmentAction.DELETE, old="boats"))
    later = parse_draft(TEXT.replace("all boats", "small boats"))
    assert amend(later, [tied]).results[0].state is AmendmentState.BASE_CHANGED


@given(AMENDMENTS)
def test_the_order_of_amendments_plays_no_part(amendments: list[Amendment]) -> None:
    assert amend(DRAFT, amendments) == amend(DRAFT, amendments[::-1])


@given(AMENDMENTS)
def test_only_applied_amendments_change_the_text(amendments: list[Amendment]) -> None:
    amended = amend(DRAFT, amendments)
    applied = [i.amendment for i in amended.results if i.state is AmendmentState.APPLIED]
    assert amend(DRAFT, applied).text == amended.text
    assert applied or amended.text == TEXT
