"""Footnotes: set smaller, at the foot of a page or column, each tied to its mark in the text."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from stocktake.readers.pdf_columns import Zone
from stocktake.readers.pdf_page import Line, Page
from stocktake.readers.pdf_paragraphs import Piece

_NOTE = re.compile(r"(\d{1,3}|[*†‡§]{1,3})[.)]?(?=\s|[^\W\d])")
_LOWER_PART = 0.4
_FEWEST = 3


def split_notes(zone: Zone, page: Page, size: float) -> tuple[Zone, tuple[Line, ...]]:
    """A zone without the notes at its foot, and the lines of the notes; *size* is the text's."""
    lines = zone.lines
    start = len(lines)
    while start and _may_be_note(lines[start - 1], page, size):
        start -= 1
    while start < len(lines) and not _NOTE.match(lines[start].text):
        start += 1
    return replace(zone, lines=lines[:start]), lines[start:]


def _may_be_note(line: Line, page: Page, size: float) -> bool:
    low = line.baseline > _LOWER_PART * page.height
    return low and 0 < line.size < 0.95 * size


def notes(lines: Sequence[Line], page: int) -> Iterator[Piece]:
    """Lines at the foot, as one piece for each note."""
    opened: list[Line] = []
    for line in lines:
        if opened and _begins(line, opened):
            yield Piece(page, tuple(opened), note=True)
            opened = []
        opened.append(line)
    if opened:
        yield Piece(page, tuple(opened), note=True)


def _begins(line: Line, opened: Sequence[Line]) -> bool:
    found, before = _NOTE.match(line.text), _NOTE.match(opened[0].text)
    if not found:
        return False
    if found[1].isdecimal() and before and before[1].isdecimal():
        return int(found[1]) == int(before[1]) + 1
    return found.span(1) in line.marks or line.left <= opened[0].left + 0.5 * line.size


def label(piece: Piece) -> str | None:
    """The mark that a note begins with."""
    found = _NOTE.match(piece.lines[0].text)
    return found[1] if found else None


@dataclass(frozen=True, slots=True)
class Mark:
    """A raised number or star in the running text: its line, range within the line, and words."""

    line: Line
    start: int
    end: int

    @property
    def text(self) -> str:
        return self.line.text[self.start : self.end]


def marks(pieces: Sequence[Piece]) -> list[tuple[int, Mark]]:
    """The page and the Mark of all raised numbers outside notes, in reading order."""
    return [
        (piece.page, Mark(line, start, end))
        for piece in pieces
        if not piece.note
        for line in piece.lines
        for start, end in line.marks
    ]


def is_endnote(piece: Piece) -> bool:
    """Whether a paragraph begins with a raised number or star."""
    raised = piece.lines[0].marks
    return bool(raised) and raised[0][0] == 0


def tied(pieces: Sequence[Piece]) -> dict[int, tuple[int, Mark]]:
    """For the index of each note its mark, with the page it is on: the nearest before the note."""
    waiting: dict[str, list[tuple[int, Mark]]] = defaultdict(list)
    for page, mark in marks(pieces):
        waiting[mark.text].append((page, mark))
    ties: dict[int, tuple[int, Mark]] = {}
    for index, piece in enumerate(pieces):
        same = waiting[label(piece) or ""] if piece.note else []
        until = bisect_right(same, piece.page, key=lambda item: item[0])
        if until:
            first = bisect_left(same, same[until - 1][0], key=lambda item: item[0])
            ties[index] = same.pop(first)
    return ties


def counted(found: Sequence[tuple[int, Mark]]) -> list[tuple[int, Mark]]:
    """Those of the marks in reading order that count up one by one, three or more of them.

    A raised number that does not count with others is a power or an ordinal.
    """
    numbers = [int(mark.text) if mark.text.isdecimal() else -1 for _, mark in found]
    runs: list[list[int]] = []
    for index, number in enumerate(numbers):
        if runs and number == numbers[runs[-1][-1]] + 1:
            runs[-1].append(index)
        else:
            runs.append([index])
    return [found[index] for run in runs if len(run) >= _FEWEST for index in run]
