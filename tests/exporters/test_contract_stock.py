"""The contract of exporters of stocks, for every one there is, and what happens when one fails."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

import pytest

from stocktake.errors import UsageError
from stocktake.exporters import (
    STOCK_EXPORTERS,
    ExportError,
    Files,
    Material,
    StockExporter,
    export_stock,
)
from stocktake.exporters.base import export_with
from tests.exporters import contract_stock

CHECKS = [
    contract_stock.check_same_bytes,
    contract_stock.check_plain_names,
    contract_stock.check_survives_nothing,
    contract_stock.check_survives_hostile_words,
]


@pytest.mark.parametrize("name", STOCK_EXPORTERS.names())
@pytest.mark.parametrize("check", CHECKS)
def test_every_exporter_keeps_the_contract(
    name: str, check: Callable[[StockExporter], None]
) -> None:
    check(STOCK_EXPORTERS.get(name))


class Crashing:
    media_type: ClassVar[str] = "text/plain"

    def export(self, material: Material) -> Files:
        raise KeyError("x")


def test_an_exporter_that_crashes_is_named() -> None:
    with pytest.raises(ExportError, match="'crashing' failed: KeyError"):
        export_with(Crashing().export, "crashing", contract_stock.empty())


def test_an_unknown_format_is_answered_with_those_there_are() -> None:
    with pytest.raises(UsageError, match="graphml"):
        export_stock(contract_stock.empty(), "papyrus")
