"""Finds statements by what they mean, in any language that the model reads."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from sqlalchemy import Connection

from stocktake import store
from stocktake.embedders import Embedder
from stocktake.errors import UsageError
from stocktake.model import Input, Statement, Stock
from stocktake.services import embedding, process_file
from stocktake.services.narrowing import Narrowing, narrowed
from stocktake.services.progress import Progress
from stocktake.services.reporting import last_stock
from stocktake.services.workspace import Workspace
from stocktake.store import Filter, Look, Meant, Vectors, key_of

EVERYTHING = Narrowing()
FIRST = Look()
LEAST = {"english": 0.4, "multilingual": 0.4}
"""From which cosine on a statement counts as found, by embedder; docs/models.md tells why."""
_LEAST_ELSE = 0.5


@dataclass(frozen=True, slots=True)
class Alike:
    """A statement, the input it stands in, and how like it is to what was looked for (cosine)."""

    statement: Statement
    input: Input
    page: int | None
    likeness: float


@dataclass(frozen=True, slots=True)
class AlikeAnswer:
    """The statements that were asked for, most like first. *total* counts all whose likeness is
    at least *least*; *model* tells by what."""

    total: int
    least: float
    model: str
    hits: tuple[Alike, ...]


def search(
    workspace: Workspace, text: str, wanted: Narrowing = EVERYTHING, look: Look = FIRST
) -> AlikeAnswer:
    """The statements of the last stock, of those *wanted*, that mean what *text* means.

    Exact: every vector is looked at. UsageError for a text without words, for a filter that cannot
    be, and where the last stock was taken without a model.
    """
    if not text.strip():
        raise UsageError("there is nothing to look for.", remedy="Say what it is about.")
    settings = process_file.load(workspace.process_file)
    part = embedding.model_of(settings.embedder)
    if part is None:
        raise _no_model()
    filters = narrowed(workspace, wanted)
    least = LEAST.get(part.name, _LEAST_ELSE)
    with workspace.store() as base, base.reading() as connection:
        found = _found(connection, filters, embedding.kept(workspace, part), part, text)
        above = found.at_least(least)
        page = above.best(look.skip, look.limit)
        ids = store.records_at(connection, page.rows.tolist())
        hits = tuple(_hits(connection, last_stock(workspace), ids, page.likenesses.tolist()))
    return AlikeAnswer(len(above.rows), least, part.version, hits)


def index(
    connection: Connection, stock: Stock, part: Embedder | None, vectors: Vectors | None
) -> None:
    """Keep which vector belongs to which statement of the search index as it stands."""
    if part is None or vectors is None:
        store.drop_meanings(connection)
        return
    known = vectors.places()
    places = {item.id: known[key_of(embedding.said(item))] for item in stock.statements}
    store.add_meanings(connection, part.version, places)


def keep(
    workspace: Workspace, stock: Stock, part: Embedder | None, progress: Progress
) -> Vectors | None:
    """The vectors of all statements of *stock*, those made now that were not there."""
    if part is None:
        return None
    return embedding.keep(workspace, part, map(embedding.said, stock.statements), progress)


@dataclass(frozen=True, slots=True)
class _Found:
    """Rows of the search index with the likeness of each."""

    rows: np.ndarray[tuple[int], np.dtype[np.int64]]
    likenesses: np.ndarray[tuple[int], np.dtype[np.float32]]

    def at_least(self, least: float) -> _Found:
        kept = self.likenesses >= least
        return _Found(self.rows[kept], self.likenesses[kept])

    def best(self, skip: int, limit: int) -> _Found:
        """Those behind the first *skip*, most like first; of equals, in the order of the index."""
        order = np.lexsort((self.rows, -self.likenesses))[skip : skip + limit]
        return _Found(self.rows[order], self.likenesses[order])


def _found(
    connection: Connection, filters: Filter, vectors: Vectors, part: Embedder, text: str
) -> _Found:
    meant: Meant | None = store.meanings_of(connection, part.version, filters)
    if meant is None or len(vectors.all()) <= max(meant.places, default=-1):
        raise _no_model()
    (vector,) = part.embed([text])
    return _Found(meant.rows, vectors.likeness(vector)[meant.places])


def _hits(
    connection: Connection, stock: Stock, ids: list[str], likenesses: list[float]
) -> Iterator[Alike]:
    statements = {item.id: item for item in stock.statements}
    inputs = {item.id: item for item in stock.inputs}
    wanted = {statements[id_].document_id for id_ in ids}
    documents = {item.id: item for item in store.documents(connection, wanted)}
    for id_, likeness in zip(ids, likenesses, strict=True):
        statement = statements[id_]
        document = documents[statement.document_id]
        page = document.page_at(statement.sentence.start)
        yield Alike(statement, inputs[document.input_id], page, likeness)


def _no_model() -> UsageError:
    return UsageError(
        "the last stock was taken without a model of meaning.",
        remedy="Run: stocktake models install multilingual, then: stocktake build. "
        "Or search for words, without --meaning.",
    )
