"""Tables in Typst: headings on every page, columns as wide as their words need, heat as shade."""

from __future__ import annotations

import re

from stocktake.exporters.charts import most_of, shade
from stocktake.exporters.column_shares import column_shares
from stocktake.exporters.pdf_words import cited
from stocktake.exporters.typesetting import words
from stocktake.model import Cell, Chart, ChartKind, Table

_NUMBER = re.compile(r"[\d,.%–-]+")
_HEAT = ("", "e4eef6", "cfe1ef", "b5d1e6", "9cc2dd", "86b4d5", "74a8ce", "639dc7")
_STYLE = "stroke: (x: none, y: 0.4pt + luma(190)), inset: (x: 3pt, y: 2.5pt)"


def table(told: Table) -> str:
    """The table under its caption."""
    return _written(told, [[_cell(cell) for cell in row] for row in told.rows])


def chart(told: Chart) -> str:
    """The table behind a chart; the cells of a heat map are shaded."""
    if told.kind is not ChartKind.HEAT:
        return table(told.table)
    most = most_of(told.table)
    rows = [
        [_cell(row[0]), *(_cell(cell, shade(cell.value or 0, most)) for cell in row[1:])]
        for row in told.table.rows
    ]
    return _written(told.table, rows)


def _written(told: Table, rows: list[list[str]]) -> str:
    head = ", ".join(_heading(told, place) for place in range(len(told.columns)))
    body = "\n".join(f"  {', '.join(row)}," for row in rows)
    widths = "".join(f"{share:.1f}fr, " for share in column_shares(told))
    return (
        f"#block(sticky: true)[*{words(told.caption)}*]\n"
        f"#text(size: 0.85em)[#table(columns: ({widths}), {_STYLE},\n"
        f"  table.header({head}),\n{body}\n)]\n"
    )


def _heading(told: Table, place: int) -> str:
    numbers = bool(told.rows) and all(_is_number(row[place]) for row in told.rows)
    align = "align: right" if numbers else "align: left"
    return f"table.cell({align})[*{words(told.columns[place])}*]"


def _cell(cell: Cell, step: int = 0) -> str:
    align = "align: right" if _is_number(cell) else "align: left"
    fill = f', fill: rgb("{_HEAT[step]}")' if step else ""
    return f"table.cell({align}{fill})[{cited(cell)}]"


def _is_number(cell: Cell) -> bool:
    """Whether the number behind a cell is what stands in it; beside names it is how many."""
    return cell.value is not None and _NUMBER.fullmatch(cell.text) is not None
