"""Meetings, chairs, phases, milestones and sessions, as briefs and letters tell of them."""

from __future__ import annotations

import pytest

from stocktake.model import FactKind
from tests.extractors.facts_world import facts, one, values

WRITTEN = {"date": "2031-11-20"}


@pytest.mark.parametrize(
    ("text", "title", "place", "dates"),
    [
        (
            "The stocktaking meeting will be held in Zenda, Ruritania, from 4 to 6 December.",
            "stocktaking meeting",
            ["Zenda, Ruritania"],
            ["2031-12-04/2031-12-06"],
        ),
        (
            "The fifth thematic session, on harbours, took place in Zenda on 4-5 September 2031.",
            "fifth thematic session",
            ["Zenda"],
            ["2031-09-04/2031-09-05"],
        ),
        (
            "Regional consultations were hosted by the commissions between May and July 2031.",
            "Regional consultations",
            [],
            ["2031-05/2031-07"],
        ),
        (
            "The Working Group held its third session from 4 to 15 November 2031.",
            "third session",
            [],
            ["2031-11-04/2031-11-15"],
        ),
        (
            "On 7 May 2031, Freedonia hosted a workshop in Strelsau.",
            "workshop",
            ["Strelsau"],
            ["2031-05-07"],
        ),
        ("The third round in April discussed it.", "third round", [], ["2032-04"]),
        (
            "At its 17th meeting, held on 14 November 2031, the Council adopted it.",
            "17th meeting",
            [],
            ["2031-11-14"],
        ),
    ],
)
def test_a_meeting_has_title_place_and_dates(
    text: str, title: str, place: list[str], dates: list[str]
) -> None:
    told = one(text, FactKind.MEETING, **WRITTEN)
    assert (told["title"], told.get("place", []), told.get("dates", [])) == ([title], place, dates)


@pytest.mark.parametrize(
    "text",
    [
        "The meeting was useful.",
        "We met in silence.",
        "A meeting of minds in the Ruritanian capital would help.",
        "The peace conference will be held in Zenda in May.",
        "The primary round of elections concluded on 15 September.",
        'He said that "the first session was held in Zenda in May 2031".',
    ],
)
def test_what_is_no_meeting_is_left_out(text: str) -> None:
    assert facts(text, FactKind.MEETING, **WRITTEN) == []


def test_a_purpose_told_in_the_sentence_before_belongs_to_the_meeting() -> None:
    text = (
        "States are gathering to take stock of what they heard. "
        "The stocktaking meeting convenes in Zenda from 4-6 December 2031."
    )
    assert one(text, FactKind.MEETING)["purpose"] == ["take stock of what they heard"]


@pytest.mark.parametrize(
    ("text", "people"),
    [
        (
            "It is co\u2011chaired by Ana María de Lind, Permanent Representative of Ruritania, "
            "and Otto Berg, Minister for Trade and Harbours of Sylvania.",
            [("Ana María de Lind", "XRU", "co-chair"), ("Otto Berg", "XSY", "co-chair")],
        ),
        (
            "The meeting was chaired by Ambassador Ana Lind (Freedonia).",
            [("Ana Lind", "XFR", "chair")],
        ),
        (
            "I have appointed Ms. Ana Lind, Permanent Representative of Freedonia, and Mr. Otto "
            "Berg, Permanent Representative of Sylvania, as co-facilitators.",
            [("Ana Lind", "XFR", "co-facilitator"), ("Otto Berg", "XSY", "co-facilitator")],
        ),
        (
            "Ana Lind, Prime Minister of Freedonia, will moderate the panel.",
            [("Ana Lind", "XFR", "moderator")],
        ),
        (
            "Co-Chairs Ana Lind (Freedonia) and Otto Berg (Sylvania) opened it.",
            [("Ana Lind", "XFR", "co-chair"), ("Otto Berg", "XSY", "co-chair")],
        ),
        (
            "It was co-facilitated by the Permanent Representatives of Freedonia and Sylvania.",
            [("", "XFR", "co-facilitator"), ("", "XSY", "co-facilitator")],
        ),
        (
            "It was chaired by the Permanent Representatives of Freedonia (Ana Lind) and Sylvania "
            "(Otto Berg).",
            [("Ana Lind", "XFR", "chair"), ("Otto Berg", "XSY", "chair")],
        ),
    ],
)
def test_chairs_have_name_state_and_role(text: str, people: list[tuple[str, str, str]]) -> None:
    found = [
        tuple("".join(values(fact, name)) for name in ("name", "state", "role"))
        for fact in facts(text, FactKind.CHAIR)
    ]
    assert found == people


@pytest.mark.parametrize(
    "text",
    [
        "The Chair thanked the delegations.",
        "It was chaired by the Coastal Group.",
        "A chair was brought in by Mr. Berg.",
    ],
)
def test_who_does_not_preside_is_no_chair(text: str) -> None:
    assert facts(text, FactKind.CHAIR) == []


def test_a_phase_has_dates_and_contents() -> None:
    text = "Phase I (April to May 2031) comprised two hearings, a forum and regional consultations."
    told = one(text, FactKind.PHASE)
    assert told["dates"] + told["contents"] == [
        "2031-04/2031-05",
        "two hearings",
        "forum",
        "regional consultations",
    ]


def test_a_milestone_has_what_and_when() -> None:
    text = "The compact was endorsed by the General Assembly on 19 December 2031."
    assert one(text, FactKind.MILESTONE) == {
        "title": ["compact was endorsed"],
        "date": ["2031-12-19"],
    }


@pytest.mark.parametrize(
    "text",
    [
        "The budget was adopted on 19 December 2031.",
        "The compact was adopted by Ruritania in July 2031.",
        "In May 2031, the Conference of the Parties agreed to meet.",
    ],
)
def test_a_milestone_of_another_matter_is_left_out(text: str) -> None:
    assert facts(text, FactKind.MILESTONE) == []


def test_a_programme_lists_its_sessions() -> None:
    text = (
        "The meeting will include: an opening session; a “quick ideas” panel to find new ways; "
        "two ‘Action Groups’ addressing local dimensions and global dimensions."
    )
    found = facts(text, FactKind.SESSION)
    assert [(values(fact, "format")[0], values(fact, "dimension")) for fact in found] == [
        ("opening", []),
        ("panel", []),
        ("action group", ["local"]),
        ("action group", ["global"]),
    ]


def test_a_list_under_a_programme_names_its_sessions() -> None:
    text = (
        "# Programme of the meeting\n\n1. Opening\n\n2. Lunch\n\n"
        "3. Action group on local dimensions\n\n4. Closing session: thanks"
    )
    found = facts(text, FactKind.SESSION)
    assert [(values(fact, "title"), values(fact, "dimension")) for fact in found] == [
        (["Opening"], []),
        (["Action group on local dimensions"], ["local"]),
        (["Closing session"], []),
    ]


def test_a_list_under_another_heading_names_none() -> None:
    text = "# Asks\n\n1. Opening of borders\n\n2. Panels on roofs"
    assert facts(text, FactKind.SESSION) == []


def test_one_thing_that_is_included_is_no_programme() -> None:
    assert facts("The agenda will include a dialogue.", FactKind.SESSION) == []
