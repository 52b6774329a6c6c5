"""Finds words in statements and passages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from stocktake import store
from stocktake.model import Statement
from stocktake.services.narrowing import Narrowing, narrowed
from stocktake.services.workspace import Workspace
from stocktake.store import STATEMENT, Filter, Hit, Look, Store, codec

EVERYTHING = Narrowing()
FIRST = Look()


@dataclass(frozen=True, slots=True)
class FoundHit:
    """A hit; *statement* if it is one."""

    hit: Hit
    statement: Statement | None


@dataclass(frozen=True, slots=True)
class Answer:
    """The hits that were asked for, and how many there are in all."""

    total: int
    hits: tuple[FoundHit, ...]


def search(
    workspace: Workspace, query: str, wanted: Narrowing = EVERYTHING, look: Look = FIRST
) -> Answer:
    """Find *query* in what is *wanted* of the last stock.

    NotFoundError if there is no such actor, UsageError if no stock was taken, for a filter that
    cannot be and for what is no query.
    """
    filters = narrowed(workspace, wanted)
    with workspace.store() as base:
        return find(base, query, filters, look)


def find(base: Store, query: str, filters: Filter, look: Look = FIRST) -> Answer:
    """The same in a database that is open already; UsageError for what is no query."""
    with base.reading() as connection:
        found = store.search(connection, query, filters, look)
        return Answer(found.total, tuple(with_statements(connection, found.hits)))


def with_statements(connection: Connection, hits: Sequence[Hit]) -> list[FoundHit]:
    """Hits with the statements that they are, as people left them."""
    ids = {hit.record_id for hit in hits if hit.kind == STATEMENT and not hit.body}
    known = {item.id: item for item in store.known(connection, store.STATEMENTS, ids)}
    return [FoundHit(hit, _statement(hit, known)) for hit in hits]


def _statement(hit: Hit, known: dict[str, Statement]) -> Statement | None:
    return codec.loads(Statement, hit.body) if hit.body else known.get(hit.record_id)
