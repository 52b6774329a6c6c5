"""A draft as a Word document: headings, lists that Word counts, footnotes, all brackets."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, ClassVar

from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.shared import Pt

from stocktake.exporters.draft_footnotes import Footnotes
from stocktake.exporters.draft_lines import Line, LineKind, Piece, indent_of, lines_of
from stocktake.exporters.draft_numbering import Numbering
from stocktake.exporters.ooxml import Element, Look, make, paragraph, run
from stocktake.exporters.packing import repacked
from stocktake.exporters.places import direction
from stocktake.exporters.wordstyles import dress
from stocktake.legal import Version
from stocktake.model import Draft

_STYLES = {LineKind.TITLE: "Title", LineKind.REMARK: "Note", LineKind.OUTSIDE: "Note"}
_STEP = 510  # twentieths of a point: the indent of one level
_DEEPEST_HEADING = 5


class DraftWordExporter:
    """Writes ``.docx``; which numbers are counted by Word is told in ``draft_numbering``."""

    suffix: ClassVar[str] = ".docx"
    media_type: ClassVar[str] = (
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    )

    def export(self, draft: Draft, version: Version) -> bytes:
        document = Document()
        dress(document, draft.title or version.name or version.label)
        _dress(document)
        lines = lines_of(draft)
        writer = _Writer(lines.notes, direction(version.language[:2]) == "rtl")
        end = document.element.body[-1]
        for element in writer.elements(lines.body):
            end.addprevious(element)
        writer.footnotes.attach(document.part)
        writer.numbering.fill(document.part.numbering_part.element)
        packed = io.BytesIO()
        document.save(packed)
        return repacked(packed.getvalue())


def _dress(document: Any) -> None:
    """A title that leaves room for the text, and small footnotes."""
    title = document.styles["Title"]
    title.font.size, title.paragraph_format.space_before = Pt(20), Pt(0)
    note = document.styles.add_style("Footnote Text", WD_STYLE_TYPE.PARAGRAPH)
    note.base_style = document.styles["Normal"]
    note.font.size, note.paragraph_format.space_after = Pt(9), Pt(2)


@dataclass(frozen=True, slots=True)
class _Writer:
    """Turns lines into paragraphs; footnotes and lists are gathered on the way."""

    notes: Mapping[str, Sequence[Line]]
    rtl: bool
    footnotes: Footnotes = field(default_factory=Footnotes)
    numbering: Numbering = field(default_factory=Numbering)

    def elements(self, body: Iterable[Line]) -> Iterator[Element]:
        for line in body:
            yield self._paragraph(line)
        for label, lines in self.notes.items():
            if label not in self.footnotes.written:
                yield from self._unmarked(label, lines)

    def _unmarked(self, label: str, lines: Sequence[Line]) -> Iterator[Element]:
        """A footnote to which no mark leads, behind the text."""
        for place, line in enumerate(lines):
            mark = [run(f"{label} ", Look(raised=True))] if place == 0 else []
            yield paragraph("Note", *mark, *self._runs(line.pieces, marks=False), rtl=self.rtl)

    def _paragraph(self, line: Line) -> Element:
        runs = list(self._runs(line.pieces))
        if line.kind is LineKind.HEADING:
            number = [run(f"{line.number}  " if runs else line.number)] if line.number else []
            style = f"Heading{min(line.level + 2, _DEEPEST_HEADING)}"
            return paragraph(style, *number, *runs, rtl=self.rtl)
        if line.kind in _STYLES:
            return paragraph(_STYLES[line.kind], *runs, rtl=self.rtl)
        return self._text(line, runs)

    def _text(self, line: Line, runs: list[Element]) -> Element:
        around = (line.provision.parent if line.provision else None) or ""
        listed = self.numbering.properties(line.number, around, line.level)
        typed = [run(line.number), make("w:r", make("w:tab"))] if _is_typed(line, listed) else []
        made = paragraph("Normal", *typed, *runs, rtl=self.rtl)
        properties = made[0]
        if listed is not None:
            properties.insert(1, listed)
        properties.append(_indent(line))
        return made

    def _runs(self, pieces: Iterable[Piece], *, marks: bool = True) -> Iterator[Element]:
        """The runs of a line; within a footnote the mark of another is no more than raised."""
        for piece in pieces:
            if piece.note is None:
                yield run(piece.text, Look(bold=piece.bold, italic=piece.italic))
            elif marks:
                told = (self._runs(line.pieces, marks=False) for line in self.notes[piece.note])
                yield self.footnotes.mark(piece.note, [list(runs) for runs in told])
            else:
                yield run(piece.note, Look(raised=True))


def _is_typed(line: Line, listed: Element | None) -> bool:
    return bool(line.number) and listed is None


def _indent(line: Line) -> Element:
    """The number hangs to the left of its words; what goes on stands under these."""
    left = _STEP * indent_of(line)
    if line.number:
        return make("w:ind", left=str(left or _STEP), hanging=str(_STEP))
    return make("w:ind", left=str(left))
