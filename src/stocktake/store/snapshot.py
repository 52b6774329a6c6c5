"""A copy of the database as it stands at one moment, while others go on reading and writing."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from sqlalchemy import Connection

from stocktake.store.dialects import dialect_of
from stocktake.store.opening import open_store
from stocktake.store.transfer import transfer


def snapshot(connection: Connection, path: Path) -> None:
    """Copy the whole database to a new SQLite file at *path*: by SQLite's online backup, or table
    by table out of one unchanging view.

    IntegrityError if that is not what came.
    """
    if not dialect_of(connection).snapshot(connection, path):
        with closing(open_store(f"sqlite:///{path}")) as target:
            for _ in transfer(connection, target):
                pass
    with closing(sqlite3.connect(path)) as database:
        # One file that can be moved: without the log beside it that this mode asks for.
        database.execute("PRAGMA journal_mode = DELETE")
