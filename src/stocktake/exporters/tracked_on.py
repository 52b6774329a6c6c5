"""New changes on top of those that a text bears already: every earlier author is kept."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable, Iterator

from stocktake.exporters.comparisons import Between
from stocktake.exporters.tracked import DEL, INS, Layer, Line, Piece, document
from stocktake.legal import redline
from stocktake.model import Change, ChangeKind, TrackedText

_TAGS = {
    ChangeKind.INSERT: INS,
    ChangeKind.DELETE: DEL,
    ChangeKind.MOVED_FROM: DEL,
    ChangeKind.MOVED_TO: INS,
}
_LINE = re.compile(r"(\n+)")


def track_on(base: TrackedText, new: str, between: Between) -> bytes:
    """A Word document in which *base* with all its changes is changed further, into *new*.

    Accepting all gives *new*, rejecting all the text before the first change; words that one put
    in and *between*'s author takes out bear both.
    """
    pieces = _changed(list(_layered(base)), base.accepted, new, between)
    return document(f"{between.old} → {between.new}", _lines(pieces))


def _layered(base: TrackedText) -> Iterator[Piece]:
    place = 0
    for change in base.changes:
        yield Piece(base.text[place : change.start])
        layer = Layer(_TAGS[change.kind], change.author, change.date or "")
        yield Piece(change.text, (layer,))
        place = change.end
    yield Piece(base.text[place:])


def _changed(pieces: Iterable[Piece], accepted: str, new: str, between: Between) -> Iterator[Piece]:
    """The pieces, cut where a new change begins or ends, with the new ones among them."""
    changes = deque(redline(accepted, new))
    place = 0
    for piece in pieces:
        if any(layer.tag == DEL for layer in piece.layers):
            yield piece
            continue
        words = piece.words
        while words:
            yield from _put_in(changes, new, between)
            size = min(len(words), changes[0].old_end - place)
            layers = () if changes[0].kind is ChangeKind.EQUAL else (_layer(DEL, between),)
            yield Piece(words[:size], (*piece.layers, *layers))
            words, place = words[size:], place + size
            if place == changes[0].old_end:
                changes.popleft()
    yield from _put_in(changes, new, between)


def _put_in(changes: deque[Change], new: str, between: Between) -> Iterator[Piece]:
    """What is put in before the next words of the old text."""
    while changes and changes[0].old_start == changes[0].old_end:
        item = changes.popleft()
        yield Piece(new[item.new_start : item.new_end], (_layer(INS, between),))


def _layer(tag: str, between: Between) -> Layer:
    return Layer(tag, between.author, between.date)


def _lines(pieces: Iterable[Piece]) -> Iterator[Line]:
    line = Line()
    for piece in pieces:
        for words in _LINE.split(piece.words):
            if words.startswith("\n"):
                line.end = piece.layers
                yield line
                line = Line()
            else:
                line.pieces.append(piece._replace(words=words))
    if any(piece.words for piece in line.pieces):
        yield line
