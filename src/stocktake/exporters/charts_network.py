"""A graph as SVG: those that are to act on the left, their partners on the right, a line between
two for what is asked of them, the thicker the more often.

The table's rows hold the name on the left, the name on the right, and how often.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from stocktake.exporters.svg import element, shortened, text
from stocktake.model import Cell, Table

WIDTH, LEFT, RIGHT = 720, 250, 470
_STEP, _TOP, _LONGEST, _THICKEST = 26, 16, 38, 9.0


@dataclass(frozen=True, slots=True)
class _Side:
    """The names of one side, most often named first, and the height at which each stands."""

    names: tuple[str, ...]
    x: float
    height: float

    def y(self, name: str) -> float:
        step = self.height / len(self.names)
        return _TOP + step * (self.names.index(name) + 0.5)


def network_of(table: Table) -> tuple[float, list[Markup]]:
    """The height of the picture and its parts: lines first, then points and names."""
    names = [_names(table.rows, column) for column in (0, 1)]
    height = float(_STEP * max(map(len, names)))
    left, right = (_Side(found, x, height) for found, x in zip(names, (LEFT, RIGHT), strict=True))
    most = max(row[2].value or 0.0 for row in table.rows) or 1.0
    lines = [_line(row, left, right, most) for row in table.rows]
    points = [*_points(left, -10, "label end"), *_points(right, 10, "label")]
    return height + 2 * _TOP, [*lines, *points]


def _names(rows: Sequence[tuple[Cell, ...]], column: int) -> tuple[str, ...]:
    totals: dict[str, float] = {}
    for row in rows:
        totals[row[column].text] = totals.get(row[column].text, 0.0) + (row[2].value or 0.0)
    return tuple(sorted(totals, key=lambda name: (-totals[name], name)))


def _line(row: tuple[Cell, ...], left: _Side, right: _Side, most: float) -> Markup:
    one, two = left.y(row[0].text), right.y(row[1].text)
    middle = (LEFT + RIGHT) / 2
    tip = f"{row[0].text} – {row[1].text}: {row[2].text}"
    width = max(1.0, _THICKEST * (row[2].value or 0.0) / most)
    return element(
        "path",
        element("title", tip),
        d=f"M{LEFT} {one:.1f} C{middle:.0f} {one:.1f} {middle:.0f} {two:.1f} {RIGHT} {two:.1f}",
        class_="axis",
        fill="none",
        stroke_width=width,
        stroke_opacity=0.55,
    )


def _points(side: _Side, beside: int, class_: str) -> Iterator[Markup]:
    for name in side.names:
        y = side.y(name)
        yield element("circle", element("title", name), cx=side.x, cy=y, r=5, class_="bar")
        yield text(side.x + beside, y + 4, shortened(name, _LONGEST), class_)
