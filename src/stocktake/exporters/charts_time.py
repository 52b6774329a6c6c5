"""Changes over time as SVG: a line for each actor, a mark for each change, years below.

The table's rows hold a name, a status, and the day as a number (``date.toordinal``).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from stocktake.exporters.svg import element, shortened, text
from stocktake.model import Cell, Table

_LEFT, _RIGHT, _TOP, _LINE, _WIDTH = 200, 24, 8, 30, 720
_BACK = ("returned", "participating", "observer")
_YEARS = 12


@dataclass(frozen=True, slots=True)
class Scale:
    """The days of a picture, from the first of a month to the last of another."""

    first: date
    last: date

    def x(self, day: float) -> float:
        span = max(self.last.toordinal() - self.first.toordinal(), 1)
        return _LEFT + (_WIDTH - _LEFT - _RIGHT) * (day - self.first.toordinal()) / span


def timeline(table: Table) -> tuple[float, list[Markup]]:
    """The height of the picture and its parts."""
    rows = [row for row in table.rows if _is_dated(row)]
    if not rows:
        return 0, []
    days = [row[2].value or 0.0 for row in rows]
    scale = _scale(min(days), max(days))
    names = list(dict.fromkeys(row[0].text for row in rows))
    bottom = _TOP + _LINE * len(names)
    parts = list(_years(scale, bottom))
    for place, name in enumerate(names):
        y = _TOP + _LINE * (place + 0.5)
        parts += _actor(name, [row for row in rows if row[0].text == name], scale, y)
    return bottom + 24, parts


def _is_dated(row: tuple[Cell, ...]) -> bool:
    """Whether the third cell holds the number of a day."""
    day = row[2].value if len(row) > 2 else None
    return day is not None and date.min.toordinal() <= day < date.max.toordinal()


def _scale(first: float, last: float) -> Scale:
    start, end = date.fromordinal(int(first)), date.fromordinal(int(last))
    return Scale(date(start.year, 1, 1), date(end.year, 12, 31))


def _years(scale: Scale, bottom: float) -> Iterator[Markup]:
    years = range(scale.first.year, scale.last.year + 2)
    every = -(-len(years) // _YEARS)
    for year in years:
        x = scale.x(date(year, 1, 1).toordinal())
        yield element("line", x1=x, y1=_TOP, x2=x, y2=bottom, class_="axis faint")
        if year <= scale.last.year and (year - scale.first.year) % every == 0:
            yield text(x + 4, bottom + 16, str(year), "label")


def _actor(name: str, rows: list[tuple[Cell, ...]], scale: Scale, y: float) -> Iterator[Markup]:
    """The name, the time in each status, and a mark with its day at each change."""
    yield text(_LEFT - 10, y + 4, shortened(name, 30), "label end")
    ends = [row[2].value or 0.0 for row in rows[1:]] + [float(scale.last.toordinal())]
    yield _line(scale.x(scale.first.toordinal()), scale.x(rows[0][2].value or 0.0), y, "axis")
    for row, end in zip(rows, ends, strict=True):
        start = scale.x(row[2].value or 0.0)
        shade = "back" if row[1].text in _BACK else "away"
        yield _line(start, scale.x(end), y, f"axis {shade}")
        yield _mark(start, y, f"{name}: {row[1].text}, {row[2].text}", shade)
        after = start + 9 + len(row[2].text) * 6.2 < _WIDTH
        place, side = (start + 9, "value") if after else (start - 9, "value end")
        yield text(place, y - 6, row[2].text, side)


def _line(start: float, end: float, y: float, class_: str) -> Markup:
    return element("line", x1=start, y1=y, x2=end, y2=y, class_=class_)


def _mark(x: float, y: float, tip: str, shade: str) -> Markup:
    return element("circle", element("title", tip), cx=x, cy=y, r=5, class_=f"mark {shade}")
