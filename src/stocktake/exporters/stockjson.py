"""A whole stock as JSON, and back; its shape is told by docs/stock.schema.json.

``{"format": "stocktake-stock", "version": 1, "stock": {…}}``: records as in ``stocktake.model``,
fields that hold their default left out, dates in ISO 8601, ranges in Unicode code points.
"""

from __future__ import annotations

import json
from typing import Any, ClassVar

from stocktake.errors import UsageError
from stocktake.exporters.material import Files, Material
from stocktake.model import Stock, codec

FORMAT = "stocktake-stock"
VERSION = 1
NAME = "stock.json"


class StockJsonExporter:
    """Writes ``stock.json`` in UTF-8."""

    media_type: ClassVar[str] = "application/json"

    def export(self, material: Material) -> Files:
        whole = {"format": FORMAT, "version": VERSION, "stock": codec.plain(material.stock)}
        return {
            NAME: f"{json.dumps(whole, ensure_ascii=False, indent=1)}\n".encode("utf-8", "replace")
        }


def read_stock(data: bytes) -> Stock:
    """The stock that was written as JSON; UsageError if *data* is none, or of another version."""
    whole = _whole(data)
    if whole.get("format") != FORMAT or whole.get("version") != VERSION:
        raise UsageError(
            f"this is no stock that this version reads (format {FORMAT}, version {VERSION}).",
            remedy="Export it again: stocktake export --format json",
        )
    return codec.restored(Stock, whole["stock"])


def _whole(data: bytes) -> dict[str, Any]:
    try:
        whole = json.loads(data)
    except ValueError as error:
        raise UsageError(
            f"this is no JSON: {error}.", remedy="Give a file of: stocktake export --format json"
        ) from error
    return whole if isinstance(whole, dict) else {}
