"""The cells of Word tables, with their places in the grid."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lxml.etree import _Element

from stocktake.readers.docx_package import W
from stocktake.readers.docx_styles import value, whole

_INSERTED_ROWS = (f"{W}sdt", f"{W}sdtContent", f"{W}customXml", f"{W}ins", f"{W}moveTo")


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell; *is_data*: its table has rows and columns, and does not just arrange the page."""

    element: _Element
    table: int
    row: int
    column: int
    is_data: bool


def cells(table: _Element, number: int) -> Iterator[Cell]:
    """The cells of a table in the order of reading, without those merged into one above."""
    grid = [list(_row(row)) for row in _children(table, f"{W}tr") if not _is_deleted(row)]
    is_data = len(grid) > 1 and any(len(row) > 1 for row in grid)
    for place, row in enumerate(grid):
        for column, element in row:
            if not _is_merged_up(element):
                yield Cell(element, number, place, column, is_data)


def _row(row: _Element) -> Iterator[tuple[int, _Element]]:
    properties = row.find(f"{W}trPr")
    column = whole(value(properties, "gridBefore")) or 0
    for cell in _children(row, f"{W}tc"):
        yield column, cell
        column += whole(value(cell.find(f"{W}tcPr"), "gridSpan")) or 1


def _children(parent: _Element, tag: str) -> Iterator[_Element]:
    """Children with a tag, also those wrapped in controls or tracked changes."""
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag in _INSERTED_ROWS:
            yield from _children(child, tag)


def _is_merged_up(cell: _Element) -> bool:
    merge = cell.find(f"{W}tcPr/{W}vMerge")
    return merge is not None and merge.get(f"{W}val", "continue") == "continue"


def _is_deleted(row: _Element) -> bool:
    return row.find(f"{W}trPr/{W}del") is not None
