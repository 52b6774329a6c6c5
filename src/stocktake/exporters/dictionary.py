"""The data dictionary: what stands in each column of each table, from the tables themselves."""

from __future__ import annotations

from collections.abc import Iterator

from stocktake.exporters.tables import TABLES, Table

HEADINGS = ("table", "column", "type", "meaning", "example")


def rows() -> Iterator[tuple[str, ...]]:
    """A row a column, under HEADINGS."""
    for table in TABLES:
        for column in table.columns:
            example = str(column.example)
            if isinstance(column.example, bool):
                example = example.lower()
            yield table.name, column.name, column.type.value, column.meaning, example


def markdown() -> str:
    """The dictionary as a part of a Markdown page."""
    return "\n".join(_section(table) for table in TABLES)


def _section(table: Table) -> str:
    lines = [
        f"| `{column}` | {type_} | {meaning} | {example} |"
        for name, column, type_, meaning, example in rows()
        if name == table.name
    ]
    head = ["| column | type | meaning | example |", "|---|---|---|---|"]
    return "\n".join([f"### {table.name}", "", table.meaning, "", *head, *lines, ""])
