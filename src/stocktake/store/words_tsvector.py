"""The words of the search index in PostgreSQL: a tsvector of ours for each text.

It holds each word as SQLite's index sees it, for phrases and beginnings of words, and at the same
place its stem in the language of the text, for other forms. Both are made here, by the Snowball
stemmers that PostgreSQL's own configurations use, so that a server of any locale finds, counts and
marks the same as SQLite. A stem begins with a sign that no word has.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from sqlalchemy import (
    Column,
    ColumnElement,
    Connection,
    MetaData,
    Table,
    Text,
    cast,
    func,
    literal_column,
    select,
)
from sqlalchemy.dialects.postgresql import TSQUERY, TSVECTOR

from stocktake.store.dialects import Matching, Spans, dialect_of
from stocktake.store.index import NUMBER
from stocktake.store.marking import marked
from stocktake.store.naming import streamed
from stocktake.store.queries import Query, Term
from stocktake.store.tokens import words as words_in
from stocktake.text.stems import ALGORITHMS, stem

SIGN = "="
_LONGEST = 2000
_MOST_BYTES = 1_000_000
_KNOWN = 200_000
# Divided by the logarithm of the length: a word counts for more in a short text.
_BY_LENGTH = 1

texts = Table(
    "search_words",
    MetaData(),
    Column("rowid", NUMBER, primary_key=True, autoincrement=False),
    Column("language", Text),
    Column("words", Text, nullable=False),
    Column("vector", TSVECTOR, nullable=False),
)
VECTOR: ColumnElement[str] = literal_column("search_words.vector", TSVECTOR)
INDEX = (
    "CREATE INDEX IF NOT EXISTS ix_search_words ON search_words "
    "USING gin (vector) WITH (fastupdate = off)"
)


class TSVector:
    """The Words of PostgreSQL."""

    def clear(self, connection: Connection) -> None:
        if dialect_of(connection).columns(connection, texts.name) == set(texts.c.keys()):
            connection.execute(texts.delete())
        else:
            texts.drop(connection, checkfirst=True)
            texts.create(connection)

    def put(self, connection: Connection, said: Sequence[tuple[int, str | None, str]]) -> None:
        rows = [(number, language, text, vector(text, language)) for number, language, text in said]
        if rows:
            dialect_of(connection).insert(connection, texts, texts.c.keys(), rows)

    def take_away(self, connection: Connection, first: int, last: int) -> None:
        connection.execute(texts.delete().where(texts.c.rowid.between(first, last)))

    def finish(self, connection: Connection, places: Sequence[tuple[int, int]] | None) -> None:
        if places is None:
            connection.exec_driver_sql(INDEX)
            for table in (texts.name, "search_rows", "search_tags"):
                connection.exec_driver_sql(f"ANALYZE {table}")

    def matching(self, connection: Connection, query: Query) -> Matching | None:  # noqa: ARG002
        if not query.wanted:
            return None
        asked = cast(expression(query), TSQUERY)
        rank = func.ts_rank(VECTOR, asked, _BY_LENGTH).desc()
        return Matching(VECTOR.op("@@", is_comparison=True)(asked), rank)

    def any_of(
        self,
        connection: Connection,  # noqa: ARG002
        terms: Iterable[Term],
    ) -> ColumnElement[bool]:
        return VECTOR.op("@@", is_comparison=True)(cast(_any_of(terms), TSQUERY))

    def shown(
        self, connection: Connection, ids: Collection[int], query: Query | None
    ) -> Mapping[int, tuple[str, Spans]]:
        asked = select(texts.c.rowid, texts.c.language, texts.c.words).where(texts.c.rowid.in_(ids))
        terms = [term for terms in query.wanted for term in terms] if query else []
        return {
            row.rowid: (row.words, marked(row.words, row.language, terms))
            for row in connection.execute(asked)
        }

    def every(self, connection: Connection) -> Iterator[tuple[int, str | None, str]]:
        asked = select(texts.c.rowid, texts.c.language, texts.c.words).order_by(texts.c.rowid)
        for row in streamed(connection, asked):
            yield row.rowid, row.language, row.words


def vector(text: str, language: str | None) -> str:
    """The tsvector of *text* as PostgreSQL reads it; as much of a text as it can hold."""
    places: dict[str, list[str]] = defaultdict(list)
    for number, word in enumerate(words_in(text), 1):
        for lexeme in _lexemes(word, language):
            places[lexeme].append(str(number))
    entries = [f"'{lexeme}':{','.join(at)}" for lexeme, at in places.items()]
    if sum(map(len, entries)) * 4 > _MOST_BYTES:
        entries = _as_many_as_fit(entries)
    return " ".join(entries)


def expression(query: Query) -> str:
    """The tsquery of a *query* that names something that must be there."""
    every = " & ".join(_any_of(terms) for terms in query.wanted)
    return f"{every} & !{_any_of(query.unwanted)}" if query.unwanted else every


def _any_of(terms: Iterable[Term]) -> str:
    return f"({' | '.join(map(_term, terms))})"


def _term(term: Term) -> str:
    found = [f"'{word}'" for word in words_in(" ".join(term.words))]
    as_it_is = " <-> ".join(found) + (":*" if term.open else "")
    if term.exact or term.open or len(term.words) > 1:
        return f"({as_it_is})"
    stems = (f"'{_stemmed(term.words[0], language)}'" for language in sorted(ALGORITHMS))
    return " | ".join([as_it_is, *stems])


@lru_cache(_KNOWN)
def _lexemes(word: str, language: str | None) -> tuple[str, ...]:
    if len(word.encode()) > _LONGEST:
        return ()
    return (word, _stemmed(word, language)) if language in ALGORITHMS else (word,)


def _stemmed(word: str, language: str) -> str:
    return f"{SIGN}{language}{stem(word, language)}"


def _as_many_as_fit(entries: Iterable[str]) -> list[str]:
    fitting, size = [], 0
    for entry in entries:
        size += len(entry.encode())
        if size > _MOST_BYTES:
            break
        fitting.append(entry)
    return fitting
