from __future__ import annotations

import io

import pypdfium2
import pytest

from stocktake.readers.ocr import OcrFailedError, Orientation, Tesseract, find_tesseract
from tests.conftest import skip_or_fail
from tests.readers.pdf_drawing import column, pdf, sentence

WORDS = sentence(3)


@pytest.fixture(scope="module")
def tesseract() -> Tesseract:
    found = find_tesseract()
    if found is None:
        skip_or_fail("tesseract is not installed (tesseract-ocr, tesseract-ocr-eng)")
    assert found
    return found


def _image(turn: int = 0) -> bytes:
    page = pypdfium2.PdfDocument(pdf(column([WORDS] * 6, size=11)))[0]
    file = io.BytesIO()
    page.render(scale=150 / 72, rotation=turn).to_pil().save(file, "PNG")
    return file.getvalue()


def test_lines_come_with_their_words_and_places(tesseract: Tesseract) -> None:
    lines = tesseract.read(_image(), ["eng"], 60)
    assert " ".join(line.text for line in lines[:2]) == WORDS
    assert lines[0].words[0].left < lines[0].words[1].left
    assert lines[0].confidence > 0.8


def test_it_tells_how_a_page_lies_and_its_script(tesseract: Tesseract) -> None:
    assert tesseract.orientation(_image(90), 60) == Orientation(270, "Latin")


def test_what_has_no_text_lies_as_it_is(tesseract: Tesseract) -> None:
    assert tesseract.orientation(b"no image", 60) == Orientation()


def test_too_little_time_is_an_error(tesseract: Tesseract) -> None:
    with pytest.raises(OcrFailedError):
        tesseract.read(_image(), ["eng"], 0)


def test_an_image_that_is_none_is_an_error(tesseract: Tesseract) -> None:
    with pytest.raises(OcrFailedError):
        tesseract.read(b"no image", ["eng"], 60)


def test_a_script_is_read_with_its_installed_languages() -> None:
    tesseract = Tesseract("tesseract", frozenset({"osd", "eng", "rus"}))
    assert tesseract.languages_for("Latin") == ["eng"]
    assert tesseract.languages_for("Cyrillic") == ["rus"]
    assert tesseract.languages_for("Arabic") == ["eng", "rus"]


def test_a_program_that_is_not_there_is_an_error() -> None:
    missing = Tesseract("/nowhere/tesseract", frozenset({"eng"}))
    with pytest.raises(OcrFailedError):
        missing.read(b"", ["eng"], 1)
