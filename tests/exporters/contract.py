"""What every exporter must do, whoever wrote it.

``readable`` turns what it wrote into its words; one entry a format.
"""

from __future__ import annotations

import html
import io
import json
import re
import unicodedata
import zipfile
from collections.abc import Callable, Iterator

import pypdfium2
from lxml import etree
from lxml import html as lxml_html
from pypdfium2 import raw

from stocktake.exporters import Exporter
from stocktake.model import Report
from tests.exporters import samples
from tests.reports import reading

_RAISED = 6.3
_OTHER_WAY = re.compile("\u202e[^\u202c]*")
_PLAIN = re.compile(r"[!-~]+(?: [!-~]+)*")
_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def check_same_bytes(exporter: Exporter) -> None:
    assert exporter.export(samples.invented()) == exporter.export(samples.invented())


def check_keeps_every_word(exporter: Exporter, report: Report) -> None:
    text = _squeezed(READABLE[exporter.suffix](exporter.export(report)))
    parts = PARTS.get(exporter.suffix, lambda words: [words])
    told = (part for words in texts_of(report) for part in parts(words))
    assert [words for words in told if _squeezed(words) not in text] == []


def check_survives_nothing(exporter: Exporter) -> None:
    assert exporter.export(samples.EMPTY)


def texts_of(report: Report) -> Iterator[str]:
    """Every text of a report that a reader must find again."""
    yield from (report.title, report.subtitle, report.stock_digest)
    yield from (section.title for section in report.walk())
    yield from (entry.heading for entry in reading.entries(report))
    yield from (sentence.text for sentence in reading.sentences(report))
    for table in reading.tables(report).values():
        yield from (table.caption, *table.columns)
    yield from (cell.text for cell in reading.cells(report))
    for citation in report.citations:
        yield from (citation.quote, citation.before, citation.after, *citation.actors)


def _html(data: bytes) -> str:
    page = lxml_html.fromstring(data.decode())
    for notes in page.iter("sup"):
        notes.text = ""
        for note in list(notes):
            notes.remove(note)
    return str(page.text_content())


def _markdown(data: bytes) -> str:
    text = re.sub(r"\[\^c\d+\](?!:)", "", data.decode())
    return html.unescape(re.sub(r"\\(.)", r"\1", text))


def _word(data: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        body = etree.fromstring(package.read("word/document.xml"))
    raised = {
        text
        for mark in body.iter(f"{_WORD}vertAlign")
        for text in mark.getparent().getparent().iter(f"{_WORD}t")
    }
    return "".join(
        "\n" if item.tag == f"{_WORD}p" else item.text or ""
        for item in body.iter(f"{_WORD}t", f"{_WORD}p")
        if item not in raised
    )


def _pdf(data: bytes) -> str:
    """The words without the raised numbers, which are smaller than all others."""
    return "\n".join(map(_page, pypdfium2.PdfDocument(data)))


def _page(page: pypdfium2.PdfPage) -> str:
    words = page.get_textpage()
    places = (n for n in range(words.count_chars()) if raw.FPDFText_GetFontSize(words, n) > _RAISED)
    return "".join(chr(raw.FPDFText_GetUnicode(words, place)) for place in places)


def _plain_stretches(words: str) -> list[str]:
    """What a PDF holds as it was told: other scripts stand in it as they are drawn."""
    return _PLAIN.findall(_OTHER_WAY.sub("", words))


def _json(data: bytes) -> str:
    found: list[str] = []

    def gather(value: object) -> None:
        if isinstance(value, str):
            found.append(value)
        elif isinstance(value, list | dict):
            for item in value.values() if isinstance(value, dict) else value:
                gather(item)

    gather(json.loads(data))
    return "\n".join(found)


READABLE: dict[str, Callable[[bytes], str]] = {
    ".html": _html,
    ".md": _markdown,
    ".docx": _word,
    ".json": _json,
    ".pdf": _pdf,
}


PARTS: dict[str, Callable[[str], list[str]]] = {".pdf": _plain_stretches}


def _squeezed(text: str) -> str:
    """Without white space and the characters that no format can hold."""
    kept = (char for char in text if unicodedata.category(char) not in {"Cc", "Cs", "Cn", "So"})
    return "".join("".join(kept).split()).replace("?", "").replace("\ufffd", "")
