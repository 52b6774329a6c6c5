"""From what a reader found to a Document: one raw text, the blocks in it, and what to mend.

A reader puts all it finds into one raw string in reading order and says which ranges of it are
blocks. ``assemble`` makes the canonical text: the blocks with an empty line between them.
Whatever lies outside the blocks (running headers, markup, navigation) leaves the text, white
space is collapsed, ligatures and invisible characters are mended, and each of these is an Edit,
so that ``Document.raw_text()`` gives back the raw string.
"""

from __future__ import annotations

import hashlib
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from stocktake.errors import ReadError
from stocktake.model import Block, BlockKind, Document, Edit, content_id
from stocktake.readers.base import check
from stocktake.readers.mending import Change, tidied, without_surrogates
from stocktake.settings import Limits

SEPARATOR = "\n\n"


@dataclass(frozen=True, slots=True)
class Found:
    """A block as found: ``raw[start:end]``; the other fields are those of ``model.Block``.

    *number*, if given, must be what the block's text begins with. *mark* is the raw range of a
    footnote's mark; where a Change takes the mark out of the text, its place remains.
    """

    kind: BlockKind
    start: int
    end: int
    level: int = 0
    number: str | None = None
    table: int | None = None
    row: int | None = None
    column: int | None = None
    mark: tuple[int, int] | None = None
    indent: int = 0


@dataclass(frozen=True, slots=True)
class Reading:
    """All that a reader found. Offsets are of *raw*; *blocks* and *changes* may come unordered.

    Blocks must not overlap. *page_starts* holds the raw offset of each page, if there are pages.
    """

    raw: str
    blocks: Sequence[Found]
    changes: Sequence[Change] = ()
    page_starts: Sequence[int] = ()
    title: str | None = None
    ocr_confidence: float | None = None
    notes: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Source:
    """Where a reading comes from: the bytes, the name they came under, and who read them."""

    data: bytes
    name: str
    reader: str
    version: str


def assemble(reading: Reading, source: Source, limits: Limits) -> Document:
    """Make the Document of *reading*.

    ReadError if there is no text in it, LimitError over ``text_chars`` or ``pages``.
    """
    check("text_chars", len(reading.raw), limits, "characters", source.name)
    check("pages", len(reading.page_starts), limits, "pages", source.name)
    raw = without_surrogates(reading.raw)
    writer = _Writer(raw)
    changes = sorted(reading.changes)
    kept = [
        (found, writer.block(found, changes))
        for found in sorted(reading.blocks, key=lambda found: found.start)
    ]
    writer.finish()
    text = "".join(writer.pieces)
    if not text:
        raise ReadError(
            "holds no text.", remedy="Look at it in its own program.", place=source.name
        )
    sha = hashlib.sha256(source.data).hexdigest()
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Document(
        id=content_id(sha, source.reader, source.version, digest),
        input_id=sha,
        text=text,
        blocks=tuple(_block(found, span, writer) for found, span in kept if span),
        page_starts=_page_starts(reading, writer),
        edits=tuple(writer.edits),
        reader=f"{source.reader} {source.version}",
        title=reading.title,
        ocr_confidence=reading.ocr_confidence,
        notes=tuple(reading.notes),
    )


def _page_starts(reading: Reading, writer: _Writer) -> tuple[int, ...]:
    starts = sorted(reading.page_starts)
    return (0, *(writer.page(start) for start in starts[1:])) if starts else ()


def _block(found: Found, span: tuple[int, int], writer: _Writer) -> Block:
    mark = found.mark and writer.span(*found.mark)
    return Block(
        found.kind,
        *span,
        level=found.level,
        number=found.number,
        table=found.table,
        row=found.row,
        column=found.column,
        mark=mark,
        indent=found.indent,
    )


@dataclass(frozen=True, slots=True)
class _Stretch:
    """From *raw* on in the raw text, *at* on in the canonical one; *same* if nothing changed."""

    raw: int
    at: int
    same: bool


@dataclass(slots=True)
class _Writer:
    """Walks the raw text once, from front to back, and writes the canonical text beside it."""

    raw: str
    pieces: list[str] = field(default_factory=list)
    edits: list[Edit] = field(default_factory=list)
    stretches: list[_Stretch] = field(default_factory=list)
    raw_position: int = 0
    position: int = 0

    def block(self, found: Found, changes: Sequence[Change]) -> tuple[int, int] | None:
        """Write a block and return its range; if it is blank, write nothing and return None."""
        parts = tidied(self.raw, found.start, found.end, changes)
        if not parts:
            return None
        self._put(parts[0].start, SEPARATOR if self.position else "")
        start = self.position
        for part in parts:
            self._put(part.end, part.text)
        return start, self.position

    def finish(self) -> None:
        """Leave out what follows the last block."""
        self._put(len(self.raw), "")

    def at(self, offset: int) -> int:
        """Where a raw offset came to lie; within an edit, at its end."""
        index = max(0, bisect_right(self.stretches, offset, key=_raw_start) - 1)
        stretch = self.stretches[index]
        if stretch.same or offset == stretch.raw:
            return min(stretch.at + offset - stretch.raw, self._end(index))
        return self._end(index)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where a raw range came to lie; it is empty if nothing of it is left."""
        index = max(0, bisect_right(self.stretches, start, key=_raw_start) - 1)
        last = max(0, bisect_left(self.stretches, end, key=_raw_start) - 1)
        left = "".join(self.pieces[index : last + 1]).strip()
        return (self.at(start), self.at(end) if left else self.at(start))

    def page(self, offset: int) -> int:
        """Where a page that starts at a raw offset starts: at the next thing that is to be seen."""
        index = bisect_left(self.stretches, offset, key=_raw_start)
        starts_here = index < len(self.stretches) and self.stretches[index].raw == offset
        if starts_here and self.pieces[index].isspace():
            return self._end(index)
        return self.stretches[index].at if starts_here else self.at(offset)

    def _put(self, raw_end: int, text: str) -> None:
        """Let *text* stand for the raw text up to *raw_end*."""
        raw = self.raw[self.raw_position : raw_end]
        if not raw and not text:
            return
        end = self.position + len(text)
        self.stretches.append(_Stretch(self.raw_position, self.position, raw == text))
        if raw != text:
            self.edits.append(Edit(self.position, end, raw))
        self.pieces.append(text)
        self.raw_position, self.position = raw_end, end

    def _end(self, index: int) -> int:
        last = index + 1 == len(self.stretches)
        return self.position if last else self.stretches[index + 1].at


def _raw_start(stretch: _Stretch) -> int:
    return stretch.raw
