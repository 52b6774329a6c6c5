"""The PDF reader: pdfium gives characters and places, the modules beside this one the rest.

Pages without text, or with a text layer that means nothing, go through OCR where it is installed.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from stocktake.errors import ReadError
from stocktake.model import BlockKind, Document
from stocktake.readers.base import guard, over_limit
from stocktake.readers.building import Source, assemble
from stocktake.readers.ocr import find_tesseract
from stocktake.readers.pdf_extraction import read_page
from stocktake.readers.pdf_ocr import OcrResult, read_by_ocr
from stocktake.readers.pdf_opening import is_cut_off, opened
from stocktake.readers.pdf_page import Page
from stocktake.readers.pdf_reading import reading
from stocktake.readers.pdf_soundness import is_garbled
from stocktake.settings import Limits

_HEAD = 1024
_NO_TITLES = {"", "untitled", "unknown", "anonymous", "document", "title"}
_INSTALL = (
    "Install tesseract with the languages needed "
    "(Debian: tesseract-ocr, tesseract-ocr-eng, …), then build again."
)


@dataclass(frozen=True, slots=True)
class PdfReader:
    """Reads PDF files."""

    name: str = "pdf"
    version: str = "1"
    media_types: tuple[str, ...] = ("application/pdf",)

    def sniff(self, data: bytes, name: str) -> bool:
        """Whether the signature of PDF stands near the start; a file called PDF may lack it."""
        called = name.lower().endswith(".pdf") and b"endobj" in data
        return b"%PDF-" in data[:_HEAD] or called

    def read(self, data: bytes, name: str, limits: Limits) -> Document:
        """Read all pages; ReadError or LimitError if that cannot be done."""
        with guard(data, name, limits, "PDF"), opened(data, name, limits) as document:
            pages = _pages(document, name, limits)
            notes = _damage(pages, data)
            poor = [page for page in pages if page.scanned or is_garbled(page)]
            recognised = _recognised(document, poor, len(pages), name, limits)
            notes += _ocr_notes(poor, recognised)
            whole = [recognised.pages.get(page.number, page) for page in pages]
            found = replace(reading(whole), notes=notes, ocr_confidence=recognised.confidence)
            made = assemble(found, Source(data, name, self.name, self.version), limits)
            return replace(made, title=_title(made) or _own_title(document, name))


def _pages(document: Any, name: str, limits: Limits) -> list[Page]:
    pages: list[Page] = []
    length = 0
    for number in range(len(document)):
        page = read_page(document, number)
        length += sum(len(line.text) for line in page.lines)
        if length > limits.text_chars:
            message = f"has more than {limits.text_chars:,} characters of text."
            raise over_limit("text_chars", message, name)
        pages.append(page)
    return pages


def _recognised(
    document: Any, poor: Sequence[Page], count: int, name: str, limits: Limits
) -> OcrResult:
    """What OCR makes of the *poor* ones of *count* pages, where it is installed.

    ReadError or LimitError if nothing but such pages is there, and none of them can be read.
    """
    tesseract = find_tesseract() if poor else None
    if tesseract:
        result = read_by_ocr(document, poor, tesseract, limits.ocr_seconds)
        if len(result.unread) == count:
            message = f"has no text layer, and OCR read none of it in {limits.ocr_seconds:g} s."
            raise over_limit("ocr_seconds", message, name)
        return result
    if poor and len(poor) == count and not any(page.lines for page in poor):
        message = "has no text layer: its pages are pictures."
        raise ReadError(message, remedy=_INSTALL, place=name)
    return OcrResult({}, tuple(page.number for page in poor), None, ())


def _damage(pages: Sequence[Page], data: bytes) -> list[str]:
    """What of the file could not be read, or is not shown."""
    lost = [page.number for page in pages if not page.height]
    hidden = [page.number for page in pages if page.hidden]
    notes = ["The end of the file is missing; what was left was read."] if is_cut_off(data) else []
    notes += [f"{_listed(lost)} damaged and could not be read."] if lost else []
    if hidden:
        notes.append(f"{_listed(hidden)} cropped; text outside the visible part was left out.")
    return notes


def _ocr_notes(poor: Sequence[Page], result: OcrResult) -> list[str]:
    notes = []
    pictures = [page.number for page in poor if page.number in result.pages and page.scanned]
    garbled = [page.number for page in poor if page.number in result.pages and not page.scanned]
    if pictures:
        notes.append(f"{_listed(pictures)} without text layer, {_by_ocr(result)}")
    if garbled:
        notes.append(f"{_listed(garbled)} with a garbled text layer, {_by_ocr(result)}")
    if result.unread:
        remedy = "OCR took too long or failed." if result.languages else _INSTALL
        notes.append(f"{_listed(result.unread)} without a text layer that can be used. {remedy}")
    return notes


def _by_ocr(result: OcrResult) -> str:
    sure = f", confidence {result.confidence:.2f}" if result.confidence is not None else ""
    return f"read by OCR (tesseract: {', '.join(result.languages)}{sure})."


def _listed(numbers: Iterable[int]) -> str:
    """Page numbers for people: "Pages 1, 4-6 are"."""
    runs: list[list[int]] = []
    for number in sorted(numbers):
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    spans = [str(run[0] + 1) if len(run) == 1 else f"{run[0] + 1}-{run[-1] + 1}" for run in runs]
    one = len(runs) == 1 and len(runs[0]) == 1
    return f"Page{'' if one else 's'} {', '.join(spans)} {'is' if one else 'are'}"


def _title(document: Document) -> str | None:
    """The highest heading of the first page."""
    headings = [
        (block.level, block.start, block.end)
        for block in document.blocks
        if block.kind is BlockKind.HEADING and document.page_at(block.start) == 1
    ]
    return document.text[slice(*min(headings)[1:])] if headings else None


def _own_title(document: Any, name: str) -> str | None:
    """The title in the file's properties, unless it is a file name."""
    title = " ".join(document.get_metadata_value("Title").split())
    is_file = "." in title[-6:] or title.lower() in name.lower() or " - " in title[:20]
    return title if title.lower() not in _NO_TITLES and not is_file else None
