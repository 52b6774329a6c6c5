"""The JSON Schema (draft 2020-12) of a stock as JSON, read from the dataclasses of the model."""

from __future__ import annotations

import dataclasses
import inspect
import types
import typing
from collections.abc import Sequence
from datetime import date
from enum import Enum
from typing import Any

from stocktake.exporters.stockjson import FORMAT, VERSION
from stocktake.model import Stock

Schema = dict[str, Any]
DIALECT = "https://json-schema.org/draft/2020-12/schema"
_PLAIN: dict[Any, Schema] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    float: {"type": "number"},
    bool: {"type": "boolean"},
    date: {"type": "string", "format": "date"},
    type(None): {"type": "null"},
}


def schema() -> Schema:
    """The schema, always in the same order."""
    definitions: dict[str, Schema] = {}
    stock = _of(Stock, definitions)
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
        "$defs": dict(sorted(definitions.items())),
    }


def _of(hint: Any, definitions: dict[str, Schema]) -> Schema:
    if hint in _PLAIN:
        return _PLAIN[hint]
    if isinstance(hint, type):
        if hint.__name__ not in definitions:
            definitions[hint.__name__] = {}
            definitions[hint.__name__] = _definition(hint, definitions)
        return {"$ref": f"#/$defs/{hint.__name__}"}
    arguments = typing.get_args(hint)
    if typing.get_origin(hint) in {types.UnionType, typing.Union}:
        return {"anyOf": [_of(item, definitions) for item in arguments]}
    if arguments[-1] is Ellipsis or typing.get_origin(hint) is Sequence:
        return {"type": "array", "items": _of(arguments[0], definitions)}
    return {
        "type": "array",
        "prefixItems": [_of(item, definitions) for item in arguments],
        "items": False,
        "minItems": len(arguments),
    }


def _definition(kind: Any, definitions: dict[str, Schema]) -> Schema:
    told = {"description": inspect.cleandoc(kind.__doc__ or "")}
    if issubclass(kind, Enum):
        return {**told, "enum": [member.value for member in kind]}
    hints = typing.get_type_hints(kind)
    fields = dataclasses.fields(kind)
    return {
        **told,
        "type": "object",
        "properties": {field.name: _of(hints[field.name], definitions) for field in fields},
        "required": [field.name for field in fields if field.default is dataclasses.MISSING],
        "additionalProperties": False,
    }
