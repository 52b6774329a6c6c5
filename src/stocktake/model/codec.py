"""Records as plain data that JSON can hold, and back; the shape is read from the type hints."""

from __future__ import annotations

import dataclasses
import json
import types
import typing
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from enum import Enum
from functools import cache
from operator import attrgetter
from typing import Any, TypeVar

T = TypeVar("T")
Convert = Callable[[Any], Any]
PLAIN = (str, int, float, bool)


def dumps(record: Any) -> str:
    """Compact JSON of a dataclass; fields that hold their default are left out."""
    return _JSON.encode(record)


def loads(kind: type[T], packed: str | bytes) -> T:
    """The record that ``dumps`` wrote."""
    return restored(kind, json.loads(packed))


def dumps_all(records: Iterable[Any]) -> str:
    """Compact JSON of several dataclasses."""
    return _JSON.encode(tuple(records))


def loads_all(kind: type[T], packed: str) -> tuple[T, ...]:
    """The records that ``dumps_all`` wrote."""
    hint: Any = kind
    return tuple(map(_decoder(hint), json.loads(packed)))


def plain(record: Any) -> Any:
    """A dataclass as dicts, lists, strings and numbers."""
    return json.loads(dumps(record))


def restored(kind: type[T], data: Any) -> T:
    """The dataclass of *kind* that ``plain`` made *data* of, which may be used up by this."""
    hint: Any = kind
    record: T = _decoder(hint)(data)
    return record


def _told(value: Any) -> Any:
    """What JSON cannot hold, as what it can."""
    kind: Any = type(value)
    if isinstance(value, Sequence):
        return tuple(value)
    return value.isoformat() if kind is date else _encoder(kind)(value)


_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), default=_told)


@cache
def _encoder(kind: Any) -> Convert:
    """What makes a dict of a dataclass, without fields that hold their default."""
    fields = [(field.name, field.default) for field in dataclasses.fields(kind)]
    names = [name for name, _ in fields]
    get = attrgetter(*names)
    values_of = get if len(names) > 1 else lambda record: (get(record),)
    if all(default is dataclasses.MISSING for _, default in fields):
        return lambda record: dict(zip(names, values_of(record), strict=True))
    return lambda record: {
        name: value
        for (name, default), value in zip(fields, values_of(record), strict=True)
        if value != default
    }


@cache
def _decoder(hint: Any) -> Convert:
    """The converter of what JSON holds into what the *hint* says."""
    if hint in PLAIN or hint is type(None):
        return _same
    if dataclasses.is_dataclass(hint):
        return _record_decoder(hint)
    if isinstance(hint, type):
        return _members(hint) if issubclass(hint, Enum) else date.fromisoformat
    arguments = typing.get_args(hint)
    if isinstance(hint, types.UnionType) or typing.get_origin(hint) is typing.Union:
        return _optional(_decoder(next(item for item in arguments if item is not type(None))))
    if arguments[-1] is Ellipsis or typing.get_origin(hint) is Sequence:
        return _many(_decoder(arguments[0]))
    return _fixed([_decoder(item) for item in arguments])


def _record_decoder(kind: Any) -> Convert:
    hints = typing.get_type_hints(kind)
    decoders = {field.name: _decoder(hints[field.name]) for field in dataclasses.fields(kind)}
    needed = [(name, decode) for name, decode in decoders.items() if decode is not _same]

    def decode(data: dict[str, Any]) -> Any:
        for name, convert in needed:
            if name in data:
                data[name] = convert(data[name])
        return kind(**data)

    return decode


def _members(kind: type[Enum]) -> Convert:
    known = {member.value: member for member in kind}
    return lambda value: known[value]


def _optional(convert: Convert) -> Convert:
    return lambda value: None if value is None else convert(value)


def _many(convert: Convert) -> Convert:
    return tuple if convert is _same else lambda values: tuple(map(convert, values))


def _fixed(converters: list[Convert]) -> Convert:
    return lambda values: tuple(
        convert(value) for convert, value in zip(converters, values, strict=True)
    )


def _same(value: Any) -> Any:
    return value
