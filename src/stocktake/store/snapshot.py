"""A copy of the database as it stands at one moment, while others go on reading and writing."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from sqlalchemy import Connection

from stocktake.errors import UsageError


def snapshot(connection: Connection, path: Path) -> None:
    """Copy the whole database to a new file at *path*, by SQLite's online backup.

    UsageError for a database of another kind, which has tools of its own.
    """
    if connection.dialect.name != "sqlite":
        raise UsageError(
            f"a {connection.dialect.name} database is not copied by this command.",
            remedy="Use its own tool, such as pg_dump.",
        )
    source = connection.connection.driver_connection
    with closing(sqlite3.connect(path)) as target:
        source.backup(target)  # type: ignore[union-attr]
        # One file that can be moved: without the log beside it that this mode asks for.
        target.execute("PRAGMA journal_mode = DELETE")
