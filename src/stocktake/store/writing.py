"""The one way records get in: added if they are not there yet, never changed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection, Table
from sqlalchemy.dialects import postgresql, sqlite

Row = dict[str, Any]
INSERTS: dict[str, Any] = {"sqlite": sqlite.insert, "postgresql": postgresql.insert}


def add(connection: Connection, table: Table, rows: Iterable[Row]) -> None:
    """Add *rows* to *table*; a row that is there already is left as it is."""
    batch = list(rows)
    if batch:
        insert = INSERTS[connection.dialect.name](table)
        connection.execute(insert.on_conflict_do_nothing(), batch)
