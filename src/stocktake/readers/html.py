"""Web pages: their matter in order, with headings, lists, tables and footnotes; no navigation."""

from __future__ import annotations

import codecs
import re
from pathlib import PurePath

from lxml import html as lxml_html
from lxml.etree import _Element

from stocktake.errors import ReadError
from stocktake.model import Document
from stocktake.readers.base import guard
from stocktake.readers.building import Reading, Source, assemble
from stocktake.readers.decoding import decode
from stocktake.readers.html_main import matter
from stocktake.readers.html_notes import with_footnotes
from stocktake.readers.html_walk import HtmlWalk
from stocktake.readers.typed import with_typed
from stocktake.settings import Limits

SUFFIXES = {".html", ".htm", ".xhtml", ".shtml"}
_CHARSET = re.compile(
    rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]+)|<\?xml[^>]{0,100}?encoding=["']([\w.:-]+)""",
    re.IGNORECASE,
)
_OPENING = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_ELEMENT = re.compile(r"<(?:p|div|h[1-6]|table|ul|ol|span|br|a)\b[^<>]*>", re.IGNORECASE)
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")


class HtmlReader:
    """Reads HTML as browsers do, well-formed or not."""

    name = "html"
    version = "1"
    media_types = ("text/html", "application/xhtml+xml")

    def sniff(self, data: bytes, name: str) -> bool:
        """HTML begins with its doctype or root; a file called so needs but one element."""
        try:
            text = decode_page(data[:20_000], name)[0]
        except ReadError:
            return False
        called_so = PurePath(name).suffix.lower() in SUFFIXES
        return bool(_OPENING.match(text) or (called_so and _ELEMENT.search(text)))

    def read(self, data: bytes, name: str, limits: Limits) -> Document:
        """Read the matter of the page *data*."""
        with guard(data, name, limits, "HTML"):
            text, notes = decode_page(data, name)
            root = parse_page(text)
            walk = HtmlWalk(limits.depth, name)
            walk.walk(root)
            pieces, changes = with_footnotes(walk.raw, walk.pieces, walk.links)
            kept = matter(root, walk.raw, pieces)
            blocks = [piece.found for piece, keep in zip(pieces, kept, strict=True) if keep]
            reading = Reading(
                walk.raw,
                list(with_typed(walk.raw, blocks)),
                [*walk.changes, *changes],
                title=_title(root),
                notes=notes,
            )
            return assemble(reading, Source(data, name, self.name, self.version), limits)


def decode_page(data: bytes, name: str) -> tuple[str, list[str]]:
    """The characters of a page, in the encoding it declares if that is one."""
    declared = _CHARSET.search(data[:4096])
    if declared and not data.startswith(
        (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
    ):
        label = (declared[1] or declared[2]).decode("ascii")
        try:
            encoding = codecs.lookup({"iso-8859-1": "cp1252"}.get(label.lower(), label)).name
            return data.decode(encoding), []
        except (LookupError, UnicodeError, ValueError):
            text, notes = decode(data, name)
            return text, [f"declares the encoding {label}, which it is not in", *notes]
    return decode(data, name)


def parse_page(text: str) -> _Element:
    """The tree of a page, as browsers make it."""
    parser = lxml_html.HTMLParser(remove_comments=True, remove_pis=True, huge_tree=True)
    clean = _DECLARATION.sub("", text.replace("\0", ""))
    return lxml_html.document_fromstring(clean, parser=parser)


def _title(root: _Element) -> str | None:
    """The only heading of the first level, or else what the page calls itself."""
    headings = [_words(heading) for heading in root.iter("h1")]
    titles = [_words(title) for title in root.iter("title")]
    chosen = headings if len(headings) == 1 and headings[0] else titles or headings
    return chosen[0] or None if chosen else None


def _words(element: _Element) -> str:
    return " ".join("".join(element.itertext()).split())
