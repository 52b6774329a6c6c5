"""What databases do each in their own way: one small interface, and which database speaks it.

Whatever SQLAlchemy says alike to all stands in the other modules; they ask ``dialect_of`` here for
the rest.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any, Protocol

from sqlalchemy import ColumnElement, Connection, Engine, Table
from sqlalchemy.exc import DBAPIError

from stocktake.errors import StocktakeError, UsageError
from stocktake.store.queries import Query, Term

Spans = tuple[tuple[int, int], ...]


class Hold(StrEnum):
    """What a transaction that writes keeps others from; SQLite has one writer at a time anyway."""

    RECORDS = "records"
    """No other writes records meanwhile: for whoever decides by what it reads."""
    ADDING = "adding"
    """Others add as well: for records known by their content, added whatever is there."""
    STOCK = "stock"
    """No other freezes a stock, but records may be written."""


@dataclass(frozen=True, slots=True)
class Matching:
    """The condition under which a row of the index is found, and by what the best come first."""

    condition: ColumnElement[bool]
    rank: ColumnElement[Any]


class Words(Protocol):
    """The words of the search index, in ``search_words``, whose ``rowid`` is that of
    ``search_rows``."""

    def clear(self, connection: Connection) -> None:
        """Begin anew, without any words."""

    def put(self, connection: Connection, texts: Sequence[tuple[int, str | None, str]]) -> None:
        """Add texts by number, with the language of each, in the order of the numbers."""

    def take_away(self, connection: Connection, first: int, last: int) -> None:
        """Forget the texts with these numbers, both included."""

    def finish(self, connection: Connection, places: Sequence[tuple[int, int]] | None) -> None:
        """Do what is needed when all is in; *places* are the numbers that are new, both included,
        None where any may be."""

    def matching(self, connection: Connection, query: Query) -> Matching | None:
        """How *query* is found; None if it names nothing that must be there."""

    def any_of(self, connection: Connection, terms: Iterable[Term]) -> ColumnElement[bool]:
        """The condition for rows of ``search_words`` that hold one of *terms*."""

    def shown(
        self, connection: Connection, ids: Collection[int], query: Query | None
    ) -> Mapping[int, tuple[str, Spans]]:
        """The texts with these numbers, and where in them stands what *query* looks for."""

    def every(self, connection: Connection) -> Iterable[tuple[int, str | None, str]]:
        """All that was put, in the order of the numbers."""


class Dialect(Protocol):
    """What one kind of database does its own way."""

    @property
    def words(self) -> Words:
        """How it finds words."""

    @property
    def keeps_tables(self) -> bool:
        """Whether readers are kept waiting when a table is made anew, but not when it is
        emptied."""

    def engine(self, url: str) -> Engine:
        """How it is reached; each transaction begins as the option ``stocktake_begin`` says."""

    def prepare(self, connection: Connection) -> None:
        """Make room for the tables."""

    def drop(self, connection: Connection) -> None:
        """Take all tables away."""

    def number_on(self, connection: Connection, table: Table) -> None:
        """Go on numbering the rows of *table* after those that came with their numbers."""

    def snapshot(self, connection: Connection, path: Path) -> bool:
        """Copy the whole database to a new SQLite file at *path*, as only it can; False if there
        is no such way."""

    def release(self, engine: Engine) -> None:
        """Give back what *engine* holds."""

    def begin_writing(self, connection: Connection, hold: Hold) -> None:
        """Begin a transaction that writes, and wait until nobody else *holds* the same."""

    def wait_for(self, connection: Connection, name: str) -> None:
        """Wait, within a transaction that writes, until no other that waited for the same goes
        on."""

    def take_turn(self, connection: Connection, name: str) -> None:
        """Wait, however long, until nobody else holds that *name*, and hold it beyond the
        transaction."""

    def let_go(self, connection: Connection, name: str) -> None:
        """Hold that *name* no more."""

    def told(self, error: DBAPIError, url: str, *, is_writing: bool) -> StocktakeError | None:
        """What a user can do about *error*, met while reading or writing; None if it is a mistake
        of the program."""

    def columns(self, connection: Connection, table: str) -> frozenset[str]:
        """The names of a table's columns; none if there is no such table."""

    def insert(
        self,
        connection: Connection,
        table: Table,
        names: Sequence[str],
        rows: Sequence[Sequence[Any]],
        *,
        is_known: bool = False,
    ) -> None:
        """Add *rows* of the values called *names*; one that *is_known* stays as it is."""


def dialect_of(connection: Connection) -> Dialect:
    """The dialect of the database behind *connection*."""
    return named(connection.dialect.name)


@cache
def named(name: str) -> Dialect:
    """The dialect of that name; UsageError if there is none."""
    # What one database needs is not loaded for the other.
    if name == "sqlite":
        from stocktake.store.sqlite import SQLite

        return SQLite()
    if name in {"postgresql", "postgres"}:
        from stocktake.store.postgresql import PostgreSQL

        return PostgreSQL()
    raise UsageError(
        f"records are not kept in {name!r}.", remedy="Name a postgresql:// URL, or none."
    )
