"""Every part of the stock as a table that can be read on a page and taken along as CSV or JSON."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from stocktake.errors import NotFoundError
from stocktake.services import showing
from stocktake.services.pages.listing import Listed, Wanted, listed, mentions
from stocktake.services.pages.shown import Shown
from stocktake.services.showing import PARTS, Item, Row

NAMES = tuple(sorted(PARTS))


@dataclass(frozen=True, slots=True)
class TablePage:
    """A table: its *columns*, and the rows of one page."""

    name: str
    columns: tuple[str, ...]
    rows: Listed[tuple[Any, ...]]


def table(shown: Shown, name: str, wanted: Wanted) -> TablePage:
    """The rows of a part in which the words of *wanted* stand; NotFoundError lists the parts."""
    items = _items(shown, name)
    columns = tuple(items[0].row) if items else ()
    rows = [tuple(item.row.values()) for item in items]
    kept = [row for row in rows if mentions(" ".join(map(str, row)), wanted.words)]
    return TablePage(name, columns, listed(kept, wanted))


def as_csv(shown: Shown, name: str) -> bytes:
    """A whole part as CSV, in UTF-8 with the mark that spreadsheets look for."""
    return csv_of([item.row for item in _items(shown, name)])


def csv_of(rows: Sequence[Row]) -> bytes:
    """Rows as CSV under the keys of the first, in UTF-8 with the mark that spreadsheets want."""
    out = io.StringIO(newline="")
    if rows:
        writer = csv.DictWriter(out, list(rows[0]))
        writer.writeheader()
        writer.writerows({key: _safe(value) for key, value in row.items()} for row in rows)
    return out.getvalue().encode("utf-8-sig")


def as_records(shown: Shown, name: str) -> list[dict[str, Any]]:
    """A whole part as records."""
    return [item.record for item in _items(shown, name)]


def _safe(value: Any) -> Any:
    """A text that a spreadsheet would run as a formula, led by an apostrophe."""
    risky = isinstance(value, str) and value.startswith(("=", "+", "-", "@", "\t", "\r"))
    return f"'{value}" if risky else value


def _items(shown: Shown, name: str) -> list[Item]:
    if name not in PARTS:
        raise NotFoundError(f"there is no table {name!r}.", remedy=f"Known: {', '.join(NAMES)}.")
    return showing.items(shown.names, name)
