"""What several facts tell of one meeting is told once."""

from __future__ import annotations

from datetime import date

import pytest

from stocktake.reports.brief.lede import number_of
from tests.reports.brief.briefed import Known, text


def test_an_earlier_meeting_is_told_once_the_fullest_way(demo: Known) -> None:
    said = text(demo.brief("conference", date(2018, 12, 10)))
    assert said.count("stocktaking) meeting (") == 1
    assert "preparatory (stocktaking) meeting (Puerto Vallarta, Mexico, 4–6 December 2017)" in said


def test_a_meeting_in_parts_is_told_by_place_and_date(demo: Known) -> None:
    said = text(demo.brief("regional-consultations"))
    assert "by place and date: Santiago (30–31 August 2017), Beirut" in said


def test_a_change_long_before_is_told_in_short(demo: Known) -> None:
    said = text(demo.brief("review-forum-2022"))
    assert "Changes of participation before: United States of America (withdrawn, 3 " in said
    assert "expressed regret" not in said


def test_a_general_name_in_an_input_filed_elsewhere_tells_nothing(demo: Known) -> None:
    assert "Marrakech" not in text(demo.brief("general-debate-73"))


@pytest.mark.parametrize(
    ("title", "number"),
    [
        ("stocktaking meeting", 1),
        ("regional consultations", 2),
        ("Six rounds of negotiations", 2),
        ("conference on ferries", 1),
        ("congress", 1),
    ],
)
def test_a_title_is_in_the_singular_or_plural(title: str, number: int) -> None:
    assert number_of(title) == number
