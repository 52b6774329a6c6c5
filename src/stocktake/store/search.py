"""Finds words in the search index, with exact counts and snippets."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, Connection, FromClause, case, func, literal_column, select

from stocktake.store import forms, snippets
from stocktake.store.filters import ALL, Conditions, Filter, conditions
from stocktake.store.index import rows, searchable, sources, words
from stocktake.store.queries import Query, parse

RANKED_AT_MOST = 20_000
MATCHED: ColumnElement[Any] = literal_column("search_words")


class Order(StrEnum):
    """In which order hits come; those without a date come last.

    By relevance (BM25) no more than RANKED_AT_MOST hits are sorted: words that stand in more texts
    tell none apart. They come in the order of the documents.
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
    expression = forms.expression(connection, query)
    tests = [*conditions(wanted), *_left_out(connection, query)]
    place = _place(expression, needs_rows=bool(tests) or look.order is not Order.RELEVANCE)
    tests += [_matches(expression)] if expression else []
    counted = select(func.count()).select_from(place.source).where(*tests)
    total = connection.execute(counted).scalar_one()
    order = _order(look.order, is_ranked=bool(expression) and total <= RANKED_AT_MOST)
    found = select(place.number).select_from(place.source).where(*tests)
    page = found.order_by(*order, place.number).limit(look.limit).offset(look.skip)
    ids = list(connection.execute(page).scalars())
    return Hits(total, tuple(_shown(connection, ids, expression, look)))


def hits_at(connection: Connection, numbers: Sequence[int], look: Look = PLAIN) -> list[Hit]:
    """What stands in these rows of the index, in the order of *numbers*."""
    return _shown(connection, list(numbers), None, look)


@dataclass(frozen=True, slots=True)
class _Place:
    """Where is searched: the words alone, which is quickest, the rows alone, or both."""

    source: FromClause
    number: ColumnElement[int]


def _place(expression: str | None, *, needs_rows: bool) -> _Place:
    if expression is None:
        return _Place(rows, rows.c.id)
    if needs_rows:
        return _Place(rows.join(words, words.c.rowid == rows.c.id), rows.c.id)
    return _Place(words, words.c.rowid)


def _left_out(connection: Connection, query: Query) -> Conditions:
    """What must not be there, where nothing is named that must."""
    if query.wanted or not query.unwanted:
        return []
    unwanted = forms.any_of(connection, query.unwanted)
    return [rows.c.id.not_in(select(words.c.rowid).where(_matches(unwanted)))]


def _matches(expression: str) -> ColumnElement[bool]:
    return MATCHED.op("MATCH", is_comparison=True)(expression)


def _order(order: Order, *, is_ranked: bool) -> list[ColumnElement[Any]]:
    if order is Order.RELEVANCE:
        return [literal_column("rank")] if is_ranked else []
    day = rows.c.since
    return [day.is_(None), day.asc() if order is Order.OLDEST else day.desc()]


def _shown(connection: Connection, ids: list[int], expression: str | None, look: Look) -> list[Hit]:
    """The hits with these *ids*, in their order."""
    places = {name: forms.column_of(name) for name in forms.COLUMNS}
    column = case(places, value=rows.c.language, else_=places[forms.OTHER])
    marked = func.highlight(MATCHED, column, snippets.BEGIN, snippets.END)
    query = (
        select(rows, sources.c.title, sources.c.date, marked.label("marked"))
        .select_from(rows)
        .join(words, words.c.rowid == rows.c.id)
        .outerjoin(sources, sources.c.input_id == rows.c.input_id)
        .where(rows.c.id.in_(ids), *([_matches(expression)] if expression else []))
    )
    found = {row.id: row for row in connection.execute(query)}
    return [_hit(found[id_], look) for id_ in ids]


def _hit(row: Any, look: Look) -> Hit:
    text, spans = snippets.unmarked(row.marked)
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
