"""Meetings told of without their name, on a day, in a timetable; and days that are to come."""

from __future__ import annotations

import pytest

from stocktake.model import FactKind
from tests.extractors.facts_world import facts, values

FORUM = "The third River Forum was a success. "


def test_it_takes_up_the_meeting_of_the_sentence_before() -> None:
    (meeting,) = facts(f"{FORUM}It was held from 16 to 19 May 2031 in Zenda.", FactKind.MEETING)
    assert (values(meeting, "title"), values(meeting, "place")) == (
        ["third River Forum"],
        ["Zenda"],
    )


def test_it_with_a_sentence_between_tells_of_no_meeting() -> None:
    assert (
        facts(f"{FORUM}All were glad. It was held in Zenda on 2 May 2031.", FactKind.MEETING) == []
    )


def test_a_meeting_may_be_told_of_by_its_number_alone() -> None:
    text = (
        "The fourth session met in Zenda on 2 May 2031, and the fifth in Strelsau, on 4 June 2031."
    )
    found = facts(text, FactKind.MEETING)
    assert [values(fact, "place") for fact in found] == [["Zenda"], ["Strelsau"]]


def test_a_short_name_that_the_document_gives_is_a_meeting() -> None:
    text = "The River Review Forum (RRF) is new.\n\nThe first RRF was held in Zenda on 2 May 2031."
    (meeting,) = facts(text, FactKind.MEETING)
    assert values(meeting, "dates") == ["2031-05-02"]


@pytest.mark.parametrize("text", ["a process of consultations", "the consultation phase"])
def test_a_stretch_of_time_is_no_meeting(text: str) -> None:
    assert facts(f"On 2 May 2031 {text} was held in Zenda.", FactKind.MEETING) == []


def test_lines_with_the_hour_are_sessions_of_their_day() -> None:
    text = "Monday, 4 December 2031\n\n10:00 - 11:00 Opening session\n\n11:00 - 11:30 Coffee"
    (session,) = facts(text, FactKind.SESSION)
    assert (values(session, "time"), values(session, "dates")) == (
        ["10:00 - 11:00"],
        ["2031-12-04"],
    )


@pytest.mark.parametrize(("verb", "year"), [("will be", 2031), ("was", 2030)])
def test_a_day_to_come_is_not_taken_for_one_long_past(verb: str, year: int) -> None:
    text = f"The conference {verb} held in Zenda on 10 December."
    (meeting,) = facts(text, FactKind.MEETING, date="2031-02-20")
    assert values(meeting, "dates") == [f"{year}-12-10"]


def test_a_count_in_words_is_a_figure_of_those_who_came() -> None:
    (figure,) = facts("Twenty-one delegations took the floor.", FactKind.ATTENDANCE)
    assert values(figure, "count") == ["21"]
