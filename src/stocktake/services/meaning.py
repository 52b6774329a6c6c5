"""Finds statements by what they mean, in any language that the model reads."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from sqlalchemy import Connection

from stocktake import store
from stocktake.errors import UsageError
from stocktake.services import embedding, process_file
from stocktake.services.embedding import Meaning
from stocktake.services.narrowing import Narrowing, narrowed
from stocktake.services.searching import FoundHit, with_statements
from stocktake.services.workspace import Workspace
from stocktake.store import Filter, Look, Order, Store

EVERYTHING = Narrowing()
FIRST = Look()


class NoMeaningError(UsageError):
    """There is no model, or the last stock was taken without it."""


LEAST = {"english": 0.5, "multilingual": 0.35}
"""From which cosine on a statement counts as found, by embedder; docs/models.md tells why."""
_LEAST_ELSE = 0.5


@dataclass(frozen=True, slots=True)
class Alike:
    """A statement that was found, and how like it is to what was looked for (cosine)."""

    found: FoundHit
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
    meaning = meaning_for(workspace, text, look)
    filters = narrowed(workspace, wanted)
    with workspace.store() as base:
        return find(base, meaning, text, filters, look)


def meaning_for(workspace: Workspace, text: str, look: Look) -> Meaning:
    """By what *text* is looked for; UsageError for a text without words, NoMeaningError where there
    is no model."""
    if not text.strip():
        raise UsageError("there is nothing to look for.", remedy="Say what it is about.")
    if look.order is not Order.RELEVANCE:
        raise UsageError("by meaning, what is most alike comes first.", remedy="Leave out --sort.")
    settings = process_file.load(workspace.process_file)
    meaning = embedding.meaning_of(workspace, settings.embedder)
    if meaning is None:
        raise _no_model()
    return meaning


def find(base: Store, meaning: Meaning, text: str, filters: Filter, look: Look) -> AlikeAnswer:
    """The same in a database that is open already; NoMeaningError where the last stock was taken
    without a model."""
    least = LEAST.get(meaning.part.name, _LEAST_ELSE)
    with base.reading() as connection:
        found = _found(connection, filters, meaning, text)
        above = found.at_least(least)
        page = above.best(look.skip, look.limit)
        shown = with_statements(connection, store.hits_at(connection, page.rows.tolist(), look))
    hits = tuple(map(Alike, shown, page.likenesses.tolist()))
    return AlikeAnswer(len(above.rows), least, meaning.part.version, hits)


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


def _found(connection: Connection, filters: Filter, meaning: Meaning, text: str) -> _Found:
    meant = store.meanings_of(connection, meaning.part.version, filters)
    if meant is None or not meant.is_within(len(meaning.vectors.all())):
        raise _no_model()
    (vector,) = meaning.part.embed([text])
    return _Found(meant.rows, meaning.vectors.likeness(vector)[meant.places])


def _no_model() -> NoMeaningError:
    return NoMeaningError(
        "the last stock was taken without a model of meaning.",
        remedy="Run: stocktake models install multilingual, then: stocktake build. "
        "Or search for words, without --meaning.",
    )
