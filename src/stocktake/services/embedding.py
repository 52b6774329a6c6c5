"""Vectors of what was said: made once for each text, kept in the workspace."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from stocktake import embedders
from stocktake.embedders import Embedder
from stocktake.model import Statement
from stocktake.services.progress import SILENT, Progress, told
from stocktake.services.workspace import Workspace
from stocktake.store import Vectors, key_of

_BATCH = 256
NONE = "none"


def said(statement: Statement) -> str:
    """What a statement's vector is made of: its content, with the phrase that leads it."""
    context = f"{statement.context.text} " if statement.context else ""
    return context + statement.content.text


def kept(workspace: Workspace, part: Embedder) -> Vectors:
    """The vectors by *part* that the workspace keeps."""
    return Vectors(workspace.vectors, part.version, part.dimensions)


def model_of(name: str) -> Embedder | None:
    """The embedder that process.toml names (``best``: what there is); None where it is ``none``.

    ModelMissingError if one is named that is not installed.
    """
    chosen = embedders.choose(name)
    return None if chosen == NONE else embedders.embedder(chosen)


def keep(
    workspace: Workspace, part: Embedder, texts: Iterable[str], progress: Progress = SILENT
) -> Vectors:
    """Make the vectors of those *texts* that have none yet; broken off, it loses one batch.

    Returns all that the workspace keeps.
    """
    vectors = kept(workspace, part)
    known = vectors.places()
    new = sorted({text for text in texts if key_of(text) not in known})
    batches = list(_batches(new))
    for batch in told(progress, f"reading meaning, {_BATCH} texts a step", batches, len(batches)):
        vectors.add(batch, part.embed(batch))
    return vectors


def _batches(texts: list[str]) -> Iterator[list[str]]:
    return (texts[start : start + _BATCH] for start in range(0, len(texts), _BATCH))
