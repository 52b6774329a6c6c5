"""Finds words in the search index, with exact counts and snippets."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, Connection, FromClause, func, select

from stocktake.store import snippets
from stocktake.store.dialects import Matching, Spans, dialect_of
from stocktake.store.filters import ALL, Conditions, Filter, conditions
from stocktake.store.index import rows, searchable, sources, words
from stocktake.store.queries import Query, parse

RANKED_AT_MOST = 20_000


class Order(StrEnum):
    """In which order hits come; those without a date come last.

    By relevance (BM25 on SQLite, ts_rank on PostgreSQL) no more than RANKED_AT_MOST hits are
    sorted: words that stand in more texts tell none apart. They come in the order of the
    documents.
    """

    RELEVANCE = "relevance"
    OLDEST = "oldest"
    NEWEST = "newest"


@dataclass(frozen=True, slots=True)
class Look:
    """How to show hits: at most *limit* after the first *skip*, in snippets of at most *words*
    words, in which what was found stands between *marks*."""

    limit: int = 20
    skip: int = 0
    order: Order = Order.RELEVANCE
    words: int = 40
    marks: tuple[str, str] = ("", "")


@dataclass(frozen=True, slots=True)
class Hit:
    """A statement or passage that was found, ``text[start:end]`` of its document; *spans* are the
    ranges in the document of the words that were looked for, *title* and *date* the input's."""

    kind: str
    record_id: str
    document_id: str
    start: int
    end: int
    snippet: str
    spans: tuple[tuple[int, int], ...] = ()
    input_id: str = ""
    title: str = ""
    date: str | None = None
    page: int | None = None
    body: str | None = None


@dataclass(frozen=True, slots=True)
class Hits:
    """The hits that were asked for, and how many there are in all."""

    total: int
    hits: tuple[Hit, ...]


PLAIN = Look()


def search(connection: Connection, text: str, wanted: Filter = ALL, look: Look = PLAIN) -> Hits:
    """Find *text* (its syntax is told in ``queries``) in what *wanted* lets through.

    An empty text finds all of that. UsageError where there is no index, or for a text that is no
    query.
    """
    searchable(connection)
    query = parse(text)
    matching = dialect_of(connection).words.matching(connection, query)
    tests = [*conditions(wanted), *_left_out(connection, query)]
    place = _place(matching, needs_rows=bool(tests) or look.order is not Order.RELEVANCE)
    tests += [matching.condition] if matching else []
    counted = select(func.count()).select_from(place.source).where(*tests)
    total = connection.execute(counted).scalar_one()
    order = _order(look.order, matching if total <= RANKED_AT_MOST else None)
    found = select(place.number).select_from(place.source).where(*tests)
    page = found.order_by(*order, place.number).limit(look.limit).offset(look.skip)
    ids = list(connection.execute(page).scalars())
    return Hits(total, tuple(_shown(connection, ids, query, look)))


def hits_at(connection: Connection, numbers: Sequence[int], look: Look = PLAIN) -> list[Hit]:
    """What stands in these rows of the index, in the order of *numbers*."""
    return _shown(connection, list(numbers), None, look)


@dataclass(frozen=True, slots=True)
class _Place:
    """Where is searched: the words alone, which is quickest, the rows alone, or both."""

    source: FromClause
    number: ColumnElement[int]


def _place(matching: Matching | None, *, needs_rows: bool) -> _Place:
    if matching is None:
        return _Place(rows, rows.c.id)
    if needs_rows:
        return _Place(rows.join(words, words.c.rowid == rows.c.id), rows.c.id)
    return _Place(words, words.c.rowid)


def _left_out(connection: Connection, query: Query) -> Conditions:
    """What must not be there, where nothing is named that must."""
    if query.wanted or not query.unwanted:
        return []
    unwanted = dialect_of(connection).words.any_of(connection, query.unwanted)
    return [rows.c.id.not_in(select(words.c.rowid).where(unwanted))]


def _order(order: Order, matching: Matching | None) -> list[ColumnElement[Any]]:
    if order is Order.RELEVANCE:
        return [matching.rank] if matching else []
    day = rows.c.since
    return [day.is_(None), day.asc() if order is Order.OLDEST else day.desc()]


def _shown(connection: Connection, ids: list[int], query: Query | None, look: Look) -> list[Hit]:
    """The hits with these *ids*, in their order."""
    texts = dialect_of(connection).words.shown(connection, ids, query)
    named = (
        select(rows, sources.c.title, sources.c.date)
        .outerjoin(sources, sources.c.input_id == rows.c.input_id)
        .where(rows.c.id.in_(ids))
    )
    found = {row.id: row for row in connection.execute(named)}
    return [_hit(found[id_], *texts[id_], look) for id_ in ids]


def _hit(row: Any, text: str, spans: Spans, look: Look) -> Hit:
    return Hit(
        row.kind,
        row.record_id,
        row.document_id,
        row.start,
        row.end,
        snippets.snippet(text, spans, look.words, look.marks),
        tuple((row.start + start, row.start + end) for start, end in spans),
        row.input_id,
        row.title,
        row.date,
        row.page,
        row.body,
    )
