"""What ``blocks.html.j2``, the template of a report's blocks, asks of whoever uses it."""

from __future__ import annotations

from typing import Any

from stocktake.exporters import charts, places
from stocktake.model import Table

LONG_ROWS = 30
LONG_TEXT = 5000
PROSE = 90


def number(citation: str) -> str:
    """The number that readers see of a citation's id."""
    return citation.removeprefix("c")


def kind_of(block: object) -> str:
    """The name of a block's class, by which the template chooses."""
    return type(block).__name__


def is_numeric(table: Table, column: int) -> bool:
    """Whether a column holds numbers alone, which are set flush right."""
    cells = [row[column] for row in table.rows]
    return column > 0 and all(cell.value is not None and not cell.citations for cell in cells)


def is_long(table: Table) -> bool:
    """Whether a table is folded until somebody wants to see it."""
    size = sum(len(cell.text) for row in table.rows for cell in row)
    return len(table.rows) > LONG_ROWS or size > LONG_TEXT


def is_prose(table: Table) -> bool:
    """Whether sentences stand in the cells, so that a phone shows them one below the other."""
    return any(len(cell.text) > PROSE for row in table.rows for cell in row)


TOOLS: dict[str, Any] = {
    "draw": charts.draw,
    "where": places.where,
    "source": places.source,
    "direction": places.direction,
    "number": number,
    "kind_of": kind_of,
    "is_numeric": is_numeric,
    "is_long": is_long,
    "is_prose": is_prose,
    "marks": ("supports", "opposes", "both", "reason", "case study"),
}
