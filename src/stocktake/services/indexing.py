"""What of a stock can be searched: its statements, and every passage of its documents."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection

from stocktake import store
from stocktake.model import Document, Input, Period, ReviewState, SchemeKind, Statement, Stock
from stocktake.model.parted import named
from stocktake.store import PASSAGE, STATEMENT, Entry, Source, codec

Tag = tuple[str, str]
TAGS = {SchemeKind.THEMES: "theme", SchemeKind.DIMENSIONS: "dimension", SchemeKind.LENSES: "lens"}
VERSION = "1"


def refresh(connection: Connection, stock: Stock, keys: Mapping[str, str]) -> None:
    """Bring the search index up to *stock*; *keys* are hashes of what each of its documents gives
    to it, by id."""
    inputs = {item.id: item for item in stock.inputs}
    sources = [Source(item.id, item.title, item.get("date")) for item in stock.inputs]
    kinds = {actor.id: actor.kind.value for actor in stock.actors}

    def read(ids: Sequence[str]) -> Iterator[Entry]:
        about = _about(stock, frozenset(ids))
        for document in store.documents(connection, ids):
            yield from _entries(document, inputs[document.input_id], about, kinds)

    store.refresh(connection, {id_: f"{VERSION} {key}" for id_, key in keys.items()}, read, sources)


@dataclass(frozen=True, slots=True)
class _About:
    """The *statements* of some documents by these, and the *tags* of what they are about."""

    statements: Mapping[str, Sequence[Statement]]
    tags: Mapping[str, Sequence[Tag]]


def _about(stock: Stock, ids: frozenset[str]) -> _About:
    statements: dict[str, list[Statement]] = defaultdict(list)
    for statement in named(stock.statements, ids):
        if statement.document_id in ids:
            statements[statement.document_id].append(statement)
    wanted = {item.id for several in statements.values() for item in several}
    tags: dict[str, set[Tag]] = defaultdict(set)
    for assignment in named(stock.assignments, ids):
        if assignment.statement_id in wanted:
            tags[assignment.statement_id].add((TAGS[assignment.scheme], assignment.code))
    return _About(statements, {id_: sorted(found) for id_, found in tags.items()})


def _entries(
    document: Document, input_: Input, about: _About, kinds: Mapping[str, str]
) -> Iterator[Entry]:
    told = _told(input_, document)
    for statement in about.statements.get(document.id, ()):
        said_by = _said_by((actor.id for actor in statement.actors), kinds)
        page = document.page_at(statement.sentence.start)
        tags = (*said_by, *about.tags.get(statement.id, ()))
        yield _statement(statement, told | {"page": page}, tags)
    yield from _passages(document, told, _said_by(input_.actor_ids, kinds))


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


def _said_by(actor_ids: Iterable[str], kinds: Mapping[str, str]) -> tuple[Tag, ...]:
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
