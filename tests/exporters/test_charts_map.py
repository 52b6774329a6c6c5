"""Maps of actors drawn from their tables."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from stocktake.exporters import charts
from stocktake.model import Cell, Chart, ChartKind, Table

PLACES = st.lists(
    st.tuples(st.floats(-1, 1), st.floats(-1, 1)), min_size=1, max_size=40, unique=True
)


def drawn(places: list[tuple[float, float]]) -> etree._Element:
    rows = tuple(
        (Cell(f"Actor {n}"), Cell("none"), Cell("x", value=x or 0.001), Cell("y", value=y))
        for n, (x, y) in enumerate(places)
    )
    table = Table("table-map", "Map", ("Actor", "Group", "X", "Y"), rows)
    return etree.fromstring(str(charts.draw(Chart(ChartKind.MAP, table))))


def dots(picture: etree._Element) -> list[tuple[float, float]]:
    return [(float(dot.get("cx")), float(dot.get("cy"))) for dot in picture.iter("{*}circle")]


@given(PLACES)
def test_every_actor_has_a_point_within_the_picture(places: list[tuple[float, float]]) -> None:
    picture = drawn(places)
    _, _, width, height = map(float, picture.get("viewBox").split())
    found = dots(picture)
    assert len(found) == len(places)
    assert all(0 <= x <= width and 0 <= y <= height for x, y in found)


def test_both_axes_have_one_scale() -> None:
    (a, b, c) = dots(drawn([(0.1, 0.1), (0.3, 0.1), (0.1, 0.3)]))
    assert b[0] - a[0] == a[1] - c[1]


def test_a_name_that_would_cover_another_is_left_out() -> None:
    texts = [item.text for item in drawn([(0.1, 0.1), (0.1, 0.1001), (0.9, 0.9)]).iter("{*}text")]
    assert texts == ["Actor 0", "Actor 2"]
