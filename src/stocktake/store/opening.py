"""Opens a database by its URL: SQLite today, whatever SQLAlchemy speaks by the same code."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DatabaseError, OperationalError
from sqlalchemy.pool import StaticPool

from stocktake.errors import IntegrityError, StocktakeError
from stocktake.store import schema

BUSY_SECONDS = 30
PRAGMAS = {
    "journal_mode": "WAL",
    # FULL, not NORMAL: what a person decided must outlive a power cut, not only a crash.
    "synchronous": "FULL",
    "foreign_keys": "ON",
    "busy_timeout": BUSY_SECONDS * 1000,
    "temp_store": "MEMORY",
    "cache_size": -64_000,
}


class Store:
    """A database of one workspace. All reading and writing goes through a Connection of it."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """One unchanging view of the records."""
        with self._engine.connect() as connection, connection.begin():
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """One transaction: all that is done within is kept, or, if anything is raised, nothing.

        StocktakeError if the database cannot be written.
        """
        try:
            with self._engine.connect() as connection:
                connection.execution_options(stocktake_begin="BEGIN IMMEDIATE")
                with connection.begin():
                    yield connection
        except OperationalError as error:
            raise StocktakeError(
                f"the database cannot be written ({error.orig}).",
                remedy="Check that there is room on the disk, that it may be written to, and that "
                "no other program holds it.",
            ) from error

    def close(self) -> None:
        self._engine.dispose()


def open_store(url: str) -> Store:
    """Open the database at a SQLAlchemy *url*, and migrate it if an earlier version wrote it.

    IntegrityError if it is damaged or a newer version wrote it.
    """
    store = Store(_engine(url))
    try:
        if not _is_ready(store):
            with store.writing() as connection:
                schema.ensure(connection)
    except DatabaseError as error:
        store.close()
        raise IntegrityError(
            f"the database cannot be opened ({error.orig}).",
            remedy="If it is damaged, restore it from a copy; the originals are kept beside it.",
            place=url,
        ) from error
    except BaseException:
        store.close()
        raise
    return store


def _is_ready(store: Store) -> bool:
    """Whether nothing is to be written first: a reader need not wait for whoever writes."""
    with store.reading() as connection:
        return schema.is_current(connection)


def _engine(url: str) -> Engine:
    if not url.startswith("sqlite"):
        return create_engine(url)
    in_memory = url in {"sqlite://", "sqlite:///:memory:"}
    engine = create_engine(url, **({"poolclass": StaticPool} if in_memory else {}))
    event.listen(engine, "connect", _set_pragmas)
    event.listen(engine, "begin", _begin)
    return engine


def _set_pragmas(connection: Any, _record: object) -> None:
    # Python's own transaction handling would begin too late and commit before some statements.
    connection.isolation_level = None
    for name, value in PRAGMAS.items():
        connection.execute(f"PRAGMA {name} = {value}")


def _begin(connection: Connection) -> None:
    begin = connection.get_execution_options().get("stocktake_begin", "BEGIN")
    connection.exec_driver_sql(begin)
