"""Charts as SVG, from columns to a network; each drawn from its table alone.

Colours are classes that the style sheet fills, so that they follow light, dark and print: ``bar``,
``h0`` to ``h7`` from none to most, ``s0`` to ``s7`` for parts that must be told apart.
"""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterable, Iterator
from itertools import accumulate

from markupsafe import Markup

from stocktake.exporters.charts_map import map_of
from stocktake.exporters.charts_network import network_of
from stocktake.exporters.charts_time import timeline
from stocktake.exporters.svg import Box, element, picture, rectangle, shortened, text
from stocktake.model import Cell, Chart, ChartKind, Table

WIDTH = 720
SHADES = 7
PARTS = 8
_LONGEST_UPRIGHT = 9
_MANY = 16
_MARGIN = 24
_ENDS_AND_WEIGHT = 3


def draw(chart: Chart) -> Markup:
    """The picture of a chart; empty for a table without numbers."""
    if not any(_values(row) for row in chart.table.rows):
        return Markup("")
    return _DRAWN[chart.kind](chart.table)


def _columns(table: Table) -> Markup:
    if len(table.rows) < _MANY and _longest_label(table) > _LONGEST_UPRIGHT:
        return _bars(table)
    top, bottom, height = 24, 200, 228
    most = most_of(table)
    step = (WIDTH - 2 * _MARGIN) / len(table.rows)
    every = -(-len(table.rows) // 14)
    parts: list[Markup] = [element("line", x1=0, y1=bottom, x2=WIDTH, y2=bottom, class_="axis")]
    for place, (label, cell, *_) in enumerate(table.rows):
        size = (bottom - top) * (cell.value or 0) / most
        middle = _MARGIN + step * (place + 0.5)
        width = min(step * 0.7, 64.0)
        tip = f"{label.text}: {cell.text}"
        parts.append(rectangle(Box(middle - width / 2, bottom - size, width, size), "bar", tip))
        if cell.value:
            parts.append(text(middle, bottom - size - 6, cell.text, "value middle"))
        if place % every == 0:
            parts.append(text(middle, bottom + 18, label.text, "label middle"))
    return _picture(table, height, parts)


def _longest_label(table: Table) -> int:
    return max(len(row[0].text) for row in table.rows)


def _bars(table: Table) -> Markup:
    left, row_height = 250, 26
    most = most_of(table)
    parts = []
    for place, (label, cell, *_) in enumerate(table.rows):
        y = place * row_height
        size = (WIDTH - left - 60) * (cell.value or 0) / most
        tip = f"{label.text}: {cell.text}"
        parts += [
            text(left - 10, y + 17, shortened(label.text, 38), "label end"),
            rectangle(Box(left, y + 4, size, row_height - 8), "bar", tip),
            text(left + size + 8, y + 17, cell.text, "value"),
        ]
    return _picture(table, len(table.rows) * row_height, parts)


def _heat(table: Table) -> Markup:
    left, top, row_height = 250, 40, 26
    step = (WIDTH - left) / (len(table.columns) - 1)
    most = most_of(table)
    parts = [
        text(left + step * (place + 0.5), 32 - 14 * above, line, "label middle")
        for place, column in enumerate(table.columns[1:])
        for above, line in enumerate(reversed(_two_lines(column, int(step / 6.5))))
    ]
    for place, row in enumerate(table.rows):
        y = top + place * row_height
        parts.append(text(left - 10, y + 17, shortened(row[0].text, 38), "label end"))
        for column, cell in enumerate(row[1:]):
            level = shade(cell.value or 0, most)
            tip = f"{row[0].text}, {table.columns[column + 1]}: {cell.text}"
            x = left + step * column
            parts.append(rectangle(Box(x + 1, y + 1, step - 2, row_height - 2), f"h{level}", tip))
            parts.append(text(x + step / 2, y + 17, cell.text, f"middle on-h{level}"))
    return _picture(table, top + len(table.rows) * row_height, parts)


def _two_lines(content: str, most: int) -> list[str]:
    """The words in one line or two, each of at most *most* characters."""
    lines = textwrap.wrap(content, max(most, 1), break_long_words=False) or [""]
    kept = [*lines[:1], " ".join(lines[1:])] if len(lines) > 1 else lines
    return [shortened(line, max(most, 2)) for line in kept]


def _stacked(table: Table) -> Markup:
    names = table.columns[1:]
    legend, top = _legend(names)
    row_height = 46
    most = max(sum(_values(row)) for row in table.rows)
    parts = list(legend)
    for place, row in enumerate(table.rows):
        y = top + place * row_height
        parts.append(text(0, y + 14, shortened(row[0].text, 100), "label"))
        parts += _segments(row, names, y + 20, (WIDTH - 40) / most)
        total = sum(_values(row))
        parts.append(text(total * (WIDTH - 40) / most + 8, y + 34, f"{total:,.0f}", "value"))
    return _picture(table, top + len(table.rows) * row_height, parts)


def _segments(
    row: tuple[Cell, ...], names: Iterable[str], y: float, scale: float
) -> Iterator[Markup]:
    values = _values(row)
    starts = accumulate(values, initial=0.0)
    for part, (name, value, start) in enumerate(zip(names, values, starts, strict=False)):
        if not value:
            continue
        tip = f"{name}: {value:,.0f}"
        yield rectangle(Box(start * scale, y, value * scale - 1, 18), f"s{part % PARTS}", tip)
        if value * scale > 18:
            yield text(
                (start + value / 2) * scale, y + 13, f"{value:,.0f}", f"middle on-s{part % PARTS}"
            )


def _legend(names: Iterable[str]) -> tuple[list[Markup], float]:
    """The names of the parts with their colours, in lines, and where the next line begins."""
    parts: list[Markup] = []
    x, y = 0.0, 0.0
    for place, name in enumerate(names):
        width = 34 + len(name) * 6.6
        if x and x + width > WIDTH:
            x, y = 0.0, y + 22
        parts.append(rectangle(Box(x, y + 2, 12, 12), f"s{place % PARTS}", name))
        parts.append(text(x + 18, y + 12, name, "label"))
        x += width
    return parts, y + 28


def _picture(table: Table, height: float, parts: Iterable[Markup]) -> Markup:
    desc = "; ".join(_described(table, row) for row in table.rows)
    return picture(WIDTH, height, table.id, table.caption, desc, *parts)


def _described(table: Table, row: tuple[Cell, ...]) -> str:
    pairs = zip(table.columns[1:], row[1:], strict=False)
    figures = ", ".join(f"{column} {cell.text}" for column, cell in pairs if cell.value)
    return f"{shortened(row[0].text, 60)}: {figures or 0}"


def _values(row: tuple[Cell, ...]) -> list[float]:
    return [cell.value or 0.0 for cell in row[1:]]


def most_of(table: Table) -> float:
    """The largest number of a table, 1 if there is none."""
    return max((value for row in table.rows for value in _values(row)), default=0.0) or 1.0


def shade(value: float, most: float) -> int:
    """0 for none, else 1 to SHADES; by the square root, so that small counts differ too."""
    return 0 if value <= 0 else max(1, round(SHADES * (value / most) ** 0.5))


def _network(table: Table) -> Markup:
    """Two ends and a weight are what a line takes; of a table without them nothing is drawn."""
    if len(table.columns) < _ENDS_AND_WEIGHT:
        return Markup("")
    return _picture(table, *network_of(table))


_DRAWN: dict[ChartKind, Callable[[Table], Markup]] = {
    ChartKind.COLUMNS: _columns,
    ChartKind.HEAT: _heat,
    ChartKind.STACKED_BARS: _stacked,
    ChartKind.MAP: lambda table: _picture(table, *map_of(table)),
    ChartKind.NETWORK: _network,
    ChartKind.TIMELINE: lambda table: _picture(table, *timeline(table)),
}
