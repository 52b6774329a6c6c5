"""Finds words in the search index, with exact counts and snippets."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, Connection, func, literal_column, select

from stocktake.store.filters import ALL, Conditions, Filter, conditions
from stocktake.store.index import rows, searchable, words
from stocktake.store.queries import fts, joined

LONGEST_SNIPPET = 64


class Order(StrEnum):
    """In which order hits come; those without a date come last."""

    RELEVANCE = "relevance"
    OLDEST = "oldest"
    NEWEST = "newest"


@dataclass(frozen=True, slots=True)
class Look:
    """How to show hits: at most *limit* after the first *skip*, in snippets of at most *words*
    words (64 at most), in which what was found stands between *marks*."""

    limit: int = 20
    skip: int = 0
    order: Order = Order.RELEVANCE
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
    """The hits that were asked for, and how many there are in all."""

    total: int
    hits: tuple[Hit, ...]


PLAIN = Look()


def search(connection: Connection, query: str, wanted: Filter = ALL, look: Look = PLAIN) -> Hits:
    """Find *query* (its syntax is told in ``queries``) in what *wanted* lets through.

    An empty query finds all of that. UsageError where there is no index.
    """
    searchable(connection)
    expression = fts(query)
    if expression is None and query.strip():
        return Hits(0, ())
    tests = [*conditions(wanted), *_matching(expression)]
    source = rows.join(words, words.c.rowid == rows.c.id)
    total = connection.execute(select(func.count()).select_from(source).where(*tests))
    found = (
        select(rows, _snippet(look).label("snippet"))
        .select_from(source)
        .where(*tests)
        .order_by(*_order(look.order, expression), rows.c.id)
        .limit(look.limit)
        .offset(look.skip)
    )
    hits = tuple(_hit(row) for row in connection.execute(found))
    return Hits(total.scalar_one(), hits)


def _matching(expression: str | None) -> Conditions:
    column: ColumnElement[Any] = literal_column("search_words")
    return [] if expression is None else [column.op("MATCH", is_comparison=True)(expression)]


def _order(order: Order, expression: str | None) -> list[ColumnElement[Any]]:
    if order is Order.RELEVANCE:
        return [literal_column("rank")] if expression else []
    day = rows.c.since
    return [day.is_(None), day.asc() if order is Order.OLDEST else day.desc()]


def _snippet(look: Look) -> ColumnElement[str]:
    length = min(look.words, LONGEST_SNIPPET)
    return func.snippet(literal_column("search_words"), 0, *look.marks, "…", length)


def _hit(row: Any) -> Hit:
    return Hit(row.kind, row.record_id, row.document_id, row.start, row.end, joined(row.snippet))
