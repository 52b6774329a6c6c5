"""A report as PDF: headings, tables, and the passages to which raised numbers lead."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import ClassVar

from stocktake.exporters import pdf_tables
from stocktake.exporters.pdf_words import cited, label, passage_label
from stocktake.exporters.places import by_input, direction, source, where
from stocktake.exporters.typesetting import quoted, setup, typeset, words
from stocktake.model import (
    Chart,
    Citation,
    Entry,
    Listing,
    Paragraph,
    QuoteBlock,
    Report,
    Section,
    Table,
)
from stocktake.model.report import Block

_DEEPEST = 5
_SPACE = re.compile(r"\s+")
_SOFT = 'fill: rgb("555555")'

Cited = Mapping[str, Citation]


class PdfExporter:
    """Writes ``report.pdf`` on A4; it needs the extra "pdf"."""

    suffix: ClassVar[str] = ".pdf"
    media_type: ClassVar[str] = "application/pdf"

    def export(self, report: Report) -> bytes:
        return typeset("\n".join(_source(report)))


def _source(report: Report) -> Iterator[str]:
    known = {citation.id: citation for citation in report.citations}
    yield setup(report.title, 9.5, "(x: 18mm, y: 20mm)")
    yield f"#text(size: 18pt, weight: 700)[{words(report.title)}]\n"
    yield f"#text({_SOFT})[{words(report.subtitle)} #linebreak() {words(report.stock_digest)}]\n"
    for section in report.sections:
        yield from _section(section, 1, known)
    yield from _passages(report)


def _section(section: Section, level: int, known: Cited) -> Iterator[str]:
    yield _heading(section.title, level, section.id)
    for block in section.blocks:
        yield from _block(block, level + 1, known)
    for part in section.sections:
        yield from _section(part, level + 1, known)


def _heading(title: str, level: int, anchor: str) -> str:
    return f"#heading(level: {min(level, _DEEPEST)})[{words(title)}]{label(anchor)}\n"


def _block(block: Block, level: int, known: Cited) -> Iterator[str]:
    match block:
        case Paragraph(sentences=sentences, note=note):
            told = " ".join(cited(sentence) for sentence in sentences)
            yield f"#text({_SOFT}, style: {quoted('italic')})[{told}]\n" if note else f"{told}\n"
        case QuoteBlock():
            yield _quote(block, known[block.citation])
        case Listing(entries=entries):
            for entry in entries:
                yield from _entry(entry, level, known)
        case Table():
            yield pdf_tables.table(block)
        case Chart():
            yield pdf_tables.chart(block)


def _entry(entry: Entry, level: int, known: Cited) -> Iterator[str]:
    yield _heading(entry.heading, level, entry.anchor)
    for block in entry.blocks:
        yield from _block(block, level + 1, known)


def _quote(block: QuoteBlock, citation: Citation) -> str:
    said = f"{words('“')}{_in_its_direction(citation, citation.quote)}{words('”')}"
    named = f"*{words(block.label)}* {words('·')} " if block.label else ""
    link = _to(citation)
    told = f"#text({_SOFT}, size: 0.9em)[{named}{words(source(citation))}]"
    return f"#block(inset: (left: 1em), stroke: (left: 1.5pt + luma(200)))[{said}{link}\\ {told}]\n"


def _to(citation: Citation) -> str:
    number = citation.id.removeprefix("c")
    return f"#super(link({passage_label(citation.id)})[{words(number)}])"


def _in_its_direction(citation: Citation, text: str) -> str:
    if direction(citation.language) == "rtl":
        return f"#text(dir: rtl)[{words(text)}]"
    return words(text)


def _passages(report: Report) -> Iterator[str]:
    """The annex: every passage that is cited, with the words around it, by input."""
    if report.citations:
        yield _heading("Passages cited", 1, "passages")
    for first, citations in by_input(report):
        yield f"#block(sticky: true)[*{words(first.input_title)}*]\n"
        yield from (_passage(citation) for citation in citations)


def _passage(citation: Citation) -> str:
    number = words(citation.id.removeprefix("c"))
    around = "".join(_pieces(citation))
    told = f"#text({_SOFT})[{words(_told(citation))}]"
    return (
        f"#block(inset: (left: 1em))[#text(size: 0.85em)[{number} {told} {around}]]"
        f"{label(f'passage-{citation.id}')}\n"
    )


def _told(citation: Citation) -> str:
    parts = (", ".join(citation.actors), citation.date, where(citation), *citation.remarks)
    return " · ".join(part for part in parts if part)


def _pieces(citation: Citation) -> Iterable[str]:
    before, quote, after = (
        _SPACE.sub(" ", text) for text in (citation.before, citation.quote, citation.after)
    )
    yield _in_its_direction(citation, before)
    yield f"#strong[{_in_its_direction(citation, quote)}]"
    yield _in_its_direction(citation, after)
