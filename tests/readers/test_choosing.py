"""A file is read as what it is, or refused with a reason of its own and a remedy."""

from __future__ import annotations

import pytest

from stocktake import readers
from stocktake.errors import ReadError
from stocktake.readers.docx import DocxReader
from stocktake.readers.html import HtmlReader
from stocktake.readers.md import MarkdownReader
from stocktake.readers.txt import TextReader
from stocktake.settings import Limits
from tests.readers.contract import Sample, check_document, check_mutations, check_reader
from tests.readers.nasty import BOUNDED, Nasty, nasty_files
from tests.readers.samples import MARKDOWN_SAMPLES, PAGE, PAGE_SAMPLES, TEXT_SAMPLES, WORD_SAMPLES

KINDS = [
    (TextReader(), TEXT_SAMPLES),
    (MarkdownReader(), MARKDOWN_SAMPLES),
    (HtmlReader(), PAGE_SAMPLES),
    (DocxReader(), WORD_SAMPLES),
]
MUTATIONS = 2_000


@pytest.mark.parametrize(("reader", "samples"), KINDS)
def test_every_reader_keeps_the_contract(reader: readers.Reader, samples: list[Sample]) -> None:
    for sample in samples:
        check_reader(reader, sample)


@pytest.mark.parametrize(("reader", "samples"), KINDS)
def test_damaged_files_raise_nothing_but_errors_of_ours(
    reader: readers.Reader, samples: list[Sample]
) -> None:
    check_mutations(reader, samples, MUTATIONS)


@pytest.mark.parametrize("nasty", nasty_files(), ids=lambda nasty: nasty.name)
def test_each_nasty_file_is_refused_for_its_own_reason(nasty: Nasty) -> None:
    with pytest.raises(ReadError, match=f"(?s){nasty.says}") as caught:
        readers.read(nasty.data, nasty.name, BOUNDED)
    assert caught.value.remedy
    assert caught.value.place == nasty.name


@pytest.mark.parametrize("name", ["views.txt", "views.docx", "views"])
def test_a_page_is_read_as_a_page_whatever_it_is_called(name: str) -> None:
    document = readers.read(PAGE.encode(), name, Limits())
    assert document.reader.startswith("html")


def test_a_wrong_ending_is_told_in_a_note() -> None:
    document = readers.read(WORD_SAMPLES[0].data, "views.pdf", Limits())
    assert document.notes[-1] == "is called .pdf but is docx, and was read as that"


def test_a_right_ending_needs_no_note() -> None:
    assert readers.read(b"Words.", "a.txt", Limits()).notes == ()


def test_one_byte_more_is_another_input_and_another_document() -> None:
    first, second = (readers.read(data, "a.txt", Limits()) for data in (b"Words", b"Words\n"))
    assert first.text == second.text
    assert first.id != second.id


def test_all_formats_are_there() -> None:
    assert readers.READERS.names() == ["csv", "docx", "html", "md", "pdf", "txt"]


class Crashing:
    name = "crashing"
    version = "1"
    media_types = ()

    def sniff(self, data: bytes, name: str) -> bool:
        return b"plugged in" in data

    def read(self, data: bytes, name: str, limits: Limits) -> None:
        raise KeyError("lost")


def test_a_plug_in_that_crashes_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(readers.READERS._built_in, "crashing", Crashing())  # type: ignore[arg-type]
    with pytest.raises(ReadError, match="made the reader crashing fail \\(KeyError"):
        readers.read(b"plugged in", "a.new", Limits())


def test_the_document_of_a_plug_in_is_sound() -> None:
    check_document(readers.read(b"Plain words.", "a.unknown", Limits()))
