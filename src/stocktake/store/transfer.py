"""All of one database into another, of whatever kind, table by table, and proven to be the same.

The source is read as it stands at one moment; the target may hold what an earlier transfer, which
was broken off, left there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import blake2b
from typing import Any

from sqlalchemy import Connection, Table, select

from stocktake.errors import IntegrityError
from stocktake.store import index, tables_people
from stocktake.store.dialects import Hold, dialect_of
from stocktake.store.meanings import MEANINGS, meanings
from stocktake.store.memos import MEMOS
from stocktake.store.memos import table as memos
from stocktake.store.naming import streamed
from stocktake.store.opening import Store
from stocktake.store.tables import metadata

TOGETHER = 500
_BYTES = 16
# The tables of people change and lose rows; all others only grow.
_GROWING = metadata.tables.keys() - {
    item.name for item in vars(tables_people).values() if isinstance(item, Table)
}


@dataclass(frozen=True, slots=True)
class Moved:
    """A *table* that is there now, with its *rows*."""

    table: str
    rows: int


def transfer(source: Connection, target: Store) -> Iterator[Moved]:
    """Bring all that is in *source* into *target*, a transaction for each few rows.

    IntegrityError if a table is not the same then.
    """
    ours = metadata.sorted_tables
    with target.writing() as connection:
        for table in reversed(ours):
            if table.name not in _GROWING:
                connection.execute(table.delete())
    for table in ours:
        for rows in _in_batches(source, table):
            with target.writing() as connection:
                _add(connection, table, rows)
        with target.writing() as connection:
            dialect_of(connection).number_on(connection, table)
        yield Moved(table.name, _compared(source, target, table))
    with target.writing(Hold.STOCK) as connection:
        _kept_beside(source, connection)
    yield Moved("search", _index(source, target))


def digest(connection: Connection, table: Table) -> tuple[int, int]:
    """How many rows a table has, and a sum of the hashes of all, whatever their order."""
    count = total = 0
    for row in streamed(connection, select(table)):
        hashed = blake2b(repr(tuple(row)).encode(), digest_size=_BYTES).digest()
        total += int.from_bytes(hashed, "big")
        count += 1
    return count, total % (1 << 8 * _BYTES)


def _compared(source: Connection, target: Store, table: Table) -> int:
    with target.reading() as connection:
        ours, theirs = digest(source, table), digest(connection, table)
    if ours != theirs:
        raise IntegrityError(
            f"of {table.name}, {theirs[0]:,} rows came of {ours[0]:,}, or other ones.",
            remedy="The place is in use by somebody else, or failing: name another one.",
        )
    return ours[0]


def _kept_beside(source: Connection, target: Connection) -> None:
    """What is made of the records, and takes long to make again."""
    for group, table in ((MEMOS, memos), (MEANINGS, meanings)):
        if dialect_of(source).columns(source, table.name):
            group.create_all(target)
            target.execute(table.delete())
            for rows in _in_batches(source, table):
                _add(target, table, rows)


def _index(source: Connection, target: Store) -> int:
    if not index.is_searchable(source):
        return 0
    with target.writing(Hold.STOCK) as connection:
        index.clear(connection)
        for table in index.SEARCH.sorted_tables:
            for rows in _in_batches(source, table):
                _add(connection, table, rows)
        words = dialect_of(connection).words
        for texts in _batches(dialect_of(source).words.every(source)):
            words.put(connection, texts)
        index.finish(connection, None)
    return _compared(source, target, index.rows)


def _in_batches(connection: Connection, table: Table) -> Iterator[list[Any]]:
    order = list(table.primary_key.columns)
    return _batches(streamed(connection, select(table).order_by(*order)))


def _batches(rows: Iterable[Any]) -> Iterator[list[Any]]:
    batch: list[Any] = []
    for row in rows:
        batch.append(row)
        if len(batch) == TOGETHER:
            yield batch
            batch = []
    if batch:
        yield batch


def _add(connection: Connection, table: Table, rows: list[Any]) -> None:
    dialect_of(connection).insert(connection, table, table.columns.keys(), rows, is_known=True)
