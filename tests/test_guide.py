"""The guide to the Python API tells the truth: its blocks are run, one after another."""

from __future__ import annotations

import doctest
import re
from pathlib import Path

import pytest

import stocktake
from stocktake.exporters import export_stock
from stocktake.exporters.stockjson import NAME
from tests.conftest import ROOT
from tests.exporters.contract_stock import invented

GUIDE = ROOT / "docs" / "guide.md"
BLOCK = re.compile(r"^```python\n(.*?)^```$", re.S | re.M)


def test_every_block_of_the_guide_gives_what_it_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    blocks = BLOCK.findall(GUIDE.read_text(encoding="utf-8"))
    told = doctest.DocTestParser().get_doctest("\n".join(blocks), {}, "guide", str(GUIDE), 0)
    (tmp_path / NAME).write_bytes(export_stock(invented(), "json")[NAME])
    monkeypatch.chdir(tmp_path)
    found: list[str] = []
    outcome = doctest.DocTestRunner(optionflags=doctest.IGNORE_EXCEPTION_DETAIL).run(
        told, out=found.append
    )
    assert (outcome.failed, "".join(found)) == (0, "")
    assert outcome.attempted > 10


def test_the_example_of_the_package_gives_what_it_says() -> None:
    assert doctest.testmod(stocktake).failed == 0
