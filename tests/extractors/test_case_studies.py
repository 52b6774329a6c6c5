"""Case studies: who did what where, with what result."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stocktake.extractors.case_studies import case_studies
from stocktake.model import CaseStudy
from tests.extractors.facts_world import document, input_of, lexicon


def cases(text: str, kind: str = "statement") -> list[CaseStudy]:
    return case_studies(document(text), input_of(kind=kind, actor="XFR"), lexicon())


def parts(text: str, kind: str = "statement") -> list[str | None]:
    (case,) = cases(text, kind)
    found = (case.who, case.place, case.what, case.result)
    return [part and part.text for part in found]


def test_a_case_has_who_place_what_and_result() -> None:
    text = (
        "In Ruritania, the Ministry of Piers opened ten ports, which has reduced waiting by half."
    )
    assert parts(text) == [
        "the Ministry of Piers",
        "Ruritania",
        "opened ten ports, which has reduced waiting by half",
        "which has reduced waiting by half",
    ]


def test_a_counted_result_is_one() -> None:
    assert parts("Sylvania has granted asylum to nearly 45,000 people.")[3] == (
        "granted asylum to nearly 45,000 people"
    )


def test_the_result_may_stand_in_the_next_sentence() -> None:
    text = "Freedonia launched the Open Doors programme. So far, it has reached 4,000 families."
    assert parts(text)[3] == "reached 4,000 families"


def test_under_a_heading_that_says_so_an_act_is_enough() -> None:
    text = (
        "# Good practices\n\nSylvania introduced night schools.\n\n# Other\n\nSylvania built one."
    )
    assert [case.passage.text for case in cases(text)] == ["Sylvania introduced night schools."]


def test_a_report_tells_what_was_undertaken() -> None:
    text = "The Ministry of Labour, Trade and Piers launched the project “My pier”."
    assert parts(text, "report")[0] == "The Ministry of Labour, Trade and Piers"
    assert cases(text, "statement") == []


@pytest.mark.parametrize(
    "text",
    [
        "Freedonia will train 400 officials.",
        "Freedonia should have trained 400 officials.",
        "We have not reached 400 people.",
        "The United Nations was created by 51 States.",
        "We condemn the acts carried out by them, which led to fear among 400 people.",
        "Fish reached 400 people.",
        "What has Freedonia achieved for 400 people?",
    ],
)
def test_what_is_planned_asked_denied_or_suffered_is_no_case(text: str) -> None:
    assert cases(text) == []


WORDS = (
    "Freedonia",
    "in Ruritania",
    "launched",
    "reached 400 people",
    "we",
    "leading to",
    ". ",
    "\n\n",
)


@settings(deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=20).map(" ".join) | st.text())
def test_every_quotation_stands_at_its_place(text: str) -> None:
    for case in cases(text, "report"):
        found = (case.passage, case.who, case.place, case.what, case.result)
        quotations = [part for part in found if part]
        assert all(text[part.start : part.end] == part.text for part in quotations)
