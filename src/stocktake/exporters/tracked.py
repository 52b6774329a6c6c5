"""Paragraphs whose words and ends somebody put in, took out or moved, as Word keeps them."""

from __future__ import annotations

import io
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import count
from typing import NamedTuple

from docx import Document

from stocktake.exporters.ooxml import Element, Look, make, qn, run
from stocktake.exporters.packing import repacked
from stocktake.exporters.wordstyles import dress

INS, DEL, MOVE_FROM, MOVE_TO = "w:ins", "w:del", "w:moveFrom", "w:moveTo"
_STEP = 340  # twentieths of a point
_BOLD = Look(bold=True)


class Layer(NamedTuple):
    """One change: its element, and who made it when."""

    tag: str
    author: str
    date: str


class Piece(NamedTuple):
    """Words with the changes they underwent, the earliest first."""

    words: str
    layers: tuple[Layer, ...] = ()
    bold: bool = False


@dataclass(slots=True)
class Line:
    """A paragraph; *end* are the changes to its end, *move* the name of the move it is part of."""

    pieces: list[Piece] = field(default_factory=list)
    end: tuple[Layer, ...] = ()
    depth: int = 0
    move: str = ""


def document(title: str, lines: Iterable[Line]) -> bytes:
    """A Word document of these lines, its changes tracked; always the same for the same lines."""
    made = Document()
    dress(made, title)
    last = made.element.body[-1]
    ids = count(1)
    for line in lines:
        for element in _moved(line, ids) if line.move else [_paragraph(line, ids)]:
            last.addprevious(element)
    packed = io.BytesIO()
    made.save(packed)
    return repacked(packed.getvalue())


def _moved(line: Line, ids: count[int]) -> Iterable[Element]:
    """The paragraph between the marks that tell both ends of a move apart from other moves."""
    layer = line.end[0]
    number = str(next(ids))
    told = {"id": number, "name": line.move, "author": layer.author, "date": layer.date}
    yield make(f"{layer.tag}RangeStart", **told)
    yield _paragraph(line, ids)
    yield make(f"{layer.tag}RangeEnd", id=number)


def _paragraph(line: Line, ids: count[int]) -> Element:
    properties = make("w:pPr", make("w:ind", left=str(_STEP * line.depth)))
    if line.end:
        properties.append(make("w:rPr", *(_change(layer, ids) for layer in line.end)))
    pieces = (_piece(piece, ids) for piece in line.pieces if piece.words)
    return make("w:p", properties, *pieces)


def _piece(piece: Piece, ids: count[int]) -> Element:
    element = run(piece.words, _BOLD if piece.bold else Look())
    if any(layer.tag == DEL for layer in piece.layers):
        for written in element.iter(qn("w:t")):
            written.tag = qn("w:delText")
    for layer in reversed(piece.layers):
        element = _change(layer, ids, element)
    return element


def _change(layer: Layer, ids: count[int], *inner: Element) -> Element:
    number = str(next(ids))
    return make(layer.tag, *inner, id=number, author=layer.author, date=layer.date)
