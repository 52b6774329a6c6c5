"""What a departure does to the counts from its day on."""

from __future__ import annotations

from datetime import date

from stocktake.model import Participation, ParticipationStatus
from stocktake.reports.participation_time import away_on

LEFT = Participation("XSY", ParticipationStatus.WITHDRAWN, "2031-03-04", "")
BACK = Participation("XSY", ParticipationStatus.RETURNED, "2031-05", "")
OTHER = Participation("XRU", ParticipationStatus.WITHDRAWN, "2031-04-01", "")


def test_who_left_is_away_from_that_day_on() -> None:
    assert [away_on(date(2031, 3, day), [LEFT]) for day in (3, 4, 5)] == [0, 1, 1]


def test_who_came_back_is_no_longer_away() -> None:
    assert away_on(date(2031, 5, 2), [BACK, LEFT, OTHER]) == 1


def test_the_order_of_records_changes_nothing() -> None:
    day = date(2031, 4, 2)
    assert away_on(day, [LEFT, OTHER, BACK]) == away_on(day, [BACK, OTHER, LEFT]) == 2
