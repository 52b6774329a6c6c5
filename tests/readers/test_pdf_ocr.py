from __future__ import annotations

import io

import pypdfium2
import pytest
from reportlab.pdfgen.canvas import Canvas

from stocktake.errors import LimitError, ReadError
from stocktake.readers import pdf as pdf_module
from stocktake.readers.ocr import Tesseract, find_tesseract
from stocktake.settings import Limits
from tests.conftest import skip_or_fail
from tests.readers.pdf_drawing import (
    Text,
    across,
    blocks,
    column,
    drawn,
    pdf,
    pictures,
    read,
    sentence,
)

SENTENCES = [sentence(number, 32).split(maxsplit=1)[1] for number in range(8)]
PAGE = column(SENTENCES, size=11)
UNMAPPED = "6HQWHQFH WKDW PHDQV QRWKLQJ " * 3


@pytest.fixture
def ocr() -> None:
    if find_tesseract() is None:
        skip_or_fail("tesseract is not installed (tesseract-ocr, tesseract-ocr-eng)")


@pytest.fixture
def no_ocr(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_module, "find_tesseract", lambda: None)


@pytest.mark.usefixtures("ocr")
def test_a_scan_is_read_and_says_how_sure_it_is() -> None:
    document = read(pictures(pdf(PAGE)))
    assert blocks(document) == SENTENCES
    assert document.ocr_confidence
    assert document.ocr_confidence > 0.8
    assert "Page 1 is without text layer, read by OCR" in document.notes[0]


@pytest.mark.usefixtures("ocr")
def test_a_scan_that_lies_on_its_side_is_turned() -> None:
    assert blocks(read(pictures(pdf(PAGE), turn=90))) == SENTENCES


@pytest.mark.usefixtures("ocr")
def test_two_columns_of_a_scan_are_read_in_order() -> None:
    left, right = column(SENTENCES[:4], width=220), column(SENTENCES[4:], x=310, width=220)
    assert blocks(read(pictures(pdf(across(left, right))))) == SENTENCES


@pytest.mark.usefixtures("ocr")
def test_only_pages_without_text_go_through_ocr() -> None:
    document = read(_mixed())
    assert document.page_at(document.text.index(SENTENCES[0])) == 2
    assert "Page 2 is without text layer" in document.notes[0]


def _mixed() -> bytes:
    joined = pypdfium2.PdfDocument(pdf([Text("A page with a text layer.", 60, 100)]))
    joined.import_pages(pypdfium2.PdfDocument(pictures(pdf(PAGE))))
    file = io.BytesIO()
    joined.save(file)
    return file.getvalue()


@pytest.mark.usefixtures("no_ocr")
def test_a_scan_without_ocr_says_what_to_install() -> None:
    with pytest.raises(ReadError, match="no text layer") as caught:
        read(pictures(pdf(PAGE)))
    assert "Install tesseract" in caught.value.remedy


@pytest.mark.usefixtures("no_ocr")
def test_pages_that_cannot_be_read_are_noted() -> None:
    document = read(_mixed())
    assert document.text == "A page with a text layer."
    assert document.notes[0].startswith("Page 2 is without a text layer that can be used.")


@pytest.mark.usefixtures("no_ocr")
def test_a_garbled_text_layer_is_noted() -> None:
    texts = [Text(UNMAPPED, 60, 100 + 14 * number) for number in range(9)]
    assert "without a text layer that can be used" in read(pdf(texts)).notes[0]


def test_ocr_that_takes_too_long_names_the_key_to_raise(monkeypatch: pytest.MonkeyPatch) -> None:
    slow = Tesseract("/nowhere/tesseract", frozenset({"eng"}))
    monkeypatch.setattr(pdf_module, "find_tesseract", lambda: slow)
    with pytest.raises(LimitError, match="OCR read none of it") as caught:
        read(pictures(pdf(PAGE)), limits=Limits(ocr_seconds=1))
    assert "ocr_seconds" in caught.value.remedy


@pytest.mark.usefixtures("no_ocr")
def test_a_picture_beside_text_needs_no_ocr() -> None:
    def page(canvas: Canvas) -> None:
        canvas.rect(60, 60, 400, 600, fill=1)
        canvas.drawString(60, 700, "A caption above a dark field. " * 4)

    assert not read(drawn(page)).notes
