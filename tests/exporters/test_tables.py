"""A stock as tables, and the dictionary that tells what stands in them."""

from __future__ import annotations

import csv
import dataclasses
import io
import sys
from pathlib import Path

import pytest

from stocktake.exporters import ExportError, dictionary, export_stock
from stocktake.exporters.csvfiles import written
from stocktake.exporters.tables import TABLES, Table, Type
from tests.conftest import ROOT
from tests.exporters.contract_stock import hostile, invented

PYTHON = {Type.TEXT: str, Type.INTEGER: int, Type.NUMBER: float, Type.BOOLEAN: bool}


def cells(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode(), newline="")))


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_values_are_of_the_type_that_the_dictionary_tells(table: Table) -> None:
    for row in table.rows(invented()):
        for column, value in zip(table.columns, row, strict=True):
            assert value is None or type(value) is PYTHON[column.type], column.name


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_headings_are_those_of_the_dictionary(table: Table) -> None:
    data = export_stock(invented(), "csv")[f"{table.name}.csv"]
    told = [column for name, column, *_ in dictionary.rows() if name == table.name]
    assert cells(data)[0] == told


def test_every_list_of_records_in_a_stock_has_a_table() -> None:
    other_names = {
        "schemes": "themes",
        "changes": "position_changes",
        "affected": "affected_voices",
        "quality": "theme_quality",
        "rounds": "draft_settlements",
    }
    stock = invented().stock
    fields = (field.name for field in dataclasses.fields(stock))
    lists = (name for name in fields if isinstance(getattr(stock, name), tuple))
    assert {other_names.get(name, name) for name in lists} <= {table.name for table in TABLES}


def test_tables_have_names_of_their_own() -> None:
    assert len({table.name for table in TABLES}) == len(TABLES)


def test_every_statement_has_a_row_with_its_words() -> None:
    material = invented()
    rows = list(
        csv.DictReader(io.StringIO(export_stock(material, "csv")["statements.csv"].decode()))
    )
    assert [row["content"] for row in rows] == [
        item.content.text for item in material.stock.statements
    ]


def test_ids_in_links_are_those_of_the_tables_they_lead_to() -> None:
    files = {name: cells(data) for name, data in export_stock(invented(), "csv").items()}
    ids = {row[0] for row in files["statements.csv"]}
    assert {row[1] for row in files["proposal_statements.csv"]} <= ids


@pytest.mark.parametrize("words", ["=1+1", "+1", "-1", "@x", "\tx", "\rx", "\0=1"])
def test_words_are_no_formula(words: str) -> None:
    assert cells(written(["a"], [[words]]))[1][0].startswith("'")


def test_a_number_below_zero_stays_a_number() -> None:
    assert cells(written(["a", "b", "c"], [[-1, -0.5, True]]))[1] == ["-1", "-0.5", "true"]


def test_line_ends_are_those_of_the_standard() -> None:
    assert written(["a"], [["b\nc, d"], [None]]) == b'a\r\n"b\nc, d"\r\n""\r\n'


def test_hostile_words_come_back_from_a_table() -> None:
    material = hostile()
    rows = cells(export_stock(material, "csv")["actors.csv"])
    assert len(rows) == len(material.stock.actors) + 1


def test_parquet_holds_the_same_rows() -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    material = invented()
    for table in TABLES:
        data = export_stock(material, "parquet")[f"{table.name}.parquet"]
        read = parquet.read_table(io.BytesIO(data))
        assert [tuple(row.values()) for row in read.to_pylist()] == list(table.rows(material))


def test_parquet_columns_carry_their_meaning() -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    data = export_stock(invented(), "parquet")["statements.parquet"]
    field = parquet.read_schema(io.BytesIO(data)).field("act")
    assert field.metadata[b"meaning"].startswith(b"What the actor does")


def test_without_pyarrow_the_remedy_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(ExportError, match="stocktake\\[parquet\\]"):
        export_stock(invented(), "parquet")


def test_the_page_on_exports_holds_the_dictionary() -> None:
    page = Path(ROOT / "docs" / "exports.md").read_text(encoding="utf-8")
    assert dictionary.markdown() in page, "run: python -m tools.write_docs"
