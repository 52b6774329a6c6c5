"""The Word document, as Word reads it."""

from __future__ import annotations

import io
import zipfile
from typing import Any

import pytest
from docx import Document
from docx.oxml.ns import qn

from stocktake.exporters.word import WordExporter
from stocktake.model import Report
from tests.reports import reading


@pytest.fixture(scope="module")
def written(report: Report) -> bytes:
    return WordExporter().export(report)


@pytest.fixture(scope="module")
def document(written: bytes) -> Any:
    return Document(io.BytesIO(written))


def test_sections_have_real_heading_styles(document: Any, report: Report) -> None:
    headings = [p.text for p in document.paragraphs if p.style.name == "Heading 1"]
    assert headings[:-1] == [
        f"{number}  {section.title}" for number, section in enumerate(report.sections, 1)
    ]


def test_contents_are_a_field_that_word_can_renew(document: Any) -> None:
    fields = [item.text for item in document.element.iter(qn("w:instrText"))]
    assert any(field.startswith("TOC ") for field in fields)


def test_fields_that_begin_also_end(document: Any) -> None:
    marks = [item.get(qn("w:fldCharType")) for item in document.element.iter(qn("w:fldChar"))]
    assert marks.count("begin") == marks.count("separate") == marks.count("end") > 0


def test_every_internal_link_leads_to_a_bookmark(document: Any) -> None:
    links = {item.get(qn("w:anchor")) for item in document.element.iter(qn("w:hyperlink"))}
    names = {item.get(qn("w:name")) for item in document.element.iter(qn("w:bookmarkStart"))}
    assert links - {None} <= names


def test_every_table_repeats_its_header_row(document: Any, report: Report) -> None:
    heads = list(document.element.iter(qn("w:tblHeader")))
    assert len(heads) == len(document.tables) == len(reading.tables(report))


def test_all_members_of_the_package_have_the_same_date(written: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(written)) as package:
        assert {item.date_time for item in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_a_quotation_from_right_to_left_says_so(hostile: Report) -> None:
    document = Document(io.BytesIO(WordExporter().export(hostile)))
    assert len(list(document.element.iter(qn("w:bidi")))) == 2


def test_the_document_says_its_title(document: Any, report: Report) -> None:
    assert document.core_properties.title == report.title
