"""Charts drawn from their tables."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from stocktake.exporters import charts
from stocktake.model import Cell, Chart, ChartKind, Table

VALUES = st.lists(st.integers(0, 10_000), min_size=1, max_size=40)
TAGS = "{*}"


def chart(kind: ChartKind, values: list[int], labels: list[str] | None = None) -> Chart:
    names = labels or [f"r{number}" for number in range(len(values))]
    rows = tuple(
        (Cell(name), Cell(str(value), value=value), Cell("1", value=1))
        for name, value in zip(names, values, strict=True)
    )
    return Chart(kind, Table("table-x", "Inputs & more", ("What", "A", "B"), rows))


def drawn(drawing: Chart) -> etree._Element:
    return etree.fromstring(str(charts.draw(drawing)))


@pytest.mark.parametrize("kind", list(ChartKind))
def test_a_chart_has_a_title_and_a_description_it_points_to(kind: ChartKind) -> None:
    picture = drawn(chart(kind, [3, 5]))
    ids = [picture.find(f"{TAGS}title").get("id"), picture.find(f"{TAGS}desc").get("id")]
    assert picture.get("aria-labelledby").split() == ids


@pytest.mark.parametrize("kind", list(ChartKind))
@given(values=VALUES)
def test_nothing_is_drawn_outside_the_picture(kind: ChartKind, values: list[int]) -> None:
    picture = drawn(chart(kind, values))
    _, _, width, height = map(float, picture.get("viewBox").split())
    for box in picture.iter(f"{TAGS}rect"):
        x, y, w, h = (float(box.get(name)) for name in ("x", "y", "width", "height"))
        assert min(x, y, h) >= 0
        assert x + w <= width + 0.2
        assert y + h <= height + 0.2


def test_columns_are_as_high_as_their_numbers() -> None:
    picture = drawn(chart(ChartKind.COLUMNS, [2, 4]))
    low, high = (float(box.get("height")) for box in picture.iter(f"{TAGS}rect"))
    assert high == pytest.approx(2 * low)


def test_long_labels_turn_columns_into_bars() -> None:
    picture = drawn(chart(ChartKind.COLUMNS, [2, 4], ["civil society", "States"]))
    low, high = (float(box.get("width")) for box in picture.iter(f"{TAGS}rect"))
    assert high == pytest.approx(2 * low)


def test_none_has_a_shade_of_its_own_in_a_heat_map() -> None:
    shades = [charts.shade(value, 100) for value in (0, 1, 25, 100)]
    assert shades == [0, 1, 4, charts.SHADES]


def test_every_number_of_a_heat_map_is_written_in_it() -> None:
    picture = drawn(chart(ChartKind.HEAT, [17, 0]))
    written = {item.text for item in picture.iter(f"{TAGS}text")}
    assert {"17", "0", "1"} <= written


def test_a_table_without_numbers_is_not_drawn() -> None:
    table = Table("table-x", "Nothing", ("What", "A"), ())
    assert charts.draw(Chart(ChartKind.COLUMNS, table)) == ""


def test_labels_are_escaped() -> None:
    picture = charts.draw(chart(ChartKind.HEAT, [1], ["<script>"]))
    assert "<script>" not in picture
