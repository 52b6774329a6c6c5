"""What of a stock can be searched: its statements, and every passage of its documents."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy import Connection

from stocktake import store
from stocktake.model import Document, Input, Period, ReviewState, SchemeKind, Statement, Stock
from stocktake.store import PASSAGE, STATEMENT, Entry, Source, codec

Tag = tuple[str, str]
TAGS = {SchemeKind.THEMES: "theme", SchemeKind.DIMENSIONS: "dimension", SchemeKind.LENSES: "lens"}


def rebuild(connection: Connection, stock: Stock, document_ids: Iterable[str]) -> None:
    """Make the search index of *stock* and its documents."""
    inputs = {item.id: item for item in stock.inputs}
    named = [Source(item.id, item.title, item.get("date")) for item in stock.inputs]
    store.rebuild(connection, _entries(connection, stock, inputs, list(document_ids)), named)


def _entries(
    connection: Connection, stock: Stock, inputs: dict[str, Input], document_ids: list[str]
) -> Iterator[Entry]:
    kinds = {actor.id: actor.kind.value for actor in stock.actors}
    about: dict[str, set[Tag]] = defaultdict(set)
    for assignment in stock.assignments:
        about[assignment.statement_id].add((TAGS[assignment.scheme], assignment.code))
    statements: dict[str, list[Statement]] = defaultdict(list)
    for statement in stock.statements:
        statements[statement.document_id].append(statement)
    for document in store.documents(connection, document_ids):
        told = _told(inputs[document.input_id], document)
        for statement in statements[document.id]:
            said_by = _said_by((actor.id for actor in statement.actors), kinds)
            page = document.page_at(statement.sentence.start)
            tags = (*said_by, *sorted(about[statement.id]))
            yield _statement(statement, told | {"page": page}, tags)
        said_by = _said_by(inputs[document.input_id].actor_ids, kinds)
        yield from _passages(document, told, said_by)


def _statement(statement: Statement, told: dict[str, Any], tags: tuple[Tag, ...]) -> Entry:
    place = statement.sentence
    return Entry(
        STATEMENT,
        statement.id,
        statement.document_id,
        place.start,
        place.end,
        place.text,
        act=statement.act,
        stance=statement.stance,
        confidence=statement.confidence,
        review=statement.review,
        body=None if statement.review is ReviewState.MACHINE else codec.dumps(statement),
        tags=tags,
        **told,
    )


def _passages(document: Document, told: dict[str, Any], tags: tuple[Tag, ...]) -> Iterator[Entry]:
    for block in document.blocks:
        words = document.text[block.start : block.end]
        place = told | {"page": document.page_at(block.start)}
        yield Entry(PASSAGE, "", document.id, block.start, block.end, words, tags=tags, **place)


def _said_by(actor_ids: Iterable[str], kinds: dict[str, str]) -> tuple[Tag, ...]:
    ids = tuple(dict.fromkeys(actor_ids))
    known = dict.fromkeys(kinds[actor_id] for actor_id in ids if actor_id in kinds)
    return (*(("actor", actor_id) for actor_id in ids), *(("actor kind", kind) for kind in known))


def _told(input_: Input, document: Document) -> dict[str, Any]:
    """What is known of an input and its document, as fields of an Entry."""
    value = input_.get("date")
    period = Period.parse(value) if value else None
    return {
        "since": period.start.isoformat() if period else None,
        "until": period.end.isoformat() if period else None,
        "language": document.language,
        "input_id": input_.id,
        "input_kind": input_.kind.value,
        "meeting": input_.get("meeting"),
    }
