"""A report as a Word document: real headings, contents, tables with header rows, linked passages.

Passages stand in an annex, under the same numbers as in the HTML; a raised number leads to its
passage by an internal link.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, ClassVar

from docx import Document
from docx.opc.constants import RELATIONSHIP_TYPE

from stocktake.exporters import ooxml
from stocktake.exporters.charts import most_of, shade
from stocktake.exporters.column_shares import column_shares
from stocktake.exporters.ooxml import Bookmarks, Element, Look, paragraph, run
from stocktake.exporters.packing import repacked
from stocktake.exporters.places import by_input, direction, original, source, where
from stocktake.exporters.wordstyles import dress
from stocktake.model import (
    Cell,
    Chart,
    ChartKind,
    Citation,
    Entry,
    Listing,
    Paragraph,
    QuoteBlock,
    Report,
    Section,
    Sentence,
    Table,
)
from stocktake.model.report import Block

_COLORS = {"supports": "0B6FB3", "opposes": "B4500B", "both": "6B4FA0"}
_LINK = Look(color="0B5394")
_RAISED = Look(color="0B5394", raised=True)
_PAGE_WIDTH = 9300  # in twentieths of a point
_MARGIN = 5  # letters
_HEAT = ("", "E4EEF6", "CFE1EF", "B5D1E6", "9CC2DD", "86B4D5", "74A8CE", "639DC7")


class WordExporter:
    """Writes ``report.docx``; fields such as page numbers are worked out when it is opened."""

    suffix: ClassVar[str] = ".docx"
    media_type: ClassVar[str] = (
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    )

    def export(self, report: Report) -> bytes:
        document = Document()
        dress(document, report.title)
        body = document.element.body
        end = body[-1]
        cited = {citation.id: citation for citation in report.citations}
        for element in _Writer(report, cited, document.part, Bookmarks()).elements():
            end.addprevious(element)
        packed = io.BytesIO()
        document.save(packed)
        return repacked(packed.getvalue())


@dataclass(frozen=True, slots=True)
class _Writer:
    """Turns the parts of one report into elements of one document."""

    report: Report
    cited: Mapping[str, Citation]
    part: Any  # python-docx has no types
    bookmarks: Bookmarks

    def elements(self) -> Iterator[Element]:
        yield paragraph("Title", run(self.report.title))
        yield paragraph("Subtitle", run(f"{self.report.subtitle} · {self.report.stock_digest}"))
        if not self.report.is_leaflet:
            yield from self._contents()
        for number, section in enumerate(self.report.sections, 1):
            yield from self._section(section, str(number), 1)
        if self.report.citations:
            yield self._heading("Passages cited", 1, "passages")
            yield from self._passages()

    def _contents(self) -> Iterator[Element]:
        yield paragraph("ContentsHeading", run("Contents"))
        lines = list(self._contents_lines())
        begin, instruction, separate, end = ooxml.code(r'TOC \o "1-2" \h \z \u')
        for place, (style, link) in enumerate(lines):
            opening = [begin, instruction, separate] if place == 0 else []
            closing = [end] if place == len(lines) - 1 else []
            yield paragraph(style, *opening, link, *closing)

    def _contents_lines(self) -> Iterator[tuple[str, Element]]:
        for number, section in enumerate(self.report.sections, 1):
            yield "TOC1", self._within(section.id, run(f"{number}  {section.title}"))
            for part_number, part in enumerate(section.sections, 1):
                title = f"{number}.{part_number}  {part.title}"
                yield "TOC2", self._within(part.id, run(title))
        if self.report.citations:
            yield "TOC1", self._within("passages", run("Passages cited"))

    def _within(self, anchor: str, *runs: Element) -> Element:
        return ooxml.link_within(self.bookmarks.name(anchor), *runs)

    def _section(self, section: Section, number: str, level: int) -> Iterator[Element]:
        if section.title:
            yield self._heading(f"{number}  {section.title}", level, section.id)
        for block in section.blocks:
            yield from self._block(block, level + 1)
        for place, part in enumerate(section.sections, 1):
            yield from self._section(part, f"{number}.{place}", level + 1)

    def _heading(self, title: str, level: int, anchor: str) -> Element:
        return paragraph(f"Heading{min(level, 5)}", *self.bookmarks.place(anchor, run(title)))

    def _block(self, block: Block, level: int) -> Iterator[Element]:
        match block:
            case Paragraph(sentences=sentences, note=note):
                yield paragraph("Note" if note else "Normal", *self._sentences(sentences))
            case QuoteBlock():
                yield from self._quote(block)
            case Listing(entries=entries):
                for entry in entries:
                    yield from self._entry(entry, level)
            case Table():
                yield from self._table(block, heat=False)
            case Chart(kind=kind, table=table):
                yield from self._table(table, heat=kind is ChartKind.HEAT)

    def _sentences(self, sentences: Iterable[Sentence]) -> Iterator[Element]:
        for place, sentence in enumerate(sentences):
            if place:
                yield run(" ")
            yield from self._runs(sentence)

    def _runs(self, cited: Sentence | Cell) -> Iterator[Element]:
        for text, citations in cited.runs():
            yield run(text)
            yield from self._notes(citations)

    def _notes(self, citations: Iterable[str]) -> Iterator[Element]:
        for place, citation in enumerate(dict.fromkeys(citations)):
            if place:
                yield run(" ", _RAISED)
            yield self._within(citation, run(citation.removeprefix("c"), _RAISED))

    def _entry(self, entry: Entry, level: int) -> Iterator[Element]:
        yield self._heading(entry.heading, level, entry.anchor)
        for block in entry.blocks:
            yield from self._block(block, level + 1)

    def _quote(self, block: QuoteBlock) -> Iterator[Element]:
        citation = self.cited[block.citation]
        look = _look(citation)
        yield paragraph("Quote", run(f"“{citation.quote}”", look), rtl=look.rtl)
        label = Look(bold=True, color=_COLORS.get(block.label, ""))
        said = [run(f"{block.label}  ", label)] if block.label else []
        yield paragraph("Source", *said, run(source(citation)), *self._notes([citation.id]))

    def _table(self, table: Table, *, heat: bool) -> Iterator[Element]:
        yield paragraph("Caption", *self.bookmarks.place(table.id, run(table.caption)))
        head = [
            ooxml.cell(paragraph(_style(column), run(title)))
            for title, column in zip(table.columns, _columns(table), strict=True)
        ]
        most = most_of(table)
        rows = [
            [self._cell(cell, shade(cell.value or 0, most) if heat else 0) for cell in row]
            for row in table.rows
        ]
        yield ooxml.table(head, rows, _widths(table))
        yield paragraph("TableEnd")

    def _cell(self, cell: Cell, heat: int) -> Element:
        style = "TableNumber" if _is_number(cell) else "TableText"
        return ooxml.cell(paragraph(style, *self._linked(cell)), shade=_HEAT[heat])

    def _linked(self, cell: Cell) -> Iterator[Element]:
        kind, _, input_id = cell.link.partition(":")
        if not cell.link:
            yield from self._runs(cell)
        elif kind == "original":
            yield self._outside(original(input_id), run(cell.text, _LINK))
        else:
            yield self._within(cell.link, run(cell.text, _LINK))
            yield from self._notes(cell.citations)

    def _outside(self, address: str, *runs: Element) -> Element:
        relation = self.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
        return ooxml.link_outside(relation, *runs)

    def _passages(self) -> Iterator[Element]:
        for first, citations in by_input(self.report):
            link = self._outside(original(first.input_id), run("original file", _LINK))
            yield self._heading(first.input_title, 3, "")
            yield paragraph("Source", run(f"{first.date}  " if first.date else ""), link)
            for citation in citations:
                yield from self._passage(citation)

    def _passage(self, citation: Citation) -> Iterator[Element]:
        number = run(citation.id.removeprefix("c"), Look(bold=True))
        place = "  ".join(filter(None, (", ".join(citation.actors), where(citation))))
        yield paragraph("Source", *self.bookmarks.place(citation.id, number), run(f"  {place}"))
        look = _look(citation)
        before, quote, after = (
            " ".join(text.split()) for text in (citation.before, citation.quote, citation.after)
        )
        strong = replace(look, bold=True)
        yield paragraph(
            "Passage",
            run(f"{before} " if before else "", look),
            run(quote, strong),
            run(f" {after}" if after else "", look),
            rtl=look.rtl,
        )


def _columns(table: Table) -> list[list[Cell]]:
    return [[row[place] for row in table.rows] for place in range(len(table.columns))]


def _is_number(cell: Cell) -> bool:
    return cell.value is not None and not cell.citations


def _style(column: list[Cell]) -> str:
    return "TableHeadNumber" if column and all(map(_is_number, column)) else "TableHead"


def _widths(table: Table) -> list[int]:
    """A share of the page for each column; cells have a margin beside their words."""
    shares = [share + _MARGIN for share in column_shares(table)]
    return [int(_PAGE_WIDTH * share / sum(shares)) for share in shares]


def _look(citation: Citation) -> Look:
    return Look(language=citation.language or "", rtl=direction(citation.language) == "rtl")
