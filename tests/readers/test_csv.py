"""Tables of comma-separated values."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stocktake.errors import ReadError
from stocktake.model import Document
from stocktake.readers import read as read_any
from stocktake.readers.csv import CsvReader
from stocktake.settings import Limits
from tests.readers.contract import Sample, check_document, check_mutations, check_reader

TABLE = 'country,vote\nFreedonia,yes\n"Ruritania, Kingdom of",no\n'
SAMPLE = Sample("vote.csv", TABLE.encode(), ("Freedonia", "Ruritania, Kingdom of"))


def read(text: str, name: str = "a.csv") -> Document:
    return CsvReader().read(text.encode(), name, Limits())


def test_it_keeps_the_contract_of_readers() -> None:
    check_reader(CsvReader(), SAMPLE)
    check_mutations(CsvReader(), [SAMPLE], 100)


def test_each_cell_is_a_block_that_knows_its_row_and_column() -> None:
    document = read(TABLE)
    told = [(document.text[b.start : b.end], b.row, b.column) for b in document.blocks]
    assert told[2:5] == [("Freedonia", 1, 0), ("yes", 1, 1), ("Ruritania, Kingdom of", 2, 0)]


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_cells_stand_apart_by_what_the_first_line_has_most_of(delimiter: str) -> None:
    assert len(read(TABLE.replace(",", delimiter, 2)).blocks) >= 4


def test_the_name_tells_a_table_from_a_text() -> None:
    readers = [read_any(TABLE.encode(), name, Limits()).reader for name in ("a.csv", "a.txt")]
    assert readers == ["csv 1", "txt 2"]


@given(st.text(st.sampled_from('ab ,;"\n\té中'), min_size=1, max_size=80))
def test_any_text_gives_a_sound_document_or_an_error_of_ours(text: str) -> None:
    try:
        check_document(read(text))
    except ReadError:
        return
