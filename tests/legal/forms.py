"""The same draft as a Word file and as a PDF, made of its Markdown."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass

import docx
from docx.shared import Pt
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle, getSampleStyleSheet
from reportlab.platypus import Paragraph, SimpleDocTemplate

from stocktake.legal import lines

_EMPHASIS = re.compile(r"(\*\*[^*]+\*\*|\*[^*\s][^*]*\*)")
_LINK = re.compile(r"\[\^[^\]]{1,20}\]")


@dataclass(frozen=True, slots=True)
class Piece:
    """A paragraph as a person would type it: the level of a heading (0: none), its column."""

    heading: int
    column: int
    text: str


def pieces(markdown: str) -> Iterator[Piece]:
    """The paragraphs of a draft, without its notes and without lines that set up the page."""
    joined: list[Piece] = []
    for line in lines.of_text(markdown):
        words = _LINK.sub("", markdown[line.start : line.end])
        if line.note:
            break
        if line.aside:
            continue
        if joined and not line.after_blank and not line.heading and not _leads(words):
            last = joined.pop()
            joined.append(Piece(last.heading, last.column, f"{last.text} {words}"))
        else:
            joined.append(Piece(line.heading, line.indent, words))
    yield from joined


def as_docx(markdown: str) -> bytes:
    """A Word file whose numbers are typed and whose levels are indented."""
    document = docx.Document()
    for piece in pieces(markdown):
        if piece.heading:
            paragraph = document.add_heading(level=piece.heading)
        else:
            paragraph = document.add_paragraph()
            paragraph.paragraph_format.left_indent = Pt(9 * piece.column)
        for part in _EMPHASIS.split(piece.text):
            run = paragraph.add_run(part.strip("*"))
            run.bold = part.startswith("**") or None
            run.italic = (part.startswith("*") and not run.bold) or None
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def as_pdf(markdown: str) -> bytes:
    """A PDF set in lines and pages."""
    styles = getSampleStyleSheet()
    story = []
    for piece in pieces(markdown):
        base = styles[f"Heading{piece.heading}"] if piece.heading else styles["Normal"]
        style = ParagraphStyle("x", base, leftIndent=9 * piece.column, spaceAfter=8)
        story.append(Paragraph(_marked(piece.text), style))
    stream = io.BytesIO()
    SimpleDocTemplate(stream, pagesize=A4).build(story)
    return stream.getvalue()


def _marked(text: str) -> str:
    safe = text.replace("&", "&amp;").replace("<", "&lt;")
    bold = re.sub(r"\*\*([^*]+)\*\*", r"<b>\1</b>", safe)
    return re.sub(r"\*([^*\s][^*]*)\*", r"<i>\1</i>", bold)


def _leads(words: str) -> bool:
    return re.match(r"\W*(?:- |\d|\(?[a-zA-Z]{1,3}[.)]|Option)", words) is not None
