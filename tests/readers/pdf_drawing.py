"""PDF files for tests, drawn line by line so that each knows exactly what it looks like."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import cycle, islice

import pypdfium2
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from stocktake.model import Document
from stocktake.readers.pdf import PdfReader
from stocktake.settings import Limits

WIDTH, HEIGHT = 595.0, 842.0
REGULAR, BOLD = "Times-Roman", "Times-Bold"
_VOCABULARY = (
    "delegations", "Ruritania", "compact", "the", "of", "and", "regions", "children", "Freedonia",
    "supports", "to", "measures", "for", "a", "climate", "in", "office", "cooperation", "fair",
    "that", "migrants", "their", "development", "with", "health", "on", "access", "work", "data",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Text:
    """A piece of text at a place, in points from the upper left corner."""

    words: str
    x: float
    y: float
    size: float = 10.0
    font: str = REGULAR


def pdf(*pages: Iterable[Text], encrypt: str | None = None) -> bytes:
    """A file with *pages* of texts, drawn in the order in which they are given."""
    return drawn(*(partial(_draw, list(page)) for page in pages), encrypt=encrypt)


def drawn(*pages: Callable[[Canvas], None], encrypt: str | None = None) -> bytes:
    """A file whose pages are drawn by functions of a canvas with its origin below on the left."""
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=(WIDTH, HEIGHT), invariant=1, encrypt=encrypt)
    for page in pages:
        page(canvas)
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def _draw(page: Sequence[Text], canvas: Canvas) -> None:
    for text in page:
        canvas.setFont(text.font, text.size)
        canvas.drawString(text.x, HEIGHT - text.y, text.words)


def sentence(number: int, length: int = 30) -> str:
    """A sentence of words that means nothing, different for each number."""
    words = islice(cycle(_VOCABULARY), number * 7, number * 7 + length)
    return " ".join([f"Sentence{number}", *words]) + "."


def wrapped(words: str, width: float, size: float = 10.0, font: str = REGULAR) -> Iterator[str]:
    """*words* in lines that are no wider than *width*."""
    line = ""
    for word in words.split():
        longer = f"{line} {word}".strip()
        if line and stringWidth(longer, font, size) > width:
            yield line
            line = word
        else:
            line = longer
    yield line


def column(
    paragraphs: Sequence[str],
    *,
    x: float = 60.0,
    y: float = 100.0,
    width: float = 470.0,
    size: float = 10.0,
    after: float = 8.0,
) -> list[Text]:
    """Paragraphs below each other, with *after* points of blank between them."""
    texts: list[Text] = []
    for paragraph in paragraphs:
        for line in wrapped(paragraph, width, size):
            texts.append(Text(line, x, y, size))
            y += 1.25 * size
        y += after
    return texts


def across(left: Sequence[Text], right: Sequence[Text]) -> list[Text]:
    """Two columns drawn line by line, first the line on the left, then that on the right."""
    return sorted([*left, *right], key=lambda text: (text.y, text.x))


def paged(paragraphs: Sequence[str], columns: int = 1, bottom: float = 780.0) -> list[list[Text]]:
    """Paragraphs on as many pages as they need; one may begin in a column and end in the next."""
    width = 470.0 if columns == 1 else 220.0
    filled: list[list[Text]] = [[]]
    shift = 0.0
    for text in column(paragraphs, width=width):
        if text.y - shift > bottom:
            shift = text.y - 100.0
            filled.append([])
        aside = 250.0 * ((len(filled) - 1) % columns)
        filled[-1].append(replace(text, x=text.x + aside, y=round(text.y - shift, 3)))
    starts = range(0, len(filled), columns)
    return [[text for part in filled[at : at + columns] for text in part] for at in starts]


def headed(pages: Sequence[Sequence[Text]]) -> list[list[Text]]:
    """Pages with a symbol and a number above, changing sides, and a line below."""
    return [
        [
            Text("A/CONF.9/12" if number % 2 else str(number), 60, 40, 9),
            Text(str(number) if number % 2 else "A/CONF.9/12", 480, 40, 9),
            *page,
            Text("18-00042 (E)", 60, 815, 8),
        ]
        for number, page in enumerate(pages, 1)
    ]


def pictures(data: bytes, turn: int = 0) -> bytes:
    """The same pages as pictures, each turned by some degrees: what a scanner makes."""
    scans = [
        page.render(scale=200 / 72, rotation=turn).to_pil() for page in pypdfium2.PdfDocument(data)
    ]
    return drawn(*(partial(_draw_picture, scan) for scan in scans))


def _draw_picture(scan: Image.Image, canvas: Canvas) -> None:
    width, height = scan.width * 72 / 200, scan.height * 72 / 200
    canvas.setPageSize((width, height))
    canvas.drawImage(ImageReader(scan), 0, 0, width, height)


def many_pages(count: int) -> bytes:
    """A file that names one page *count* times."""
    kids = b"3 0 R " * count
    head = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
    tree = b"2 0 obj<</Type/Pages/Count %d/Kids[%s]>>endobj\n" % (count, kids)
    page = b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]>>endobj\n"
    return head + tree + (page if count else b"") + b"trailer<</Root 1 0 R>>\n%%EOF"


def read(data: bytes, name: str = "drawn.pdf", limits: Limits | None = None) -> Document:
    """What the reader makes of a file."""
    return PdfReader().read(data, name, limits or Limits())


def blocks(document: Document) -> list[str]:
    """The texts of a document's blocks."""
    return [document.text[block.start : block.end] for block in document.blocks]
