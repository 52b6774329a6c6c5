"""What was made public by whom; figures, mandates and sources."""

from __future__ import annotations

import pytest

from stocktake.model import FactKind
from tests.extractors.facts_world import facts, one, values


def test_a_report_gathers_what_the_next_sentences_tell_of_it() -> None:
    text = (
        "Harbour Watch released a report underscoring the need for piers. The report titled, "
        "‘Open Piers,’ identifies ways to build. It presents case studies from two ports, which "
        "others like. The authors advocate for a five-point agenda. Sylvania has piers."
    )
    told = one(text, FactKind.ANNOUNCEMENT)
    assert told["title"] == ["Open Piers"]
    assert told["content"] == [
        "the need for piers",
        "ways to build",
        "case studies from two ports",
        "a five-point agenda",
    ]
    assert told["part"] == ["case studies", "agenda"]


def test_recommendations_tell_whose_they_are() -> None:
    text = "Harbour Watch issued recommendations from the Coastal Group and others aimed at peace."
    told = one(text, FactKind.ANNOUNCEMENT)
    assert (told["with"], told["purpose"]) == (["group:coastal", "others"], ["aimed at peace"])


def test_partners_are_told_apart_from_the_actor() -> None:
    text = "The Coastal Group, together with Harbour Watch, published a study on 2 May 2031."
    told = one(text, FactKind.ANNOUNCEMENT)
    assert (told["actor"], told["with"]) == (["group:coastal"], ["org:harbour-watch"])
    assert told["date"] == ["2031-05-02"]


def test_a_programme_may_be_released_by_nobody_in_particular() -> None:
    told = one("See the programme released on 1 May 2031.", FactKind.ANNOUNCEMENT)
    assert told == {"kind": ["programme"], "date": ["2031-05-01"]}


@pytest.mark.parametrize(
    "text",
    [
        "A report was released.",
        "Freedonia launched a programme for fishers.",
        "Chair Ana Lind (Freedonia) presented the report.",
        "At the forum of the Coastal Group, he presented a report.",
        "“Harbour Watch released a report,” he joked.",
    ],
)
def test_what_nobody_named_made_public_is_left_out(text: str) -> None:
    assert facts(text, FactKind.ANNOUNCEMENT) == []


def test_figures_of_attendance_stand_side_by_side() -> None:
    text = "It was attended by over 130 delegations and 1,897 participants in 2031."
    found = facts(text, FactKind.ATTENDANCE)
    assert [(values(fact, "count"), values(fact, "of")) for fact in found] == [
        (["130"], ["delegations"]),
        (["1897"], ["participants"]),
    ]


def test_a_number_without_attendance_is_no_figure() -> None:
    assert facts("There are 193 Member States.", FactKind.ATTENDANCE) == []


def test_a_mandate_has_resolution_and_paragraph() -> None:
    text = "The meeting is held pursuant to paragraph 23 of General Assembly resolution 71/280."
    assert one(text, FactKind.MANDATE) == {
        "title": ["General Assembly resolution 71/280"],
        "paragraph": ["paragraph 23"],
    }


def test_an_instrument_may_give_the_mandate() -> None:
    text = "The Zenda Declaration that mandated negotiations on the compact contains goals."
    assert one(text, FactKind.MANDATE)["title"] == ["Zenda Declaration"]


def test_brackets_at_the_end_are_sources() -> None:
    text = "It ends here [sic]. [Note on Piers] [Website of the Process]"
    found = facts(text, FactKind.SOURCE)
    assert [values(fact, "title") for fact in found] == [
        ["Note on Piers"],
        ["Website of the Process"],
    ]


@pytest.mark.parametrize("text", ["It ends. [12] [13]", "It ends. [Interpretation from Arabic]"])
def test_other_brackets_are_none(text: str) -> None:
    assert facts(text, FactKind.SOURCE) == []
