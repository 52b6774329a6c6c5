"""Finds words in the search index, with exact counts and snippets."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, func, inspect, literal_column, select

from stocktake.errors import UsageError
from stocktake.store.index import rows, tags, words
from stocktake.store.queries import fts, joined

LONGEST_SNIPPET = 64


@dataclass(frozen=True, slots=True)
class Filters:
    """What hits must be; None or empty is no matter. Dates are ISO, both included."""

    kind: str | None = None
    act: str | None = None
    stance: str | None = None
    since: str | None = None
    until: str | None = None
    tags: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Look:
    """How to show hits: at most *limit*, in snippets of at most *words* words (64 at most), in
    which what was found stands between *marks*."""

    limit: int = 20
    words: int = 40
    marks: tuple[str, str] = ("", "")


@dataclass(frozen=True, slots=True)
class Hit:
    """A statement or passage that was found."""

    kind: str
    record_id: str
    document_id: str
    start: int
    end: int
    snippet: str


@dataclass(frozen=True, slots=True)
class Hits:
    """The first hits, best first, and how many there are in all."""

    total: int
    hits: tuple[Hit, ...]


NOTHING = Filters()
PLAIN = Look()


def search(
    connection: Connection, query: str, filters: Filters = NOTHING, look: Look = PLAIN
) -> Hits:
    """Find *query* (its syntax is told in ``queries``), best first.

    An empty query finds all that the filters let through. UsageError where there is no index.
    """
    if not inspect(connection).has_table(rows.name):
        raise UsageError("there is nothing to search yet.", remedy="Run: stocktake build")
    expression = fts(query)
    if expression is None and query.strip():
        return Hits(0, ())
    conditions = _conditions(expression, filters)
    source = rows.join(words, words.c.rowid == rows.c.id)
    total = connection.execute(select(func.count()).select_from(source).where(*conditions))
    order: list[ColumnElement[Any]] = [literal_column("rank")] if expression else []
    found = (
        select(rows, _snippet(look).label("snippet"))
        .select_from(source)
        .where(*conditions)
        .order_by(*order, rows.c.id)
        .limit(look.limit)
    )
    hits = tuple(_hit(row) for row in connection.execute(found))
    return Hits(total.scalar_one(), hits)


def _conditions(expression: str | None, filters: Filters) -> list[ColumnElement[bool]]:
    columns = rows.c
    tests = [
        (filters.kind, columns.kind.__eq__),
        (filters.act, columns.act.__eq__),
        (filters.stance, columns.stance.__eq__),
        (filters.since, columns.until.__ge__),
        (filters.until, columns.since.__le__),
        (expression, literal_column("search_words").op("MATCH", is_comparison=True)),
    ]
    return [
        *(test(value) for value, test in tests if value is not None),
        *(columns.id.in_(_tagged(name, value)) for name, value in filters.tags),
    ]


def _tagged(name: str, value: str) -> Any:
    return select(tags.c.row_id).where(tags.c.name == name, tags.c.value == value)


def _snippet(look: Look) -> ColumnElement[str]:
    length = min(look.words, LONGEST_SNIPPET)
    return func.snippet(literal_column("search_words"), 0, *look.marks, "…", length)


def _hit(row: Any) -> Hit:
    return Hit(row.kind, row.record_id, row.document_id, row.start, row.end, joined(row.snippet))
