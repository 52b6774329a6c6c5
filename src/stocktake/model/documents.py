"""What is handed in, and the one text each file is read into."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from enum import StrEnum


class InputKind(StrEnum):
    """What kind of input a document is; it decides whose voice its sentences are."""

    STATEMENT = "statement"
    REPORT = "report"
    RECOMMENDATIONS = "recommendations"
    SUMMARY = "summary"
    PRESS_RELEASE = "press release"
    NEWS = "news"
    NON_PAPER = "non-paper"
    OTHER = "other"


@dataclass(frozen=True, slots=True, order=True)
class Metadatum:
    """A value told of an input, and how we know: ``manifest``, ``file name``, ``title page``, …

    *origin* starts with "inferred: " where no person said it. A person's correction has the
    origin ``corrected`` and stands before all others.
    """

    name: str
    value: str
    origin: str


@dataclass(frozen=True, slots=True)
class Input:
    """A document handed in. *id* is the sha256 of its bytes; *name* the name it came under.

    *metadata* holds at most one entry for a name, but any number for ``actor``. Names: title,
    actor (id of an Actor), date (a Period as text), meeting, session, kind, language,
    confidentiality.
    """

    id: str
    name: str
    media_type: str
    size: int
    metadata: tuple[Metadatum, ...] = ()

    def get(self, name: str) -> str | None:
        """The first value of *name*, or None."""
        return next((datum.value for datum in self.metadata if datum.name == name), None)

    @property
    def title(self) -> str:
        return self.get("title") or self.name

    @property
    def actor_ids(self) -> tuple[str, ...]:
        return tuple(datum.value for datum in self.metadata if datum.name == "actor")

    @property
    def kind(self) -> InputKind:
        value = self.get("kind")
        return InputKind(value) if value else InputKind.OTHER


class BlockKind(StrEnum):
    """What a stretch of text is on the page."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list item"
    CELL = "table cell"
    FOOTNOTE = "footnote"
    QUOTE = "block quotation"


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading, list item, cell or footnote: ``text[start:end]``.

    *level*: of a heading (1 highest) or list item (0 outermost). *number*: the number, letter or
    bullet that stood before it, taken out of neither text nor range. *table*, *row*, *column*:
    of a cell, from 0. *mark*: of a footnote, the range of its mark in the running text (empty
    where the mark itself was taken out by an edit, as raised marks are). *indent*: how far in from
    the left margin it begins, in points, where the format tells (docx, pdf) and it means depth.
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
class Edit:
    """``text[start:end]`` stands for *raw* in the original: a mended hyphen, a dropped header."""

    start: int
    end: int
    raw: str


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of a document with its place; page and paragraph are derived from the range."""

    document_id: str
    start: int
    end: int
    text: str
    page: int | None
    paragraph: int


@dataclass(frozen=True, slots=True)
class Document:
    """The canonical text of an input, which is final: other readings are other Documents.

    Ranges everywhere are Unicode code points of *text*. *page_starts* holds the offset at which
    each page begins (empty where the format has none); *blocks* are in reading order, do not
    overlap, and hold all text but white space between them. *edits* are in order of start and
    lead back to the text as the reader found it (``raw_text``). *ocr_confidence* is 0..1, None
    where no OCR was used. *notes* say what the reader could not do, for the ledger.
    """

    id: str
    input_id: str
    text: str
    blocks: tuple[Block, ...]
    page_starts: tuple[int, ...] = ()
    edits: tuple[Edit, ...] = ()
    language: str | None = None
    reader: str = ""
    title: str | None = None
    ocr_confidence: float | None = None
    translation_of: str | None = None
    notes: tuple[str, ...] = ()

    def page_at(self, offset: int) -> int | None:
        """The page, counted from 1, on which *offset* lies; None where the format has no pages."""
        return bisect_right(self.page_starts, offset) or 1 if self.page_starts else None

    def paragraph_at(self, offset: int) -> int:
        """The number, counted from 1, of the block in which *offset* lies (or the one before)."""
        return max(1, bisect_right(self.blocks, offset, key=lambda block: block.start))

    def passage(self, start: int, end: int) -> Passage:
        """The passage at a range; ValueError if the range is empty or outside the text."""
        if not 0 <= start < end <= len(self.text):
            raise ValueError(f"[{start}, {end}) is no range of a text of {len(self.text)}")
        return Passage(
            self.id,
            start,
            end,
            self.text[start:end],
            self.page_at(start),
            self.paragraph_at(start),
        )

    def raw_text(self) -> str:
        """The text as the reader found it, before mending."""
        pieces = []
        position = 0
        for edit in self.edits:
            pieces += [self.text[position : edit.start], edit.raw]
            position = edit.end
        return "".join([*pieces, self.text[position:]])
