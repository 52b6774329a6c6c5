"""Footnotes of HTML pages: marks are short links to what stands further down."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from stocktake.model import BlockKind
from stocktake.readers.html_walk import Link, Piece
from stocktake.readers.mending import Change

_NOTE_TARGET = re.compile(r"fn|ftn|note|edn", re.IGNORECASE)
_LABEL = re.compile(r"[\[(]?(\d{1,3}|[ivxl]{1,6}|[a-z]|[*†‡§]{1,3})[\])]?", re.IGNORECASE)


def with_footnotes(
    raw: str, pieces: Sequence[Piece], links: Sequence[Link]
) -> tuple[list[Piece], list[Change]]:
    """Tie notes to their marks; the marks, and the arrows back to them, leave the text."""
    reached = {anchor: index for index, piece in enumerate(pieces) for anchor in piece.anchors}
    tied = list(pieces)
    changes: list[Change] = []
    for link in links:
        index = reached.get(link.target)
        label = _LABEL.fullmatch(raw[link.start : link.end].strip())
        if index is None:
            continue
        note = pieces[index].found
        if link.start < note.start and label and _is_mark(link):
            if tied[index].found.mark is None:
                tied[index], put_in = _tied(raw, tied[index], link, label[0])
                changes += put_in
            changes.append(Change(link.start, link.end, ""))
        elif link.start >= note.end and not re.search(r"\w", raw[link.start : link.end]):
            changes.append(Change(link.start, link.end, ""))
    return tied, changes


def _is_mark(link: Link) -> bool:
    return link.raised or bool(_NOTE_TARGET.search(link.target))


def _tied(raw: str, piece: Piece, link: Link, label: str) -> tuple[Piece, list[Change]]:
    """The note with its mark; its label is put in before it if its text does not begin so."""
    found = replace(
        piece.found,
        kind=BlockKind.FOOTNOTE,
        mark=(link.start, link.end),
        level=0,
        table=None,
        row=None,
        column=None,
    )
    words = raw[found.start : found.end]
    if found.number is not None:
        return replace(piece, found=found), []
    bare = label.strip("[]()")
    for number in (label, f"[{bare}]", f"({bare})", f"{bare}.", bare):
        if words.startswith(number):
            return replace(piece, found=replace(found, number=number)), []
    put_in = Change(found.start, found.start, f"{bare} ")
    return replace(piece, found=replace(found, number=bare)), [put_in]
