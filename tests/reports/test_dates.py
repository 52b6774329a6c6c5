"""Dates in words."""

from __future__ import annotations

import pytest

from stocktake.model import Period
from stocktake.reports.dates import say, say_text


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("2031", "2031"),
        ("2031/2033", "2031 – 2033"),
        ("2031-12", "December 2031"),
        ("2031-04/2031-11", "April–November 2031"),
        ("2031-11/2032-01", "November 2031 – January 2032"),
        ("2031-12-04", "4 December 2031"),
        ("2031-12-04/2031-12-06", "4–6 December 2031"),
        ("2031-11-30/2031-12-02", "30 November – 2 December 2031"),
        ("2031-12-30/2032-01-02", "30 December 2031 – 2 January 2032"),
    ],
)
def test_a_period_is_said_no_more_exactly_than_it_was_told(written: str, said: str) -> None:
    assert say(Period.parse(written)) == said


def test_a_part_of_a_year_is_about_then() -> None:
    assert say(Period.parse("2032-01-01/2032-04-30~")).startswith("about ")


def test_a_text_that_is_no_date_is_given_back() -> None:
    assert say_text("in due course") == "in due course"


def test_no_date_is_no_text() -> None:
    assert say_text(None) == ""
