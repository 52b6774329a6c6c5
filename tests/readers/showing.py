"""Short ways to say what a document holds."""

from __future__ import annotations

from stocktake.model import Block, BlockKind, Document


def texts(document: Document, kind: BlockKind | None = None) -> list[str]:
    """The texts of all blocks, or of those of one kind."""
    return [words(document, b) for b in document.blocks if kind is None or b.kind is kind]


def words(document: Document, block: Block) -> str:
    return document.text[block.start : block.end]


def block(document: Document, beginning: str) -> Block:
    """The block whose text begins so."""
    return next(b for b in document.blocks if words(document, b).startswith(beginning))
