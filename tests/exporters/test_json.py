"""JSON in a shape that stays."""

from __future__ import annotations

import json
from dataclasses import fields
from typing import Any

import pytest

from stocktake.exporters.jsonfile import JsonExporter
from stocktake.model import Citation, Report


@pytest.fixture(scope="module")
def written(report: Report) -> Any:
    return json.loads(JsonExporter().export(report))


def test_the_file_says_what_it_is(written: Any) -> None:
    assert (written["format"], written["version"]) == ("stocktake-report", 1)


def test_citations_hold_every_field(written: Any) -> None:
    assert list(written["citations"][0]) == [field.name for field in fields(Citation)]


def test_blocks_say_their_type(written: Any) -> None:
    types = {block["type"] for section in written["sections"] for block in section["blocks"]}
    assert types == {"paragraph", "table", "chart", "listing"}


def test_every_cited_id_is_a_citation(written: Any, report: Report) -> None:
    cited = set()

    def gather(value: Any) -> None:
        if isinstance(value, dict):
            if "citations" in value and isinstance(value["citations"], list):
                cited.update(item for item in value["citations"] if isinstance(item, str))
            for item in value.values():
                gather(item)
        elif isinstance(value, list):
            for item in value:
                gather(item)

    gather(written["sections"])
    assert cited <= {citation.id for citation in report.citations}


def test_the_shape_is_documented() -> None:
    import stocktake.exporters.jsonfile as module

    documented = module.__doc__ or ""
    assert all(name in documented for name in module._TYPES.values())
