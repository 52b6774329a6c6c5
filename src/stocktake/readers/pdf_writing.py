"""From paragraphs to a Reading: the raw text in reading order, its blocks, and what to mend."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from stocktake.readers.building import Found
from stocktake.readers.lines import is_blank_between
from stocktake.readers.mending import Change
from stocktake.readers.pdf_glyphs import HYPHEN
from stocktake.readers.pdf_hyphens import LineEnds
from stocktake.readers.pdf_kinds import Flow, Kind
from stocktake.readers.pdf_notes import Mark, label
from stocktake.readers.pdf_page import Line
from stocktake.readers.pdf_paragraphs import Piece


@dataclass(slots=True)
class Writer:
    """Writes paragraphs one after another, and keeps their places in the raw text.

    *aside* are the lines of each page that are no part of the text; they follow the first
    paragraph that begins on the page, or was begun before and reaches onto it.
    """

    line_ends: LineEnds
    aside: Sequence[Iterable[Line]]
    written: list[str] = field(default_factory=list)
    blocks: list[Found] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)
    page_starts: list[int] = field(default_factory=list)
    places: dict[tuple[int, Line], int] = field(default_factory=dict)
    position: int = 0
    pages_done: int = 0

    @property
    def raw(self) -> str:
        return "".join(self.written)

    def paragraph(self, flow: Flow, kind: Kind, indent: int = 0) -> None:
        """Write a paragraph, and after it what stands aside on the pages it begins."""
        first = flow.first
        self._begin_pages(first.page)
        start = self.position
        lines = [(piece.page, line) for piece in flow.pieces for line in piece.lines]
        for index, (page, line) in enumerate(lines):
            self._begin_pages(page)
            following = lines[index + 1][1].text if index + 1 < len(lines) else None
            self._line(page, line, following)
        table, row, column = first.place or (None, None, None)
        self.blocks.append(
            Found(
                kind.block,
                start,
                self.position,
                kind.level,
                _number(first),
                table,
                row,
                column,
                indent=indent,
            )
        )
        self._put("\n")
        self._write_aside()

    def finish(self) -> None:
        """Begin the pages that no paragraph is on."""
        self._begin_pages(len(self.aside) - 1)
        self._write_aside()

    def tie(self, block: int, page: int, mark: Mark) -> None:
        """Tie the note that is the block with this index to its mark, and take the mark out."""
        place = self.drop(page, mark)
        found = self.blocks[block]
        self.blocks[block] = Found(
            found.kind, found.start, found.end, found.level, found.number, mark=place
        )

    def drop(self, page: int, mark: Mark) -> tuple[int, int]:
        """Take a mark out of the running text; its raw range is returned."""
        start = self.places[page, mark.line]
        place = start + mark.start, start + mark.end
        self.changes.append(Change(*place, ""))
        return place

    def _begin_pages(self, page: int) -> None:
        while len(self.page_starts) <= page:
            self.page_starts.append(self.position)

    def _write_aside(self) -> None:
        for lines in self.aside[self.pages_done : len(self.page_starts)]:
            for line in lines:
                self._put(line.text.replace(HYPHEN, "-") + "\n")
        self.pages_done = len(self.page_starts)

    def _line(self, page: int, line: Line, following: str | None) -> None:
        text = line.text.replace(HYPHEN, "-")
        if line.marks:
            self.places[page, line] = self.position
        self._put(text)
        if following is None:
            return
        joint = self.line_ends.joint(text, following)
        if joint is None:
            self._put(" " if is_blank_between(text[-1], following[0]) else "")
        elif joint[0]:
            self.changes.append(Change(self.position - joint[0], self.position, joint[1]))

    def _put(self, text: str) -> None:
        self.written.append(text)
        self.position += len(text)


def _number(piece: Piece) -> str | None:
    if piece.note:
        return label(piece)
    return piece.number.text if piece.number else None
