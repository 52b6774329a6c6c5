"""Finds words in statements and passages."""

from __future__ import annotations

from dataclasses import dataclass

from stocktake import store
from stocktake.model import Document, Statement
from stocktake.services.narrowing import Narrowing, narrowed
from stocktake.services.reporting import last_stock
from stocktake.services.workspace import Workspace
from stocktake.store import Hit, Look

EVERYTHING = Narrowing()
FIRST = Look()


@dataclass(frozen=True, slots=True)
class FoundHit:
    """A hit with where it stands; *statement* if it is one."""

    hit: Hit
    input_id: str
    title: str
    page: int | None
    date: str | None
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

    NotFoundError if no stock was taken or there is no such actor, UsageError for a filter that
    cannot be.
    """
    filters = narrowed(workspace, wanted)
    stock = last_stock(workspace)
    with workspace.store() as base, base.reading() as connection:
        found = store.search(connection, query, filters, look)
        ids = {hit.document_id for hit in found.hits}
        documents = {item.id: item for item in store.documents(connection, ids)}
    statements = {item.id: item for item in stock.statements}
    inputs = {item.id: item for item in stock.inputs}

    def placed(hit: Hit) -> FoundHit:
        document: Document = documents[hit.document_id]
        input_ = inputs[document.input_id]
        return FoundHit(
            hit,
            input_.id,
            input_.title,
            document.page_at(hit.start),
            input_.get("date"),
            statements.get(hit.record_id),
        )

    return Answer(found.total, tuple(placed(hit) for hit in found.hits))
