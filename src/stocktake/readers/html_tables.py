"""Which HTML tables hold data, and where in them each cell stands."""

from __future__ import annotations

from dataclasses import dataclass

from lxml.etree import _Element

WIDEST = 1000


@dataclass(frozen=True, slots=True)
class TablePlace:
    """Table, row and column of a cell, each counted from 0."""

    table: int
    row: int
    column: int


def table_places(root: _Element) -> dict[_Element, TablePlace]:
    """The places of all cells of data tables, in the order of the page.

    A table that holds another one, or has but one row or one column, only arranges the page.
    """
    places: dict[_Element, TablePlace] = {}
    count = 0
    for table in root.iter("table"):
        if table.get("role") in {"presentation", "none"} or table.find(".//table") is not None:
            continue
        cells = _grid(table, count)
        rows = {place.row for place in cells.values()}
        columns = {place.column for place in cells.values()}
        if len(rows) > 1 and len(columns) > 1:
            places |= cells
            count += 1
    return places


def _grid(table: _Element, number: int) -> dict[_Element, TablePlace]:
    cells: dict[_Element, TablePlace] = {}
    taken: set[tuple[int, int]] = set()
    for row, line in enumerate(table.iter("tr")):
        column = 0
        for cell in line.iterchildren("td", "th"):
            while (row, column) in taken:
                column += 1
            cells[cell] = TablePlace(number, row, column)
            width = _span(cell, "colspan")
            taken |= {
                (row + down, column + right)
                for down in range(1, _span(cell, "rowspan"))
                for right in range(width)
            }
            column += width
    return cells


def _span(cell: _Element, name: str) -> int:
    value = cell.get(name, "1").strip()
    return min(int(value), WIDEST) if value.isascii() and value.isdecimal() else 1
