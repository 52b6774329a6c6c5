"""The words of the search index in SQLite: FTS5, and a table of stems beside it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    case,
    func,
    literal_column,
    select,
    text,
)

from stocktake.store import forms, snippets
from stocktake.store.dialects import Matching, Spans
from stocktake.store.index import rows, words
from stocktake.store.queries import Query, Term, joined, separated

MATCHED: ColumnElement[Any] = literal_column("search_words")


class FTS5:
    """The Words of SQLite."""

    def clear(self, connection: Connection) -> None:
        connection.exec_driver_sql("DROP TABLE IF EXISTS search_words")
        connection.exec_driver_sql(forms.words_table("search_words"))

    def put(self, connection: Connection, texts: Sequence[tuple[int, str | None, str]]) -> None:
        # Out of order, FTS5 takes many times as long.
        columns: dict[str, list[tuple[int, str]]] = defaultdict(list)
        for number, language, said in texts:
            column = forms.COLUMNS[forms.column_of(language)]
            columns[column].append((number, separated(said)))
        for name, group in columns.items():
            put = f"INSERT INTO search_words (rowid, {name}) VALUES (?, ?)"  # noqa: S608
            connection.exec_driver_sql(put, group)

    def take_away(self, connection: Connection, first: int, last: int) -> None:
        delete = "DELETE FROM search_words WHERE rowid BETWEEN ? AND ?"
        connection.exec_driver_sql(delete, (first, last))

    def finish(self, connection: Connection, places: Sequence[tuple[int, int]] | None) -> None:
        if places is None:
            forms.keep_stems(connection)
        else:
            forms.add_stems(connection, places)

    def matching(self, connection: Connection, query: Query) -> Matching | None:
        expression = forms.expression(connection, query)
        return Matching(_matches(expression), literal_column("rank")) if expression else None

    def any_of(self, connection: Connection, terms: Iterable[Term]) -> ColumnElement[bool]:
        return _matches(forms.any_of(connection, terms))

    def shown(
        self, connection: Connection, ids: Collection[int], query: Query | None
    ) -> Mapping[int, tuple[str, Spans]]:
        expression = forms.expression(connection, query) if query else None
        places = {name: forms.column_of(name) for name in forms.COLUMNS}
        column = case(places, value=rows.c.language, else_=places[forms.OTHER])
        marked = func.highlight(MATCHED, column, snippets.BEGIN, snippets.END)
        tests = [rows.c.id.in_(ids), *([_matches(expression)] if expression else [])]
        both = rows.join(words, words.c.rowid == rows.c.id)
        found = connection.execute(select(rows.c.id, marked).select_from(both).where(*tests))
        return {number: snippets.unmarked(said) for number, said in found}

    def every(self, connection: Connection) -> Iterator[tuple[int, str | None, str]]:
        names = ", ".join(forms.COLUMNS)
        query = text(f"SELECT rowid, {names} FROM search_words ORDER BY rowid")  # noqa: S608
        options = {"stream_results": True}
        for number, *columns in connection.execute(query, execution_options=options):
            language, said = next(
                (name, value)
                for name, value in zip(forms.COLUMNS, columns, strict=True)
                if value is not None
            )
            yield number, None if language == forms.OTHER else language, joined(said)


def _matches(expression: str) -> ColumnElement[bool]:
    return MATCHED.op("MATCH", is_comparison=True)(expression)
