"""What a paragraph of a PDF is: heading, item of a list, footnote, cell, or running text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from stocktake.model import BlockKind
from stocktake.readers.numbering import Number, Shape
from stocktake.readers.pdf_page import has_leader
from stocktake.readers.pdf_paragraphs import Piece, Style, ends_sentence

_COUNTED = {Shape.DECIMAL, Shape.DOTTED}
_LONGEST_HEADING = 220
_LONGEST_PART = 120
_LARGER = 1.12
_DEEPEST = 6


@dataclass(frozen=True, slots=True)
class Kind:
    """What a paragraph is, and how deep it lies."""

    block: BlockKind
    level: int = 0


@dataclass(frozen=True, slots=True)
class Flow:
    """A whole paragraph: one piece, or several in columns or pages that follow each other."""

    pieces: tuple[Piece, ...]

    @property
    def first(self) -> Piece:
        return self.pieces[0]

    @property
    def last_text(self) -> str:
        return self.pieces[-1].lines[-1].text

    @property
    def length(self) -> int:
        return sum(len(line.text) + 1 for piece in self.pieces for line in piece.lines)


def kinds(flows: Sequence[Flow], style: Style) -> Iterator[Kind]:
    """The kind of each paragraph."""
    levels = _levels(flows, style)
    depth: list[str] = []
    before: Flow | None = None
    for flow in flows:
        kind = _fixed(flow.first)
        if kind is None and (look := _look(flow, style)):
            kind, depth = Kind(BlockKind.HEADING, levels[look]), []
        elif kind is None and _is_item(flow, before, depth):
            depth = _deepened(depth, flow.first.number)
            kind = Kind(BlockKind.LIST_ITEM, len(depth) - 1)
        elif kind is None:
            depth = []
        yield kind or Kind(BlockKind.PARAGRAPH)
        before = before if flow.first.note else flow


def _fixed(piece: Piece) -> Kind | None:
    if piece.place is not None:
        return Kind(BlockKind.CELL)
    return Kind(BlockKind.FOOTNOTE) if piece.note else None


def _look(flow: Flow, style: Style) -> tuple[float, bool] | None:
    """How a heading is set: its size and weight; None if the paragraph is no heading."""
    piece = flow.first
    larger = piece.size > _LARGER * style.size
    text = " ".join(line.text for line in piece.lines)
    if flow.length > _LONGEST_HEADING or piece.place or piece.note or not style.size:
        return None
    if len(flow.pieces) > 1 or not any(map(str.isalpha, text)) or has_leader(piece.lines[-1]):
        return None
    stands_out = piece.bold or _is_capitals(text) or _is_numbered_head(piece.number, text)
    if larger or (stands_out and not ends_sentence(flow.last_text)):
        return round(piece.size), piece.bold
    return None


def _is_numbered_head(number: Number | None, text: str) -> bool:
    """Parts of a document have Roman numbers or capital letters, and short names."""
    is_part = number is not None and number.shape in {Shape.UPPER_ROMAN, Shape.UPPER_LETTER}
    return is_part and len(text) < _LONGEST_PART


def _is_capitals(text: str) -> bool:
    return text.isupper() and sum(map(str.isalpha, text)) >= 4 and len(text) < 100


def _levels(flows: Sequence[Flow], style: Style) -> dict[tuple[float, bool], int]:
    """The level of each way in which headings are set: the larger and bolder, the higher."""
    looks = {look for flow in flows if (look := _look(flow, style))}
    ranked = sorted(looks, key=lambda look: (-look[0], not look[1]))
    return {look: min(rank, _DEEPEST) for rank, look in enumerate(ranked, 1)}


def _is_item(flow: Flow, before: Flow | None, depth: Sequence[str]) -> bool:
    """A bullet or letter always makes an item, a plain number only in a list that was announced.

    A list is announced by a colon, and goes on as long as its numbers do.
    """
    number = flow.first.number
    if number is None or number.shape not in _COUNTED:
        return number is not None
    if before is None:
        return False
    if depth and number.follows(before.first.number):
        return True
    return before.last_text.endswith((":", "："))


def _deepened(depth: Sequence[str], number: Number | None) -> list[str]:
    """The marks that an item stands under, its own included."""
    if number is None:
        return list(depth)
    own = number.text if number.shape is Shape.BULLET else number.shape.value
    return [*depth[: depth.index(own)], own] if own in depth else [*depth, own]
