"""What of a stock can be searched: its statements, and every passage of its documents."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from sqlalchemy import Connection

from stocktake import store
from stocktake.model import Document, Input, Period, Statement, Stock
from stocktake.store import Entry

STATEMENT = "statement"
PASSAGE = "passage"
Dates = tuple[str | None, str | None]
Tags = tuple[tuple[str, str], ...]


def rebuild(connection: Connection, stock: Stock, document_ids: Iterable[str]) -> None:
    """Make the search index of *stock* and its documents."""
    inputs = {item.id: item for item in stock.inputs}
    store.rebuild(connection, _entries(connection, stock, inputs, list(document_ids)))


def _entries(
    connection: Connection, stock: Stock, inputs: dict[str, Input], document_ids: list[str]
) -> Iterator[Entry]:
    themes: dict[str, set[str]] = defaultdict(set)
    for assignment in stock.assignments:
        themes[assignment.statement_id].add(assignment.code)
    statements: dict[str, list[Statement]] = defaultdict(list)
    for statement in stock.statements:
        statements[statement.document_id].append(statement)
    for document in store.documents(connection, document_ids):
        input_ = inputs[document.input_id]
        dates = _dates(input_)
        for statement in statements[document.id]:
            yield _statement(statement, dates, themes[statement.id])
        yield from _passages(document, dates, input_)


def _statement(statement: Statement, dates: Dates, themes: Iterable[str]) -> Entry:
    actors = [("actor", actor.id) for actor in statement.actors]
    tags = (*actors, *(("theme", code) for code in sorted(themes)))
    place = statement.sentence
    return Entry(
        STATEMENT,
        statement.id,
        statement.document_id,
        place.start,
        place.end,
        place.text,
        statement.act,
        statement.stance,
        *dates,
        tuple(dict.fromkeys(tags)),
    )


def _passages(document: Document, dates: Dates, input_: Input) -> Iterator[Entry]:
    tags: Tags = tuple(("actor", actor_id) for actor_id in dict.fromkeys(input_.actor_ids))
    for block in document.blocks:
        words = document.text[block.start : block.end]
        yield Entry(
            PASSAGE, "", document.id, block.start, block.end, words, None, None, *dates, tags
        )


def _dates(input_: Input) -> Dates:
    value = input_.get("date")
    period = Period.parse(value) if value else None
    return (period.start.isoformat(), period.end.isoformat()) if period else (None, None)
