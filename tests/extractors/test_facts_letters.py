"""What letters, notes and resolutions tell in their own manner."""

from __future__ import annotations

import pytest

from stocktake.model import FactKind
from tests.extractors.facts_world import facts, one, values

WRITTEN = {"date": "2031-02-05"}
LETTER = "Excellency, we have the honour to write to you on the harbour process. "
OPENING = "The first session will be held in Zenda on 20 May 2031."


def test_a_letter_in_the_first_person_tells_of_the_process() -> None:
    told = one(LETTER + OPENING, FactKind.MEETING, kind="statement", **WRITTEN)
    assert told["dates"] == ["2031-05-20"]


def test_a_speech_tells_of_the_world_and_not_of_the_process() -> None:
    text = f"Mr. President, I thank you. {OPENING}"
    assert facts(text, FactKind.MEETING, kind="statement", **WRITTEN) == []


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("at UN Headquarters in New York", "UN Headquarters in New York"),
        ("in Conference Room 4, Harbour House, Zenda", "Conference Room 4, Harbour House, Zenda"),
        ("in Zenda, Strelsau and Klow", "Zenda, Strelsau and Klow"),
        ("at the United Nations Office at Geneva", "United Nations Office at Geneva"),
    ],
)
def test_a_venue_is_part_of_the_place(text: str, place: str) -> None:
    told = one(f"The first session will be held {text} in May 2031.", FactKind.MEETING)
    assert told["place"] == [place]


def test_each_day_of_a_list_is_a_date_of_the_meeting() -> None:
    text = "The first round will be convened by the President on 20, 22 and 23 February 2031."
    assert one(text, FactKind.MEETING)["dates"] == ["2031-02-20", "2031-02-22/2031-02-23"]


def test_what_begins_for_a_meeting_is_not_the_meeting() -> None:
    text = "The process for the intergovernmental conference would begin in April 2031."
    assert facts(text, FactKind.MEETING) == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("(a) Phase I (consultations): April to May 2031;", [("Phase I", "2031-04/2031-05")]),
        (
            "It has two phases: consultations (April to May 2031) and negotiations (June 2031).",
            [("consultations", "2031-04/2031-05"), ("negotiations", "2031-06")],
        ),
        ("a stocktaking phase, from May to June 2031", [("stocktaking phase", "2031-05/2031-06")]),
    ],
)
def test_phases_are_read_from_lists(text: str, told: list[tuple[str, str]]) -> None:
    found = facts(text, FactKind.PHASE)
    assert [(values(fact, "title")[0], values(fact, "dates")[0]) for fact in found] == told


@pytest.mark.parametrize(
    "text",
    [
        "Ana Lind, Permanent Representative of Freedonia, co-facilitator of the process, spoke.",
        "The co-facilitator of the talks, Ms. Ana Lind, opened them.",
        "It was chaired by the co-facilitators, H.E. Ms. Ana Lind (Freedonia) and another.",
        "Ms. Ana Lind of Freedonia served as rapporteur.",
    ],
)
def test_who_presides_is_found_around_the_word_for_it(text: str) -> None:
    (fact,) = facts(text, FactKind.CHAIR)
    assert values(fact, "name") == ["Ana Lind"]


@pytest.mark.parametrize(
    ("text", "actor", "kind", "date"),
    [
        (
            "The ‘zero draft,’ which Freedonia released on 5 March 2031, was discussed.",
            ["XFR"],
            "draft",
            ["2031-03-05"],
        ),
        ("We have the honour to present to you the zero draft.", [], "draft", []),
        ("The concept note and the programme are attached.", [], "concept note", []),
        (
            "In a new report, Beyond the Quay: Ways to Go, Harbour Watch lists them.",
            ["org:harbour-watch"],
            "report",
            [],
        ),
        (
            "In a statement issued on 2 May 2031, Freedonia thanked all.",
            ["XFR"],
            "statement",
            ["2031-05-02"],
        ),
        ("Harbour Watch today released a report.", ["org:harbour-watch"], "report", ["2031-02-05"]),
        (
            "A coalition led by Harbour Watch issued recommendations.",
            ["org:harbour-watch"],
            "recommendations",
            [],
        ),
    ],
)
def test_documents_are_made_public_in_many_words(
    text: str, actor: list[str], kind: str, date: list[str]
) -> None:
    told = one(text, FactKind.ANNOUNCEMENT, **WRITTEN)
    assert (told.get("actor", []), told["kind"], told.get("date", [])) == (actor, [kind], date)


def test_each_of_several_who_leave_is_a_fact() -> None:
    found = facts("Freedonia and Ruritania pulled out of the process.", FactKind.PARTICIPATION)
    assert [values(fact, "actor") for fact in found] == [["XFR"], ["XRU"]]


def test_what_one_state_adopts_is_no_step_of_the_process() -> None:
    assert facts("In 2031, Freedonia adopted a framework.", FactKind.MILESTONE) == []


def test_a_date_behind_what_was_adopted_is_its_date() -> None:
    text = "The Assembly had adopted the Zenda Declaration on Harbours on 19 May 2029."
    assert one(text, FactKind.MILESTONE)["date"] == ["2029-05-19"]


def test_holders_of_one_office_who_chair_are_one_fact_each() -> None:
    text = (
        "It was chaired by the co-facilitators, the Permanent Representatives of Freedonia and "
        "Ruritania to the United Nations."
    )
    assert [values(fact, "state") for fact in facts(text, FactKind.CHAIR)] == [["XFR"], ["XRU"]]


def test_a_statement_in_the_third_person_is_read_as_prose() -> None:
    text = "Civil society will hold its own forum in Zenda on 29 January 2031."
    assert one(text, FactKind.MEETING, kind="statement")["place"] == ["Zenda"]


def test_a_meeting_for_which_people_gathered_has_their_place() -> None:
    text = "Delegates gathered in Zenda, Ruritania, this week for the Harbour Forum."
    assert one(text, FactKind.MEETING)["place"] == ["Zenda, Ruritania"]


def test_what_was_issued_is_the_report_and_not_what_it_is_on() -> None:
    text = "The report on the Zenda Declaration (document A/1), issued on 2 May 2031, is out."
    assert one(text, FactKind.ANNOUNCEMENT)["kind"] == ["report"]


@pytest.mark.parametrize(
    ("text", "title", "dates"),
    [
        (
            "The first of six thematic sessions will be held on 8 May 2031.",
            "first of six thematic sessions",
            ["2031-05-08"],
        ),
        (
            "The Harbour Forum, chaired by Freedonia, was held from 28 to 30 June 2031.",
            "Harbour Forum",
            ["2031-06-28/2031-06-30"],
        ),
        (
            "Two thematic sessions took place in Zenda: on 2 May and 4 July 2031.",
            "Two thematic sessions",
            ["2031-05-02", "2031-07-04"],
        ),
    ],
)
def test_what_stands_around_a_meeting_does_not_hide_it(
    text: str, title: str, dates: list[str]
) -> None:
    told = one(text, FactKind.MEETING, **WRITTEN)
    assert (told["title"], told["dates"]) == ([title], dates)


def test_an_office_holder_may_be_named_before_the_verb() -> None:
    text = "General Assembly President Tomas Vrba circulated the summary on 22 December 2031."
    told = one(text, FactKind.ANNOUNCEMENT)
    assert told["actor"] == ["office:president-of-the-general-assembly"]


def test_a_phase_may_be_named_between_commas() -> None:
    text = "Phase III of the process, negotiations, will run from May to July 2031."
    assert one(text, FactKind.PHASE)["dates"] == ["2031-05/2031-07"]


def test_a_date_behind_what_a_conference_is_on_is_its_date() -> None:
    text = "The Assembly will hold an intergovernmental conference on river transport in 2032."
    assert one(text, FactKind.MEETING)["dates"] == ["2032"]


def test_a_paper_may_be_dated() -> None:
    text = "A concept note dated 14 November 2031 was shared with all."
    assert one(text, FactKind.ANNOUNCEMENT)["date"] == ["2031-11-14"]
