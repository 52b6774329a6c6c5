"""Tables of comma-separated values: every cell a block, with its row and column."""

from __future__ import annotations

import csv
import io
from pathlib import PurePath

from stocktake.errors import ReadError
from stocktake.model import BlockKind, Document
from stocktake.readers.base import guard
from stocktake.readers.building import Found, Reading, Source, assemble
from stocktake.readers.decoding import decode
from stocktake.settings import Limits

ENDINGS = (".csv", ".tsv")
_DELIMITERS = ",;\t"
_HEAD = 100_000


class CsvReader:
    """Reads tables with commas, semicolons or tabs between their cells, by the file's ending."""

    name = "csv"
    version = "1"
    media_types = ("text/csv", "text/tab-separated-values")

    def sniff(self, data: bytes, name: str) -> bool:
        """A text whose name ends as that of a table, and whose first line has several cells."""
        if PurePath(name).suffix.lower() not in ENDINGS:
            return False
        try:
            text, _ = decode(data[:_HEAD], name)
        except ReadError:
            return False
        return any(delimiter in _first_line(text) for delimiter in _DELIMITERS)

    def read(self, data: bytes, name: str, limits: Limits) -> Document:
        """Read *data*; rows may have fewer cells than the first."""
        with guard(data, name, limits, "CSV"):
            text, notes = decode(data, name)
            raw, blocks = _cells(text)
            reading = Reading(raw, blocks, notes=notes)
            return assemble(reading, Source(data, name, self.name, self.version), limits)


def delimiter_of(text: str) -> str:
    """What stands between the cells: whichever the first line has most of."""
    return max(_DELIMITERS, key=_first_line(text).count)


def _cells(text: str) -> tuple[str, list[Found]]:
    pieces: list[str] = []
    blocks: list[Found] = []
    position = 0
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter_of(text))
    for row, cells in enumerate(lines):
        for column, cell in enumerate(cells):
            end = position + len(cell)
            blocks.append(Found(BlockKind.CELL, position, end, table=0, row=row, column=column))
            pieces.append(f"{cell}\n")
            position = end + 1
    return "".join(pieces), blocks


def _first_line(text: str) -> str:
    return text.lstrip("\ufeff\r\n ").partition("\n")[0]
