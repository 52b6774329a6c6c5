"""The JSON Schema (draft 2020-12) of a stock as JSON, read from the dataclasses of the model."""

from __future__ import annotations

from stocktake.exporters.shapes import Schema, Shapes
from stocktake.exporters.stockjson import FORMAT, VERSION
from stocktake.model import Stock

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema() -> Schema:
    """The schema, always in the same order."""
    shapes = Shapes("#/$defs/")
    stock = shapes.of(Stock)
    return {
        "$schema": DIALECT,
        "title": "A stock of stocktake",
        "type": "object",
        "properties": {
            "format": {"const": FORMAT},
            "version": {"const": VERSION},
            "stock": stock,
        },
        "required": ["format", "version", "stock"],
        "additionalProperties": False,
        "$defs": dict(sorted(shapes.named.items())),
    }
