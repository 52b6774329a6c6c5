"""A stock as CSV: a file a table, and the data dictionary; UTF-8, as RFC 4180 has it."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from typing import ClassVar

from stocktake.exporters import dictionary
from stocktake.exporters.material import Files, Material
from stocktake.exporters.tables import TABLES
from stocktake.exporters.tables.columns import Value

DICTIONARY = "dictionary.csv"
_FORMULA = frozenset("=+-@\t\r")


class CsvExporter:
    """Writes ``statements.csv`` and all other tables, in UTF-8, with a heading line."""

    media_type: ClassVar[str] = "text/csv"

    def export(self, material: Material) -> Files:
        files = {
            f"{table.name}.csv": written(
                [column.name for column in table.columns], table.rows(material)
            )
            for table in TABLES
        }
        return {DICTIONARY: written(dictionary.HEADINGS, dictionary.rows()), **files}


def written(headings: Iterable[str], rows: Iterable[Iterable[Value]]) -> bytes:
    """Headings and rows as CSV: CRLF line ends, an empty cell for None, true and false."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(headings)
    writer.writerows([_cell(value) for value in row] for row in rows)
    return text.getvalue().encode("utf-8", "replace")


def _cell(value: Value) -> Value:
    """A spreadsheet must not take words from an input for a formula: they get an apostrophe."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        clean = value.replace("\0", "")
        return f"'{clean}" if clean[:1] in _FORMULA else clean
    return value
