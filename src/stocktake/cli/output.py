"""Results on standard output: JSON, JSON lines, CSV, or a table for people."""

from __future__ import annotations

import csv
import io
import json
import sys
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import typer

from stocktake.cli.options import TableShape
from stocktake.services.whole_files import write_whole

Row = dict[str, Any]
WIDE = 160


def print_json(data: Any) -> None:
    """One JSON value, indented."""
    typer.echo(json.dumps(data, ensure_ascii=False, indent=2, default=_plain))


def print_jsonl(records: Iterable[Row]) -> None:
    """One JSON object a line."""
    for record in records:
        typer.echo(json.dumps(record, ensure_ascii=False, default=_plain))


def print_csv(rows: Sequence[Row]) -> None:
    """Comma-separated values under the keys of the first row."""
    if rows:
        text = io.StringIO(newline="")
        writer = csv.DictWriter(text, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows({name: _cell(value) for name, value in row.items()} for row in rows)
        typer.echo(text.getvalue(), nl=False)


def print_table(rows: Sequence[Row]) -> None:
    """A table under the keys of the first row."""
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    if not rows:
        typer.echo("Nothing.")
        return
    table = Table(*rows[0], header_style="bold", show_lines=False)
    for row in rows:
        table.add_row(*(Text(str(value)) for value in row.values()))
    width = None if sys.stdout.isatty() else WIDE
    Console(width=width, highlight=False).print(table)


def print_rows(rows: Sequence[Row], shape: TableShape) -> None:
    """Rows in the shape that was asked for."""
    if shape is TableShape.TABLE:
        print_table(rows)
    elif shape is TableShape.CSV:
        print_csv(rows)
    elif shape is TableShape.JSON:
        print_json(rows)
    else:
        print_jsonl(rows)


def write_or_print(data: bytes, out: Path | None) -> None:
    """A text file, to where it was asked for or to standard output."""
    if out is None:
        typer.echo(data, nl=False)
    else:
        write_whole(out, data)
        typer.echo(f"Written: {out}")


def _cell(value: Any) -> Any:
    """A spreadsheet must not take words from an input for a formula."""
    text = str(value)
    return f"'{text}" if text[:1] in {"=", "+", "-", "@", "\t"} and not _is_number(value) else value


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float)


def _plain(value: Any) -> Any:
    """What json cannot write of itself: dates, as ISO 8601."""
    return value.isoformat() if isinstance(value, date) else str(value)
