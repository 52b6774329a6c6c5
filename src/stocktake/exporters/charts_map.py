"""A map of actors as SVG: points in the plane, named where there is room.

The table's rows hold a name, the group that gives the colour, and the two coordinates.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from markupsafe import Markup

from stocktake.exporters.svg import element, shortened, text
from stocktake.model import Cell, Table

SIZE, HEIGHT, EDGE = 720, 480, 40
GREY, COLOURS = 6, 6
_LINE, _LETTER, _DOT = 12, 6.4, 5


@dataclass(frozen=True, slots=True)
class Spot:
    """A point of the picture: its *name*, its *group*, its colour class and its place."""

    name: str
    group: str
    shade: str
    x: float
    y: float


def map_of(table: Table) -> tuple[float, list[Markup]]:
    """The height of the picture and its parts: axes, points, names, and which colour is whose."""
    spots = list(_spots(table.rows))
    legend, top = _legend(spots)
    moved = [replace(item, y=item.y + top) for item in spots]
    return HEIGHT + top, [*legend, *_axes(top), *map(_point, moved), *_names(moved)]


def _spots(rows: Iterable[tuple[Cell, ...]]) -> Iterator[Spot]:
    """Both axes have one scale, so that distances can be compared; the plot fills the frame."""
    places = [(row[-2].value or 0.0, row[-1].value or 0.0) for row in rows]
    middle = [(max(axis) + min(axis)) / 2 for axis in zip(*places, strict=True)]
    spans = [max(axis) - min(axis) or 1.0 for axis in zip(*places, strict=True)]
    scale = min((SIZE - 4 * EDGE) / spans[0], (HEIGHT - 2 * EDGE) / spans[1])
    for row, (x, y) in zip(rows, places, strict=True):
        group = row[1]
        shade = f"s{(int(group.value) - 1) % COLOURS if group.value else GREY}"
        yield Spot(
            row[0].text,
            group.text,
            shade,
            SIZE / 2 + (x - middle[0]) * scale,
            HEIGHT / 2 - (y - middle[1]) * scale,
        )


def _legend(spots: Iterable[Spot]) -> tuple[list[Markup], float]:
    shades = {item.group: item.shade for item in sorted(spots, key=lambda item: item.group)}
    if len(shades) < 2:
        return [], 0.0
    parts, x = [], 0.0
    for group, shade in shades.items():
        parts += [_dot(x + 8, 10, shade, group), text(x + 18, 14, group, "label")]
        x += 40 + len(group) * _LETTER
    return parts, 26.0


def _axes(top: float) -> list[Markup]:
    across, down = top + HEIGHT / 2, SIZE / 2
    return [
        element("line", x1=0, y1=across, x2=SIZE, y2=across, class_="axis faint"),
        element("line", x1=down, y1=top, x2=down, y2=top + HEIGHT, class_="axis faint"),
    ]


def _point(item: Spot) -> Markup:
    return _dot(item.x, item.y, item.shade, item.name)


def _dot(x: float, y: float, shade: str, tip: str) -> Markup:
    return element("circle", element("title", tip), cx=x, cy=y, r=_DOT, class_=shade)


def _names(spots: Sequence[Spot]) -> Iterator[Markup]:
    """Names beside their points, in the order of rows, where they cover no point and no name."""
    taken = [(item.x - _DOT, item.x + _DOT, item.y) for item in spots]
    for item in spots:
        name = shortened(item.name, 24)
        left = item.x + 2 * _DOT
        right = left + len(name) * _LETTER
        covers = any(
            abs(y - item.y) < _LINE and left < end and begin < right for begin, end, y in taken
        )
        if not covers and right <= SIZE:
            taken.append((left, right, item.y))
            yield text(left, item.y + 4, name, "label")
