"""Records as plain data that JSON can hold, and back; the shape is read from the type hints."""

from __future__ import annotations

import dataclasses
import json
import types
import typing
from collections.abc import Callable, Iterable
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
    return json.dumps(plain(record), ensure_ascii=False, separators=(",", ":"))


def loads(kind: type[T], packed: str | bytes) -> T:
    """The record that ``dumps`` wrote."""
    return restored(kind, json.loads(packed))


def dumps_all(records: Iterable[Any]) -> str:
    """Compact JSON of several dataclasses."""
    return json.dumps([plain(item) for item in records], ensure_ascii=False, separators=(",", ":"))


def loads_all(kind: type[T], packed: str) -> tuple[T, ...]:
    """The records that ``dumps_all`` wrote."""
    return tuple(restored(kind, data) for data in json.loads(packed))


def plain(record: Any) -> Any:
    """A dataclass as dicts, lists, strings and numbers."""
    kind: Any = type(record)
    return _encoder(kind)(record)


def restored(kind: type[T], data: Any) -> T:
    """The dataclass of *kind* that ``plain`` made *data* of."""
    hint: Any = kind
    record: T = _decoder(hint)(data)
    return record


@cache
def _encoder(hint: Any) -> Convert:
    if dataclasses.is_dataclass(hint):
        return _record_encoder(hint)
    return _converter(hint, _encoder, {Enum: _value_of, date: date.isoformat}, list)


@cache
def _decoder(hint: Any) -> Convert:
    if dataclasses.is_dataclass(hint):
        return _record_decoder(hint)
    builders = {Enum: hint, date: date.fromisoformat}
    return _converter(hint, _decoder, builders, tuple)


def _record_encoder(kind: Any) -> Convert:
    hints = typing.get_type_hints(kind)
    parts = [
        (field.name, _encoder(hints[field.name]), field.default, attrgetter(field.name))
        for field in dataclasses.fields(kind)
    ]

    def encode(record: Any) -> dict[str, Any]:
        return {
            name: convert(value)
            for name, convert, default, value_of in parts
            if (value := value_of(record)) != default
        }

    return encode


def _record_decoder(kind: Any) -> Convert:
    hints = typing.get_type_hints(kind)
    parts = {field.name: _decoder(hints[field.name]) for field in dataclasses.fields(kind)}

    def decode(data: dict[str, Any]) -> Any:
        return kind(**{name: parts[name](value) for name, value in data.items()})

    return decode


def _converter(
    hint: Any, of: Callable[[Any], Convert], builders: dict[type, Convert], sequence: type
) -> Convert:
    """The converter of a hint that is no dataclass: plain, enum, date, optional or tuple."""
    if hint in PLAIN or hint is type(None):
        return _same
    if isinstance(hint, type):
        return next(build for kind, build in builders.items() if issubclass(hint, kind))
    arguments = typing.get_args(hint)
    if isinstance(hint, types.UnionType) or typing.get_origin(hint) is typing.Union:
        return _optional(of(next(item for item in arguments if item is not type(None))))
    if arguments[-1] is Ellipsis:
        return _many(of(arguments[0]), sequence)
    return _fixed([of(item) for item in arguments], sequence)


def _optional(convert: Convert) -> Convert:
    return lambda value: None if value is None else convert(value)


def _many(convert: Convert, sequence: type) -> Convert:
    if convert is _same:
        return sequence
    return lambda values: sequence([convert(value) for value in values])


def _fixed(converters: list[Convert], sequence: type) -> Convert:
    return lambda values: sequence(
        [convert(value) for convert, value in zip(converters, values, strict=True)]
    )


def _same(value: Any) -> Any:
    return value


def _value_of(member: Enum) -> Any:
    return member.value
