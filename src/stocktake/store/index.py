"""The search index: rows of statements and passages, and their words as the database finds them.

Nothing lives in it alone; it can always be rebuilt from the records. The numbers of its rows depend
on the document and the place in it alone, so that those of one document can be written without
touching others (see ``refreshing``), and hits come in the same order whatever was written when.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields
from operator import attrgetter
from typing import Any

from sqlalchemy import (
    BigInteger,
    Column,
    Connection,
    Float,
    Integer,
    MetaData,
    Table,
    Text,
    select,
)

from stocktake.errors import UsageError
from stocktake.store.dialects import dialect_of

STATEMENT = "statement"
PASSAGE = "passage"
BATCH = 5000
ROWS_OF_ONE = 1 << 20
SEARCH = MetaData()
NUMBER = BigInteger().with_variant(Integer, "sqlite")

rows = Table(
    "search_rows",
    SEARCH,
    Column("id", NUMBER, primary_key=True, autoincrement=False),
    Column("kind", Text),
    Column("record_id", Text),
    Column("document_id", Text),
    Column("start", Integer),
    Column("end", Integer),
    Column("act", Text),
    Column("stance", Text),
    Column("since", Text),
    Column("until", Text),
    Column("language", Text),
    Column("input_id", Text),
    Column("page", Integer),
    Column("input_kind", Text),
    Column("meeting", Text),
    Column("confidence", Float),
    Column("review", Text),
    Column("body", Text),
)
tags = Table(
    "search_tags",
    SEARCH,
    Column("row_id", NUMBER),
    Column("name", Text),
    Column("value", Text),
)
sources = Table(
    "search_sources",
    SEARCH,
    Column("input_id", Text, primary_key=True),
    Column("title", Text),
    Column("date", Text),
)
shelves = Table(
    "search_shelves",
    SEARCH,
    Column("document_id", Text, primary_key=True),
    Column("key", Text),
)
words = Table("search_words", MetaData(), Column("rowid", NUMBER))

CREATE_TAGS_INDEX = "CREATE INDEX IF NOT EXISTS ix_search_tags ON search_tags (name, value, row_id)"


@dataclass(frozen=True, slots=True)
class Source:
    """An input as it is named beside what was found in it; *date* is a Period as text."""

    input_id: str
    title: str
    date: str | None


@dataclass(frozen=True, slots=True)
class Entry:
    """What can be found: a statement or a passage with its words. *tags* are pairs of a name
    (actor, actor kind, theme, dimension, lens) and a value; *since* and *until* are ISO dates of
    the input, *input_kind* and *meeting* what else is known of it. *body* is the JSON of a
    statement that is no longer as it was found, because a person edited it."""

    kind: str
    record_id: str
    document_id: str
    start: int
    end: int
    words: str
    act: str | None = None
    stance: str | None = None
    since: str | None = None
    until: str | None = None
    language: str | None = None
    input_id: str | None = None
    page: int | None = None
    input_kind: str | None = None
    meeting: str | None = None
    confidence: float | None = None
    review: str | None = None
    body: str | None = None
    tags: tuple[tuple[str, str], ...] = ()


COLUMNS = tuple(field.name for field in fields(Entry) if field.name not in {"words", "tags"})
_values = attrgetter(*COLUMNS)


def rebuild(connection: Connection, entries: Iterable[Entry], named: Iterable[Source] = ()) -> None:
    """Make the index anew from *entries*, in the inputs *named*."""
    every = sorted(entries, key=lambda entry: shelf(entry.document_id))
    clear(connection)
    put(connection, every)
    note_sources(connection, named)
    finish(connection, None)


def clear(connection: Connection) -> None:
    """Begin an empty index. Tables of this version are emptied where that leaves readers what
    they see."""
    dialect = dialect_of(connection)
    if dialect.keeps_tables and is_searchable(connection):
        for table in reversed(SEARCH.sorted_tables):
            connection.execute(table.delete())
    else:
        SEARCH.drop_all(connection)
        SEARCH.create_all(connection)
    dialect.words.clear(connection)


def put(connection: Connection, entries: Iterable[Entry]) -> None:
    """Write *entries*, which come by shelf."""
    for batch in _batches(entries):
        _add(connection, batch)


def finish(connection: Connection, places: Sequence[tuple[int, int]] | None) -> None:
    """What an index needs when all is in it; *places* are the numbers of rows that are new, both
    included, None where all may be."""
    if places is None:
        connection.exec_driver_sql(CREATE_TAGS_INDEX)
    dialect_of(connection).words.finish(connection, places)


def note_sources(connection: Connection, named: Iterable[Source]) -> None:
    """Keep how inputs are named, and forget all others."""
    connection.execute(sources.delete())
    insert(connection, sources, [(item.input_id, item.title, item.date) for item in named])


def shelf(document_id: str) -> int:
    """The first of the numbers that rows of a document may have. Two documents may share a shelf,
    though hardly ever; then they are written together."""
    hashed = hashlib.blake2b(document_id.encode(), digest_size=8).digest()
    return int.from_bytes(hashed, "big") // (2 * ROWS_OF_ONE) * ROWS_OF_ONE


def is_searchable(connection: Connection) -> bool:
    """Whether there is an index, and one that this version made."""
    columns = dialect_of(connection).columns
    if not columns(connection, shelves.name):
        return False
    return columns(connection, rows.name) == set(rows.c.keys())


def searchable(connection: Connection) -> None:
    """UsageError where there is no index that can be searched."""
    if not is_searchable(connection):
        raise UsageError("there is nothing to search yet.", remedy="Run: stocktake build")


def searchable_documents(connection: Connection) -> list[str]:
    """The ids of the documents of the last stock, in their order; UsageError without an index."""
    searchable(connection)
    query = select(rows.c.document_id).distinct().order_by(rows.c.document_id)
    return list(connection.execute(query).scalars())


def _add(connection: Connection, batch: list[tuple[int, Entry]]) -> None:
    insert(connection, rows, [(number, *_values(entry)) for number, entry in batch])
    insert(connection, tags, [(number, *tag) for number, entry in batch for tag in entry.tags])
    texts = [(number, entry.language, entry.words) for number, entry in batch]
    dialect_of(connection).words.put(connection, texts)


def insert(connection: Connection, table: Table, values: list[tuple[Any, ...]]) -> None:
    """Insert without SQLAlchemy's work on each row, which costs more than the database's own."""
    if values:
        dialect_of(connection).insert(connection, table, table.columns.keys(), values)


def _batches(entries: Iterable[Entry]) -> Iterator[list[tuple[int, Entry]]]:
    batch: list[tuple[int, Entry]] = []
    filled: Counter[int] = Counter()
    for entry in entries:
        place = shelf(entry.document_id)
        batch.append((place + filled[place], entry))
        filled[place] += 1
        if len(batch) == BATCH:
            yield batch
            batch = []
    if batch:
        yield batch
