"""Graphs of two sides drawn from their tables."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from stocktake.exporters import charts
from stocktake.model import Cell, Chart, ChartKind, Table

PAIRS = st.dictionaries(
    st.tuples(st.sampled_from("abcdef"), st.sampled_from("uvwxyz")),
    st.integers(1, 40),
    min_size=1,
)


@given(PAIRS)
def test_each_pair_has_a_line_and_each_name_a_point(pairs: dict[tuple[str, str], int]) -> None:
    rows = tuple((Cell(a), Cell(b), Cell(str(n), value=n)) for (a, b), n in pairs.items())
    table = Table("table-graph", "Graph", ("Who", "With", "Statements"), rows)
    picture = etree.fromstring(str(charts.draw(Chart(ChartKind.NETWORK, table))))
    names = {("left", a) for a, _ in pairs} | {("right", b) for _, b in pairs}
    height = float(picture.get("viewBox", "").split()[3])
    points = picture.findall(".//{*}circle")
    assert len(picture.findall(".//{*}path")) == len(pairs)
    assert len(points) == len(names)
    assert all(0 < float(point.get("cy", "")) < height for point in points)
