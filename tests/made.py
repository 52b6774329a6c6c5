"""The same words in another format: a Document written anew as DOCX or PDF."""

from __future__ import annotations

import html
import io
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

import docx
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Paragraph, SimpleDocTemplate, Table

from stocktake.model import Block, BlockKind, Document
from tests.conftest import skip_or_fail

FONT = Path("/usr/share/fonts/truetype/dejavu/DejaVuSerif.ttf")


def as_docx(document: Document) -> bytes:
    """*document* as a Word file: headings, paragraphs, tables."""
    made = docx.Document()
    for table, blocks in _tables(document):
        rows = _rows(document, blocks) if table is not None else []
        if rows:
            grid = made.add_table(len(rows), len(rows[0]))
            for row, texts in zip(grid.rows, rows, strict=True):
                for cell, text in zip(row.cells, texts, strict=True):
                    cell.text = text
        for block in () if rows else blocks:
            style = f"Heading {min(9, max(1, block.level))}" if _is_heading(block) else None
            made.add_paragraph(_text(document, block), style=style)
    packed = io.BytesIO()
    made.save(packed)
    return packed.getvalue()


def as_pdf(document: Document) -> bytes:
    """*document* as a PDF with an embedded font and numbered pages."""
    if not FONT.exists():
        skip_or_fail("the font DejaVu Serif is not there: install fonts-dejavu-core")
    pdfmetrics.registerFont(TTFont("Body", FONT))
    body = ParagraphStyle("body", fontName="Body", fontSize=10, leading=13, spaceAfter=8)
    heading = ParagraphStyle("heading", body, fontSize=13, leading=17, spaceBefore=6)
    story: list[object] = []
    for table, blocks in _tables(document):
        if table is not None:
            rows = [
                [Paragraph(html.escape(text), body) for text in row]
                for row in _rows(document, blocks)
            ]
            story.append(Table(rows, style=[("GRID", (0, 0), (-1, -1), 0.5, "black")]))
            continue
        for block in blocks:
            style = heading if _is_heading(block) else body
            story.append(Paragraph(html.escape(_text(document, block)), style))
    packed = io.BytesIO()
    SimpleDocTemplate(packed, invariant=1).build(
        story, onFirstPage=_numbered, onLaterPages=_numbered
    )
    return packed.getvalue()


def _numbered(canvas: object, template: object) -> None:
    canvas.setFont("Body", 8)  # type: ignore[attr-defined]
    canvas.drawCentredString(300, 30, str(template.page))  # type: ignore[attr-defined]


def _tables(document: Document) -> Iterator[tuple[int | None, list[Block]]]:
    for table, blocks in groupby(document.blocks, key=lambda block: block.table):
        yield table, list(blocks)


def _rows(document: Document, blocks: list[Block]) -> list[list[str]]:
    height = 1 + max(block.row or 0 for block in blocks)
    width = 1 + max(block.column or 0 for block in blocks)
    rows = [[""] * width for _ in range(height)]
    for block in blocks:
        rows[block.row or 0][block.column or 0] = _text(document, block)
    return rows


def _is_heading(block: Block) -> bool:
    return block.kind is BlockKind.HEADING


def _text(document: Document, block: Block) -> str:
    return document.text[block.start : block.end]
