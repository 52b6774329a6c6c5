"""Which texts ask for the same? Vectors of the model that is there and fits, then the grouping."""

from __future__ import annotations

from collections.abc import Sequence

from stocktake import analysis, embedders
from stocktake.analysis.likeness import Meant, Vectors
from stocktake.services.matching import fitting, vectors_by

_NONE = "none"
_MULTILINGUAL = "multilingual"


def group(texts: Sequence[str], vectors: Vectors | None, embedder: str) -> list[int]:
    """Numbers as `analysis.group_texts` gives; *embedder* names the one that made the *vectors* or
    is to make them, or ``best``: the English one for English texts, else the multilingual one.

    ValueError if *vectors* has not one row a text; ModelMissingError.
    """
    if vectors is not None and len(vectors) != len(texts):
        raise ValueError(f"{len(vectors)} vectors for {len(texts)} texts: give one row a text.")
    return analysis.group_texts(texts, _meant(texts, vectors, embedder))


def _meant(texts: Sequence[str], vectors: Vectors | None, embedder: str) -> Meant | None:
    if vectors is not None:
        name = embedder if embedder in embedders.packs() else _MULTILINGUAL
        return Meant(vectors, name)
    name = next(iter(fitting(texts, embedder)), _NONE) if texts else _NONE
    if name == _NONE:
        return None
    return Meant(vectors_by(embedders.embedder(name), texts), name)
