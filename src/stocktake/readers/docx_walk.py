"""Walks the body of a Word file and takes down its blocks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml.etree import _Element

from stocktake.model import BlockKind
from stocktake.readers import docx_indents
from stocktake.readers.breaks import parts
from stocktake.readers.building import Found
from stocktake.readers.docx_looks import Look, kind, look
from stocktake.readers.docx_numbering import Numbering
from stocktake.readers.docx_package import W
from stocktake.readers.docx_runs import Event, Happening, happenings
from stocktake.readers.docx_styles import Styles
from stocktake.readers.docx_tables import Cell, cells
from stocktake.readers.mending import Change
from stocktake.readers.numbering import leading_number

_CONTENTS = ("toc ", "table of figures")
_WRAPPERS = {f"{W}{tag}" for tag in ("sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag")}


@dataclass(frozen=True, slots=True)
class Parts:
    """What the body leans on; *notes* are the notes by kind and id."""

    styles: Styles
    numbering: Numbering
    notes: dict[tuple[Event, str], _Element]


@dataclass(frozen=True, slots=True)
class _Mark:
    """A note to be written down, its number, and where in the raw text its mark stands."""

    note: _Element
    number: str
    place: int


@dataclass(slots=True)
class DocxWalk:
    """What the walk has taken down: text, blocks, pages as *rendered* last and as *asked* for,
    how often each event came, and paragraphs in the style of a title."""

    parts: Parts
    written: list[str] = field(default_factory=list)
    blocks: list[Found] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)
    rendered: list[int] = field(default_factory=list)
    asked: list[int] = field(default_factory=list)
    events: Counter[Event] = field(default_factory=Counter)
    titles: list[str] = field(default_factory=list)
    _position: int = 0
    _tables: int = 0
    _marks: list[_Mark] = field(default_factory=list)
    _cell: Cell | None = None
    _note: _Mark | None = None
    _fresh_note: bool = False
    _fresh: bool = True

    def walk(self, container: _Element) -> None:
        """Take down paragraphs and tables, each followed by the notes marked in it."""
        for element in _body_blocks(container):
            if element.tag == f"{W}tbl":
                self._table(element)
            else:
                self._paragraph(element)
            if self._cell is None and self._note is None:
                self._write_notes()

    def _table(self, table: _Element) -> None:
        outer, number = self._cell, self._tables
        found = list(cells(table, number))
        self._tables += any(cell.is_data for cell in found)
        for cell in found:
            self._cell = cell if cell.is_data else outer
            self.walk(cell.element)
        self._cell = outer

    def _paragraph(self, paragraph: _Element) -> None:
        at = look(paragraph)
        if at.is_on("pageBreakBefore"):
            self.asked.append(self._position)
        start = self._position
        pieces: list[str] = []
        boxes: list[_Element] = []
        for happening in happenings(paragraph):
            self.events[happening.event] += 1
            if happening.event is Event.BOX and happening.element is not None:
                boxes.append(happening.element)
            elif happening.event is Event.TEXT:
                pieces.append(happening.text)
                self._write(happening.text)
            else:
                self._happen(happening)
        self._fresh = True
        text = "".join(pieces)
        for begin, end in parts(text):
            if text[begin:end].strip():
                self._add(at, start + begin, text[begin:end])
                self._fresh = False
        self._write("\n")
        if at.ends_page:
            self.asked.append(self._position)
        for box in boxes:
            self.walk(box)

    def _happen(self, happening: Happening) -> None:
        if happening.event is Event.PAGE:
            self.asked.append(self._position)
        elif happening.event is Event.RENDERED_PAGE:
            self.rendered.append(self._position)
        elif happening.event in {Event.FOOTNOTE, Event.ENDNOTE}:
            note = self.parts.notes.get((happening.event, happening.text))
            if note is not None:
                number = str(self.events[Event.FOOTNOTE] + self.events[Event.ENDNOTE])
                self._marks.append(_Mark(note, number, self._position))

    def _write(self, text: str) -> None:
        if text:
            self.written.append(text)
            self._position += len(text)

    def _write_notes(self) -> None:
        while self._marks:
            self._note, self._fresh_note = self._marks.pop(0), True
            self.walk(self._note.note)
        self._note = None

    def _add(self, at: Look, start: int, text: str) -> None:
        name = self.parts.styles.name(at.style_id)
        if name.startswith(_CONTENTS):
            return
        if name == "title":
            self.titles.append(" ".join(text.split()))
        start += len(text) - len(text.lstrip())
        end = start + len(text.strip())
        if self._note:
            self._add_note(self._note, start, end)
        elif self._cell:
            place = self._cell
            self.blocks.append(
                Found(
                    BlockKind.CELL,
                    start,
                    end,
                    table=place.table,
                    row=place.row,
                    column=place.column,
                )
            )
        else:
            self._add_text(at, start, end, text.strip())

    def _add_note(self, mark: _Mark, start: int, end: int) -> None:
        """The first paragraph of a note bears its number."""
        first, self._fresh_note = self._fresh_note, False
        if first:
            self.changes.append(Change(start, start, f"{mark.number} "))
        self.blocks.append(
            Found(
                BlockKind.FOOTNOTE,
                start,
                end,
                number=mark.number if first else None,
                mark=(mark.place, mark.place),
            )
        )

    def _add_text(self, at: Look, start: int, end: int, text: str) -> None:
        own = leading_number(text)
        counted = self._count(at)
        if counted and not own:
            self.changes.append(Change(start, start, f"{counted} "))
        form, level = kind(at, self.parts.styles, text, counted)
        number = own.text if own else counted
        list_id, deep = at.place_in_list(self.parts.styles)
        in_list = self.parts.numbering.properties(list_id, deep)
        by_style = self.parts.styles.properties(at.style_id)
        indent = docx_indents.indent((at.properties, in_list, *by_style))
        self.blocks.append(Found(form, start, end, level=level, number=number, indent=indent))

    def _count(self, at: Look) -> str | None:
        """The number that Word puts before a paragraph, once, whatever breaks are in it."""
        list_id, level = at.place_in_list(self.parts.styles)
        if list_id is None or not self._fresh:
            return None
        return self.parts.numbering.number(list_id, level)


def _body_blocks(container: _Element) -> Iterator[_Element]:
    """Paragraphs and tables, also those wrapped in controls or tracked insertions."""
    for child in container:
        if child.tag in {f"{W}p", f"{W}tbl"}:
            yield child
        elif child.tag in _WRAPPERS:
            yield from _body_blocks(child)
