"""SQLite in its own way: one file, one writer at a time, any number of readers beside it."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, Table, create_engine, event
from sqlalchemy.exc import DBAPIError, OperationalError
from sqlalchemy.pool import StaticPool

from stocktake.errors import StocktakeError
from stocktake.store.dialects import Hold
from stocktake.store.words_fts5 import FTS5

BUSY_SECONDS = 30
_NOT_OPENED = ("unable to open database file", "readonly database")
PRAGMAS = {
    "journal_mode": "WAL",
    # FULL, not NORMAL: what a person decided must outlive a power cut, not only a crash.
    "synchronous": "FULL",
    "foreign_keys": "ON",
    "busy_timeout": BUSY_SECONDS * 1000,
    "temp_store": "MEMORY",
    "cache_size": -64_000,
}


class SQLite:
    """The Dialect of SQLite."""

    words = FTS5()
    keeps_tables = False

    def engine(self, url: str) -> Engine:
        in_memory = url in {"sqlite://", "sqlite:///:memory:"}
        engine = create_engine(url, **({"poolclass": StaticPool} if in_memory else {}))
        event.listen(engine, "connect", _set_pragmas)
        event.listen(engine, "begin", _begin)
        return engine

    def prepare(self, connection: Connection) -> None:
        """A file has room."""

    def drop(self, connection: Connection) -> None:
        """They go with the file."""

    def number_on(self, connection: Connection, table: Table) -> None:
        """It goes on after the highest number anyway."""

    def snapshot(self, connection: Connection, path: Path) -> bool:
        source = connection.connection.driver_connection
        with closing(sqlite3.connect(path)) as target:
            source.backup(target)  # type: ignore[union-attr]
        return True

    def release(self, engine: Engine) -> None:
        engine.dispose()

    def begin_writing(self, connection: Connection, hold: Hold) -> None:  # noqa: ARG002
        connection.execution_options(stocktake_begin="BEGIN IMMEDIATE")
        connection.begin()

    def wait_for(self, connection: Connection, name: str) -> None:
        """There is no other that writes."""

    def take_turn(self, connection: Connection, name: str) -> None:
        """Whoever has the file sees to that."""

    def let_go(self, connection: Connection, name: str) -> None:
        """Nothing is held."""

    def told(
        self,
        error: DBAPIError,
        url: str,
        *,
        is_writing: bool,
    ) -> StocktakeError | None:
        if any(words in str(error.orig) for words in _NOT_OPENED):
            return StocktakeError(
                f"the database cannot be opened ({error.orig}).",
                remedy="Its folder must be there and may not be read-only: SQLite writes beside "
                "the database also to read it. Nothing is lost.",
                place=url,
            )
        if not (is_writing and isinstance(error, OperationalError)):
            return None
        return StocktakeError(
            f"the database cannot be written ({error.orig}).",
            remedy="Check that there is room on the disk, that it may be written to, and that "
            "no other program holds it.",
        )

    def columns(self, connection: Connection, table: str) -> frozenset[str]:
        found = connection.exec_driver_sql("SELECT name FROM pragma_table_info(?)", (table,))
        return frozenset(found.scalars())

    def insert(
        self,
        connection: Connection,
        table: Table,
        names: Sequence[str],
        rows: Sequence[Sequence[Any]],
        *,
        is_known: bool = False,
    ) -> None:
        columns = ", ".join(f'"{name}"' for name in names)
        marks = ", ".join("?" * len(names))
        insert = f"INSERT INTO {table.name} ({columns}) VALUES ({marks})"  # noqa: S608
        if is_known:
            insert += " ON CONFLICT DO NOTHING"
        connection.exec_driver_sql(insert, [tuple(row) for row in rows])


def _set_pragmas(connection: Any, _record: object) -> None:
    # Python's own transaction handling would begin too late and commit before some statements.
    connection.isolation_level = None
    for name, value in PRAGMAS.items():
        connection.execute(f"PRAGMA {name} = {value}")


def _begin(connection: Connection) -> None:
    begin = connection.get_execution_options().get("stocktake_begin", "BEGIN")
    connection.exec_driver_sql(begin)
