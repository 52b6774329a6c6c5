"""Opens a database by its URL, SQLite or PostgreSQL."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DatabaseError, DBAPIError

from stocktake.errors import IntegrityError
from stocktake.store import schema
from stocktake.store.dialects import Dialect, Hold, dialect_of, named


class Store:
    """A database of one workspace. All reading and writing goes through a Connection of it."""

    def __init__(self, engine: Engine, dialect: Dialect, url: str) -> None:
        self._engine = engine
        self._dialect = dialect
        self._url = url

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """One unchanging view of the records; StocktakeError if they cannot be reached."""
        with (
            self._telling(is_writing=False),
            self._engine.connect() as connection,
            connection.begin(),
        ):
            yield connection

    @contextmanager
    def writing(self, hold: Hold = Hold.RECORDS) -> Iterator[Connection]:
        """One transaction: all that is done within is kept, or, if anything is raised, nothing.

        What it *holds* no other writes meanwhile. StocktakeError if the database cannot be
        written.
        """
        with self._telling(is_writing=True), self._engine.connect() as connection:
            self._dialect.begin_writing(connection, hold)
            yield connection
            connection.commit()

    @contextmanager
    def in_turn(self, name: str) -> Iterator[None]:
        """Wait until no program on any machine does what is called *name* to these records, and
        keep others waiting; a database in a file leaves that to whoever has the file."""
        with self._engine.connect() as connection:
            with connection.begin():
                self._dialect.take_turn(connection, name)
            try:
                yield
            finally:
                with connection.begin():
                    self._dialect.let_go(connection, name)

    def close(self) -> None:
        self._dialect.release(self._engine)

    @contextmanager
    def _telling(self, *, is_writing: bool) -> Iterator[None]:
        try:
            yield
        except DBAPIError as error:
            told = self._dialect.told(error, self._url, is_writing=is_writing)
            if told is None:
                raise
            raise told from error


def open_store(url: str) -> Store:
    """Open the database at *url* (``sqlite:///PATH`` or ``postgresql://…``), and migrate it if an
    earlier version wrote it.

    IntegrityError if it is damaged or a newer version wrote it, StocktakeError if it cannot be
    reached, UsageError if *url* is none.
    """
    store = _at(url)
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


def is_made(url: str) -> bool:
    """Whether there are records at *url*."""
    with closing(_at(url)) as store, store.reading() as connection:
        return schema.revision(connection) is not None


def drop(url: str) -> None:
    """Forget all records at *url*; those in a file go with it."""
    with closing(_at(url)) as store, store.writing() as connection:
        dialect_of(connection).drop(connection)


def _at(url: str) -> Store:
    """The database at *url* as it is."""
    dialect = named(url.partition(":")[0])
    return Store(dialect.engine(url), dialect, url)
