"""The search index: SQLite FTS5 over statements and passages, made anew from each stock.

Nothing lives in it alone; it can always be rebuilt from the records.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from operator import attrgetter
from typing import Any

from sqlalchemy import Column, Connection, Float, Integer, MetaData, Table, Text, inspect

from stocktake.errors import UsageError
from stocktake.store.queries import separated

STATEMENT = "statement"
PASSAGE = "passage"
BATCH = 5000
SEARCH = MetaData()

rows = Table(
    "search_rows",
    SEARCH,
    Column("id", Integer, primary_key=True),
    Column("kind", Text),
    Column("record_id", Text),
    Column("document_id", Text),
    Column("start", Integer),
    Column("end", Integer),
    Column("act", Text),
    Column("stance", Text),
    Column("since", Text),
    Column("until", Text),
    Column("input_kind", Text),
    Column("meeting", Text),
    Column("confidence", Float),
    Column("review", Text),
)
tags = Table(
    "search_tags",
    SEARCH,
    Column("row_id", Integer),
    Column("name", Text),
    Column("value", Text),
)
words = Table("search_words", MetaData(), Column("rowid", Integer), Column("words", Text))

# unicode61 alone would keep "refugee" and "refugees" apart; porter stems what is Latin script.
CREATE_WORDS = (
    "CREATE VIRTUAL TABLE search_words USING fts5("
    "words, tokenize = 'porter unicode61 remove_diacritics 2')"
)
CREATE_TAGS_INDEX = "CREATE INDEX ix_search_tags ON search_tags (name, value, row_id)"


@dataclass(frozen=True, slots=True)
class Entry:
    """What can be found: a statement or a passage with its words. *tags* are pairs of a name
    (actor, actor kind, theme, dimension, lens) and a value; *since* and *until* are ISO dates of
    the input, *input_kind* and *meeting* what else is known of it."""

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
    input_kind: str | None = None
    meeting: str | None = None
    confidence: float | None = None
    review: str | None = None
    tags: tuple[tuple[str, str], ...] = ()


COLUMNS = tuple(field.name for field in fields(Entry) if field.name not in {"words", "tags"})
_values = attrgetter(*COLUMNS)


def rebuild(connection: Connection, entries: Iterable[Entry]) -> None:
    """Make the index anew from *entries*; does nothing where the database has no FTS5."""
    if connection.dialect.name != "sqlite":
        return
    connection.exec_driver_sql("DROP TABLE IF EXISTS search_words")
    SEARCH.drop_all(connection)
    SEARCH.create_all(connection)
    connection.exec_driver_sql(CREATE_WORDS)
    for batch in _batches(entries):
        _add(connection, batch)
    connection.exec_driver_sql(CREATE_TAGS_INDEX)


def is_searchable(connection: Connection) -> bool:
    """Whether there is an index, and one that this version made."""
    tables = inspect(connection)
    if not tables.has_table(rows.name):
        return False
    return {column["name"] for column in tables.get_columns(rows.name)} == set(rows.c.keys())


def searchable(connection: Connection) -> None:
    """UsageError where there is no index that can be searched."""
    if not is_searchable(connection):
        raise UsageError("there is nothing to search yet.", remedy="Run: stocktake build")


def _add(connection: Connection, batch: list[tuple[int, Entry]]) -> None:
    _insert(connection, rows, [(number, *_values(entry)) for number, entry in batch])
    _insert(connection, words, [(number, separated(entry.words)) for number, entry in batch])
    tagged = [(number, *tag) for number, entry in batch for tag in entry.tags]
    if tagged:
        _insert(connection, tags, tagged)


def _insert(connection: Connection, table: Table, values: list[tuple[Any, ...]]) -> None:
    """Insert without SQLAlchemy's work on each row, which costs more than the database's own."""
    names = ", ".join(f'"{column.name}"' for column in table.columns)
    marks = ", ".join("?" * len(table.columns))
    connection.exec_driver_sql(f"INSERT INTO {table.name} ({names}) VALUES ({marks})", values)  # noqa: S608


def _batches(entries: Iterable[Entry]) -> Iterator[list[tuple[int, Entry]]]:
    batch: list[tuple[int, Entry]] = []
    for number, entry in enumerate(entries, start=1):
        batch.append((number, entry))
        if len(batch) == BATCH:
            yield batch
            batch = []
    if batch:
        yield batch
