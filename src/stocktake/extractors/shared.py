"""What several extractors ask of a document, found once as long as they look at the same one."""

from __future__ import annotations

from functools import lru_cache

from stocktake.lexicon import Gazetteer, Mention
from stocktake.model import Document
from stocktake.text import sentences

Spans = tuple[tuple[int, int], ...]


@lru_cache(maxsize=1)
def actors_named(text: str, gazetteer: Gazetteer) -> tuple[Mention, ...]:
    """The actors named in a whole text, in order; an acronym that it gives is known throughout.

    Underscores part words, as marks of emphasis do.
    """
    return tuple(gazetteer.find(text.replace("_", " ")))


def sentences_of(document: Document) -> tuple[Spans, ...]:
    """The sentences of each block of *document*, by their places in its text."""
    bounds = tuple((block.start, block.end) for block in document.blocks)
    return _sentences_between(document.text, bounds, document.language)


@lru_cache(maxsize=1)
def _sentences_between(text: str, bounds: Spans, language: str | None) -> tuple[Spans, ...]:
    return tuple(
        tuple((start + a, start + b) for a, b in sentences(text[start:end], language))
        for start, end in bounds
    )
