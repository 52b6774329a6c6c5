"""The one way records get in: added if they are not there yet, never changed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection, Table

from stocktake.store.dialects import dialect_of

Row = dict[str, Any]


def add(connection: Connection, table: Table, rows: Iterable[Row]) -> None:
    """Add *rows* to *table*; a row that is there already is left as it is."""
    batch = list(rows)
    if batch:
        names = list(batch[0])
        values = [[row[name] for name in names] for row in batch]
        dialect_of(connection).insert(connection, table, names, values, is_known=True)
