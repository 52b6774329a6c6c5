"""Vectors of what was said: made once for each text, kept in the workspace, named in the stock."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
from sqlalchemy import Connection

from stocktake import embedders, store
from stocktake.analysis import Meanings
from stocktake.embedders import Embedder
from stocktake.model import Statement, Stock
from stocktake.services.progress import SILENT, Progress, told
from stocktake.services.workspace import Workspace
from stocktake.store import Vectors, key_of

_BATCH = 256
_NONE = "none"
_NAME = "meaning"
_WITHOUT = "no model: words by their rarity"


@dataclass(frozen=True, slots=True)
class Meaning:
    """The embedder of a workspace and the vectors by it that are kept."""

    part: Embedder
    vectors: Vectors


def meaning_of(workspace: Workspace, name: str) -> Meaning | None:
    """By the embedder that process.toml names (``best``: what there is); None without a model.

    ModelMissingError if one is named that is not installed.
    """
    chosen = embedders.choose(name)
    if chosen == _NONE:
        return None
    part = embedders.embedder(chosen)
    return Meaning(part, Vectors(workspace.vectors, part.version, part.dimensions))


def keep(meaning: Meaning | None, texts: Iterable[str], progress: Progress = SILENT) -> None:
    """Make the vectors of those *texts* that have none yet; broken off, it loses one batch."""
    if meaning is None:
        return
    known = meaning.vectors.places()
    new = sorted({text for text in texts if key_of(text) not in known})
    batches = list(_batches(new))
    what = f"reading for meaning, {_BATCH} texts a step"
    for batch in told(progress, what, batches, len(batches)):
        meaning.vectors.add(batch, meaning.part.embed(batch))


def said(statement: Statement) -> str:
    """What a statement's vector is made of: its content, with the phrase that leads it."""
    context = f"{statement.context.text} " if statement.context else ""
    return context + statement.content.text


def all_said(stock: Stock) -> Iterator[str]:
    """What the vectors of a stock's statements are made of."""
    return map(said, stock.statements)


def meanings(meaning: Meaning | None, statements: Sequence[Statement]) -> Meanings | None:
    """The vectors of *statements*, made before; None without a model."""
    if meaning is None:
        return None
    known, every = meaning.vectors.places(), meaning.vectors.all()
    places = [known[key_of(said(item))] for item in statements]
    rows = np.asarray(every[places], dtype=np.float32)
    ids = [item.id for item in statements]
    return Meanings(dict(zip(ids, rows, strict=True)), meaning.part.name)


def index(connection: Connection, stock: Stock, meaning: Meaning | None) -> None:
    """Keep which vector belongs to which statement of the search index, which was made anew."""
    if meaning is None:
        store.drop_meanings(connection)
        return
    known = meaning.vectors.places()
    places = {item.id: known[key_of(said(item))] for item in stock.statements}
    store.add_meanings(connection, meaning.part.version, places)


def is_indexed(connection: Connection, meaning: Meaning | None) -> bool:
    """Whether all that search by meaning needs is there."""
    if meaning is None:
        return True
    meant = store.meanings_of(connection, meaning.part.version)
    return meant is not None and meant.is_within(len(meaning.vectors.all()))


def named(stock: Stock, meaning: Meaning | None) -> Stock:
    """The *stock*, whose method names the model."""
    return replace(stock, method=(*stock.method, (_NAME, used(meaning))))


def used(meaning: Meaning | None) -> str:
    """What is said of the model."""
    return meaning.part.version if meaning else _WITHOUT


def used_for(stock: Stock) -> str:
    """What is said of the model by which *stock* was taken."""
    return dict(stock.method).get(_NAME, _WITHOUT)


def _batches(texts: list[str]) -> Iterator[list[str]]:
    return (texts[start : start + _BATCH] for start in range(0, len(texts), _BATCH))
