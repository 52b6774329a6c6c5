"""JSON Schema (draft 2020-12) of types: dataclasses, enumerations, what they are made of."""

from __future__ import annotations

import dataclasses
import inspect
import types
import typing
from collections.abc import Sequence
from datetime import date
from enum import Enum
from typing import Any, TypeVar

Schema = dict[str, Any]
_PLAIN: dict[Any, Schema] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    float: {"type": "number"},
    bool: {"type": "boolean"},
    date: {"type": "string", "format": "date"},
    type(None): {"type": "null"},
    Any: {},
}


class Shapes:
    """Schemas; those of types with a name are collected in *named* and referred to by *place*."""

    def __init__(self, place: str) -> None:
        self.named: dict[str, Schema] = {}
        self._place = place

    def of(self, hint: Any) -> Schema:
        """The schema of what has that type hint."""
        if hint in _PLAIN:
            return _PLAIN[hint]
        kind, arguments = typing.get_origin(hint), typing.get_args(hint)
        if dataclasses.is_dataclass(kind) or (isinstance(hint, type) and not arguments):
            return self._with_name(kind or hint, arguments)
        if kind in {types.UnionType, typing.Union}:
            return {"anyOf": [self.of(item) for item in arguments]}
        return {"type": "object"} if kind is dict else self._row(kind, arguments)

    def _row(self, kind: Any, arguments: tuple[Any, ...]) -> Schema:
        if arguments[-1] is Ellipsis or kind in {Sequence, list}:
            return {"type": "array", "items": self.of(arguments[0])}
        return {
            "type": "array",
            "prefixItems": [self.of(item) for item in arguments],
            "items": False,
            "minItems": len(arguments),
        }

    def _with_name(self, kind: Any, arguments: tuple[Any, ...]) -> Schema:
        name = ".".join([kind.__name__, *(item.__name__ for item in arguments)])
        if name not in self.named:
            self.named[name] = {}
            self.named[name] = self._definition(kind, arguments)
        return {"$ref": f"{self._place}{name}"}

    def _definition(self, kind: Any, arguments: tuple[Any, ...]) -> Schema:
        told = {"description": inspect.cleandoc(kind.__doc__ or "")}
        if issubclass(kind, Enum):
            return {**told, "enum": [member.value for member in kind]}
        hints = typing.get_type_hints(kind)
        meant = dict(zip(getattr(kind, "__parameters__", ()), arguments, strict=True))
        fields = dataclasses.fields(kind)
        return {
            **told,
            "type": "object",
            "properties": {item.name: self.of(_filled(hints[item.name], meant)) for item in fields},
            "required": [item.name for item in fields if item.default is dataclasses.MISSING],
            "additionalProperties": False,
        }


def _filled(hint: Any, meant: dict[TypeVar, Any]) -> Any:
    """A type hint with what its variables stand for."""
    if hint in meant:
        return meant[hint]
    open_ = getattr(hint, "__parameters__", ())
    return hint[tuple(meant[item] for item in open_)] if open_ else hint
