"""The forms in which words stand in the index, and a Query in terms of them, for FTS5.

The words of each language have a column of their own, so that a word of one language is not
taken for the form of another's.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from sqlalchemy import Column, Connection, Index, MetaData, Table, Text, select, tuple_

from stocktake.store.queries import Query, Term, quoted
from stocktake.text.stems import ALGORITHMS, stem

STEMS = MetaData()
OTHER = "other"
COLUMNS = ("en", *(language for language in ALGORITHMS if language != "en"), "zh", OTHER)

stems = Table(
    "search_stems",
    STEMS,
    Column("language", Text),
    Column("stem", Text),
    Column("form", Text),
    Index("ix_search_stems", "language", "stem", "form", unique=True),
)
_OF = "CREATE VIRTUAL TABLE temp.search_vocabulary USING fts5vocab"
VOCABULARY = f"{_OF}('main', 'search_words', 'col')"
NEW_VOCABULARY = f"{_OF}('temp', 'search_new', 'col')"


def column_of(language: str | None) -> int:
    """The number of the column in which words of *language* stand."""
    return COLUMNS.index(language) if language in COLUMNS else COLUMNS.index(OTHER)


def keep_stems(connection: Connection) -> None:
    """Note the stem of every word in the index."""
    STEMS.drop_all(connection)
    STEMS.create_all(connection)
    _note(connection, VOCABULARY)


def add_stems(connection: Connection, places: Iterable[tuple[int, int]]) -> None:
    """Note the stem of every word in the rows between some *places*, both included, as well."""
    connection.exec_driver_sql("DROP TABLE IF EXISTS temp.search_new")
    connection.exec_driver_sql(words_table("temp.search_new"))
    names = ", ".join(COLUMNS)
    for first, last in places:
        some = f"SELECT {names} FROM search_words WHERE rowid BETWEEN ? AND ?"  # noqa: S608
        copy = f"INSERT INTO temp.search_new ({names}) {some}"
        connection.exec_driver_sql(copy, (first, last))
    _note(connection, NEW_VOCABULARY)
    connection.exec_driver_sql("DROP TABLE temp.search_new")


def words_table(name: str) -> str:
    """What makes an FTS5 table of words by language."""
    # Marks (Mn) belong to words: without them, vowel signs would part an Arabic word in two.
    return (
        f"CREATE VIRTUAL TABLE {name} USING fts5({', '.join(COLUMNS)}, "
        "tokenize = \"unicode61 remove_diacritics 2 categories 'L* N* Mn'\")"
    )


def _note(connection: Connection, vocabulary: str) -> None:
    """Note the stems of a *vocabulary*, as far as they are not there yet."""
    connection.exec_driver_sql("DROP TABLE IF EXISTS temp.search_vocabulary")
    connection.exec_driver_sql(vocabulary)
    found = connection.exec_driver_sql("SELECT col, term FROM temp.search_vocabulary").all()
    rows = [
        (language, stem(form, language), form) for language, form in found if language in ALGORITHMS
    ]
    if rows:
        connection.exec_driver_sql("INSERT OR IGNORE INTO search_stems VALUES (?, ?, ?)", rows)
    connection.exec_driver_sql("DROP TABLE temp.search_vocabulary")


def expression(connection: Connection, query: Query) -> str | None:
    """The FTS5 expression for *query*; None if it names nothing that must be there."""
    if not query.wanted:
        return None
    every = " AND ".join(any_of(connection, terms) for terms in query.wanted)
    return f"({every}) NOT {any_of(connection, query.unwanted)}" if query.unwanted else every


def any_of(connection: Connection, terms: Iterable[Term]) -> str:
    """The FTS5 expression for texts that hold one of *terms*."""
    return f"({' OR '.join(_expression(connection, term) for term in terms)})"


def _expression(connection: Connection, term: Term) -> str:
    as_it_is = quoted(term.words) + ("*" if term.open else "")
    if term.exact or term.open or len(term.words) > 1:
        return as_it_is
    forms = _forms(connection, term.words[0])
    return " OR ".join([as_it_is, *(_in(language, forms[language]) for language in sorted(forms))])


def _in(language: str, forms: list[str]) -> str:
    return f"{language} : ({' OR '.join(quoted([form]) for form in forms)})"


def _forms(connection: Connection, word: str) -> dict[str, list[str]]:
    """The forms of *word* in each language in which it may be one."""
    keys = [(language, stem(word, language)) for language in ALGORITHMS]
    query = select(stems).where(tuple_(stems.c.language, stems.c.stem).in_(keys))
    found: dict[str, list[str]] = defaultdict(list)
    for row in connection.execute(query.order_by(stems.c.form)):
        found[row.language].append(row.form)
    return found
