"""Changes over time are drawn where their days are."""

from __future__ import annotations

import re
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from stocktake.exporters.charts import draw
from stocktake.model import Cell, Chart, ChartKind, Table

CIRCLE = re.compile(r'<circle cx="([\d.]+)" cy="([\d.]+)"')
DAYS = st.dates(min_value=date(1950, 1, 1), max_value=date(2090, 1, 1))


def chart(*changes: tuple[str, str, date]) -> Chart:
    rows = tuple(
        (Cell(name), Cell(status), Cell(str(day), value=float(day.toordinal())))
        for name, status, day in changes
    )
    return Chart(ChartKind.TIMELINE, Table("t", "Changes", ("Who", "Status", "From"), rows))


def marks(drawn: str) -> list[tuple[float, float]]:
    return [(float(x), float(y)) for x, y in CIRCLE.findall(drawn)]


@given(st.lists(DAYS, min_size=1, max_size=6))
def test_every_change_has_a_mark_within_the_picture(days: list[date]) -> None:
    drawn = draw(chart(*((f"State {at}", "withdrawn", day) for at, day in enumerate(days))))
    found = marks(drawn)
    assert len(found) == len(days)
    assert all(0 < x < 720 for x, _ in found)


def test_a_later_day_stands_further_right() -> None:
    (first, _), (second, _) = marks(
        draw(
            chart(
                ("Sylvania", "withdrawn", date(2031, 3, 4)),
                ("Ruritania", "withdrawn", date(2031, 5, 6)),
            )
        )
    )
    assert first < second


def test_one_actor_has_one_line() -> None:
    found = marks(
        draw(
            chart(
                ("Sylvania", "withdrawn", date(2031, 3, 4)),
                ("Sylvania", "returned", date(2032, 5, 6)),
            )
        )
    )
    assert found[0][1] == found[1][1]
