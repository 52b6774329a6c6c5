"""PostgreSQL in its own way: a schema for each workspace, many writers, by the driver pg8000."""

from __future__ import annotations

import os
from collections.abc import Sequence
from functools import lru_cache
from hashlib import blake2b
from pathlib import Path
from typing import Any

from sqlalchemy import Column, Connection, Engine, String, Table, create_engine, event
from sqlalchemy.exc import DBAPIError

from stocktake.errors import StocktakeError
from stocktake.store import postgresql_errors, postgresql_url
from stocktake.store.arrays import array, escaped, plain
from stocktake.store.dialects import Hold
from stocktake.store.postgresql_url import Place
from stocktake.store.words_tsvector import TSVector

BUSY_SECONDS = 30
READING = "BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY"
# After the lock, each query sees what was there when it was got; REPEATABLE READ would not.
WRITING = "BEGIN ISOLATION LEVEL READ COMMITTED"
_TOGETHER = 2000
_KEPT_OPEN = 10
_TEXTS = (25, 1043)
_LOCKS = {
    Hold.RECORDS: ("records", "pg_advisory_xact_lock"),
    Hold.ADDING: ("records", "pg_advisory_xact_lock_shared"),
    Hold.STOCK: ("stock", "pg_advisory_xact_lock"),
}


class PostgreSQL:
    """The Dialect of PostgreSQL."""

    words = TSVector()
    keeps_tables = True

    def engine(self, url: str) -> Engine:
        # A connection costs more than most of what it is used for, and must not survive a fork.
        return _pool(url, os.getpid())

    def prepare(self, connection: Connection) -> None:
        connection.exec_driver_sql(f'CREATE SCHEMA IF NOT EXISTS "{_schema(connection)}"')

    def drop(self, connection: Connection) -> None:
        connection.exec_driver_sql(f'DROP SCHEMA IF EXISTS "{_schema(connection)}" CASCADE')

    def number_on(self, connection: Connection, table: Table) -> None:
        column = table.autoincrement_column
        if column is not None:
            last = f"greatest((SELECT max({column.name}) FROM {table.name}), 1)"  # noqa: S608
            connection.exec_driver_sql(
                f"SELECT setval(name, {last}) "  # noqa: S608
                "FROM pg_get_serial_sequence(%s, %s) AS name WHERE name IS NOT NULL",
                (table.name, column.name),
            )

    def snapshot(self, connection: Connection, path: Path) -> bool:  # noqa: ARG002
        return False

    def release(self, engine: Engine) -> None:
        """It goes on to be used by whoever opens the same."""

    def begin_writing(self, connection: Connection, hold: Hold) -> None:
        connection.execution_options(stocktake_begin=WRITING)
        connection.begin()
        name, lock = _LOCKS[hold]
        connection.exec_driver_sql(f"SELECT {lock}(%s)", (_number(connection, name),))

    def wait_for(self, connection: Connection, name: str) -> None:
        connection.exec_driver_sql("SELECT pg_advisory_xact_lock(%s)", (_number(connection, name),))

    def take_turn(self, connection: Connection, name: str) -> None:
        connection.exec_driver_sql("SET LOCAL lock_timeout = 0")
        connection.exec_driver_sql("SELECT pg_advisory_lock(%s)", (_number(connection, name),))

    def let_go(self, connection: Connection, name: str) -> None:
        connection.exec_driver_sql("SELECT pg_advisory_unlock(%s)", (_number(connection, name),))

    def told(
        self,
        error: DBAPIError,
        url: str,
        *,
        is_writing: bool,  # noqa: ARG002
    ) -> StocktakeError | None:
        return postgresql_errors.told(error, url)

    def columns(self, connection: Connection, table: str) -> frozenset[str]:
        found = connection.exec_driver_sql(
            "SELECT attname FROM pg_attribute "
            "WHERE attrelid = to_regclass(%s) AND attnum > 0 AND NOT attisdropped",
            (table,),
        )
        return frozenset(map(str, found.scalars()))

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
        kinds = (_kind(connection, table.c[name]) for name in names)
        values = ", ".join(f"CAST(CAST(%s AS TEXT) AS {kind}[])" for kind in kinds)
        insert = f"INSERT INTO {table.name} ({columns}) SELECT * FROM unnest({values})"  # noqa: S608
        if is_known:
            insert += " ON CONFLICT DO NOTHING"
        for start in range(0, len(rows), _TOGETHER):
            some = rows[start : start + _TOGETHER]
            connection.exec_driver_sql(insert, tuple(map(array, zip(*some, strict=True))))


@lru_cache(maxsize=64)
def _pool(url: str, _process: int) -> Engine:
    place = postgresql_url.place(url)
    engine = create_engine(
        "postgresql+pg8000://",
        creator=lambda: _connected(place),
        pool_size=_KEPT_OPEN,
        max_overflow=-1,
        pool_use_lifo=True,
        pool_pre_ping=True,
        execution_options={"stocktake_schema": place.schema},
    )
    event.listen(engine, "begin", _begin)
    return engine


def _connected(place: Place) -> Any:
    """A connection to *place*, whose transactions begin when we say so."""
    try:
        from pg8000 import dbapi
    except ImportError as error:
        raise StocktakeError(
            "PostgreSQL needs a further package.", remedy="Run: pip install 'stocktake[postgresql]'"
        ) from error
    connection = dbapi.connect(
        place.user,
        host=place.host,
        port=place.port,
        database=place.database,
        password=place.password(),
        unix_sock=place.socket_file,
        ssl_context=place.tls(),
        application_name="stocktake",
        startup_params={"search_path": place.schema, "lock_timeout": f"{BUSY_SECONDS}s"},
    )
    connection.autocommit = True
    connection.register_out_adapter(str, escaped)
    for kind in _TEXTS:
        connection.register_in_adapter(kind, plain)
    return connection


def _kind(connection: Connection, column: Column[Any]) -> str:
    """The type of a column; without its length, to which a cast would cut."""
    if isinstance(column.type, String):
        return "TEXT"
    return str(column.type.compile(connection.dialect))


def _begin(connection: Connection) -> None:
    begin = connection.get_execution_options().get("stocktake_begin", READING)
    connection.exec_driver_sql(begin)


def _schema(connection: Connection) -> str:
    name: str = connection.get_execution_options()["stocktake_schema"]
    return name


def _number(connection: Connection, name: str) -> int:
    """The number of a lock, of which a database has one set for all its schemas."""
    hashed = blake2b(f"stocktake {_schema(connection)} {name}".encode(), digest_size=8).digest()
    return int.from_bytes(hashed, "big", signed=True)
