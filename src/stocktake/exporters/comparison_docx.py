"""Two drafts as one Word document with tracked changes.

All accepted, it is the new draft; all rejected, it holds the words of the old. A moved provision
stands at both places, as Word writes moves; of a part that moved as a whole only its heading is
marked so, and what stands below it is not put back where it was.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import takewhile
from typing import ClassVar

from stocktake.exporters.comparisons import Between
from stocktake.exporters.marked import stretches
from stocktake.exporters.tracked import DEL, INS, MOVE_FROM, MOVE_TO, Layer, Line, Piece, document
from stocktake.model import ChangeKind, ComparedProvision, Comparison, Unit

_OUT = (ChangeKind.DELETE, ChangeKind.MOVED_FROM)
_IN = (ChangeKind.INSERT, ChangeKind.MOVED_TO)
_LINE = re.compile(r"(\n)")
Said = tuple[ChangeKind, str, bool]


class ComparisonDocxExporter:
    """Writes ``.docx`` with ``w:ins``, ``w:del`` and moves, which any word processor can review."""

    suffix: ClassVar[str] = ".docx"
    media_type: ClassVar[str] = (
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    )

    def export(self, comparison: Comparison, between: Between) -> bytes:
        return document(f"{between.old} → {between.new}", _lines(comparison, between))


def _lines(comparison: Comparison, between: Between) -> Iterator[Line]:
    left = _left_behind(comparison)
    yield from _gone(None, left, between)
    for row in comparison.provisions:
        yield from _row(row, between)
        for unit in row.old:
            yield from _gone(unit.id, left, between)


def _left_behind(comparison: Comparison) -> dict[str | None, ComparedProvision]:
    """The rows that moved away, by the old provision behind which they stood."""
    before = dict(zip(comparison.order, [None, *comparison.order], strict=False))
    moved = (row for row in comparison.provisions if _is_moved(row))
    return {before[row.old[0].id]: row for row in moved}


def _gone(
    id_: str | None, left: dict[str | None, ComparedProvision], between: Between
) -> Iterator[Line]:
    layer = Layer(MOVE_FROM, between.author, between.date)
    while (row := left.pop(id_, None)) is not None:
        for unit in row.old:
            words = [Piece(words, (layer,), bold) for words, bold in _lead(unit)]
            pieces = [*words, Piece(unit.text, (layer,))]
            yield Line(pieces, (layer,), unit.depth, f"move-{row.old[0].id}")
            id_ = unit.id


def _row(row: ComparedProvision, between: Between) -> Iterator[Line]:
    units = row.new or row.old
    layers = _layers(row, between)
    line = Line(depth=units[0].depth, move=f"move-{row.old[0].id}" if _is_moved(row) else "")
    for kind, words, bold in _shown(row):
        if words == "\n":
            line.end = layers[kind]
            yield line
            line = Line(depth=units[-1].depth, move=line.move)
        else:
            line.pieces.append(Piece(words, layers[kind], bold))
    line.end = layers[_whole(row)]
    yield line


def _shown(row: ComparedProvision) -> Iterator[Said]:
    """What is written where a row stands now: what a moved one lost stands where it was."""
    return (item for item in _said(row) if not (_is_moved(row) and item[0] in _OUT))


def _layers(row: ComparedProvision, between: Between) -> dict[ChangeKind, tuple[Layer, ...]]:
    """What each kind of change is written as: of a move all is moved."""
    put_in, taken_out, moved = (
        (Layer(tag, between.author, between.date),) for tag in (INS, DEL, MOVE_TO)
    )
    found: dict[ChangeKind, tuple[Layer, ...]] = {ChangeKind.EQUAL: moved if _is_moved(row) else ()}
    found |= dict.fromkeys(_IN, moved if _is_moved(row) else put_in)
    return found | dict.fromkeys(_OUT, taken_out)


def _is_moved(row: ComparedProvision) -> bool:
    return row.alignment.moved and bool(row.old)


def _whole(row: ComparedProvision) -> ChangeKind:
    if not row.old:
        return ChangeKind.INSERT
    return ChangeKind.EQUAL if row.new else ChangeKind.DELETE


def _said(row: ComparedProvision) -> Iterator[Said]:
    """All that stands in a row, in order: numbers, headings, words and the ends of lines."""
    old, new = iter(row.old), iter(row.new)
    yield from _leads(_whole(row), old, new)
    for kind, words in stretches(row):
        for part in _LINE.split(words):
            if part:
                yield (kind, part, False)
            if part == "\n":
                yield from _leads(kind, old, new)


def _leads(kind: ChangeKind, old: Iterator[Unit], new: Iterator[Unit]) -> Iterator[Said]:
    """The number and heading of the next provision, old and new where they differ."""
    was = [] if kind in _IN else _lead(next(old))
    now = [] if kind in _OUT else _lead(next(new))
    same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(was, now, strict=False)))
    yield from ((ChangeKind.EQUAL, words, bold) for words, bold in was[:same])
    yield from ((ChangeKind.DELETE, words, bold) for words, bold in was[same:])
    yield from ((ChangeKind.INSERT, words, bold) for words, bold in now[same:])


def _lead(unit: Unit) -> list[tuple[str, bool]]:
    parts: Iterable[tuple[str, bool]] = ((unit.number, False), (unit.heading, True))
    return [(f"{words} ", bold) for words, bold in parts if words]
