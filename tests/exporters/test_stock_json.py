"""A whole stock as JSON: told by a schema, and read back the same."""

from __future__ import annotations

import json
from typing import Any

import jsonschema
import pytest

from stocktake.errors import UsageError
from stocktake.exporters import export_stock, read_stock
from stocktake.exporters.schema import schema
from stocktake.exporters.stockjson import NAME
from tests.conftest import ROOT
from tests.exporters.contract_stock import hostile, invented


def whole() -> Any:
    return json.loads(export_stock(invented(), "json")[NAME])


def problems(data: Any) -> list[str]:
    checker = jsonschema.Draft202012Validator(schema())
    return [error.message for error in checker.iter_errors(data)]


def test_a_stock_comes_back_the_same() -> None:
    material = invented()
    assert read_stock(export_stock(material, "json")[NAME]) == material.stock


def test_hostile_words_are_written_in_utf_8() -> None:
    assert read_stock(export_stock(hostile(), "json")[NAME]).actors[0].name


def test_what_is_written_keeps_to_the_schema() -> None:
    assert problems(whole()) == []


def test_what_is_no_part_of_a_stock_breaks_the_schema() -> None:
    data = whole()
    data["stock"]["statements"][0]["act"] = "sings"
    data["stock"]["actors"][0]["colour"] = "red"
    assert len(problems(data)) == 2


def test_the_schema_is_one() -> None:
    jsonschema.Draft202012Validator.check_schema(schema())


def test_the_published_schema_is_that_of_the_model() -> None:
    published = json.loads((ROOT / "docs" / "stock.schema.json").read_text(encoding="utf-8"))
    assert published == schema(), "run: python -m tools.write_docs"


@pytest.mark.parametrize(
    "data", [b"", b"[]", b"{}", b'{"format": "stocktake-stock", "version": 9}']
)
def test_what_is_no_stock_is_refused(data: bytes) -> None:
    with pytest.raises(UsageError, match="stocktake export"):
        read_stock(data)
