"""Asks as bytes, so that they need not be read from their words again."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import fields
from typing import Any

from stocktake.analysis.asks import Ask

_NAMES = tuple(field.name for field in fields(Ask))
_SETS = frozenset(field.name for field in fields(Ask) if str(field.type).startswith("frozenset"))


def packed_asks(asks: Sequence[Ask]) -> bytes:
    """What ``unpacked_asks`` reads."""
    rows = [[_plain(getattr(ask, name)) for name in _NAMES] for ask in asks]
    return json.dumps(rows, ensure_ascii=False).encode("utf-8", "surrogatepass")


def unpacked_asks(packed: bytes) -> list[Ask]:
    """The asks that were packed."""
    return [
        Ask(*[read(value) for read, value in zip(_READ, row, strict=True)])
        for row in json.loads(packed)
    ]


def _plain(value: Any) -> Any:
    return sorted(value) if isinstance(value, frozenset) else value


def _reader(name: str) -> Callable[[Any], Any]:
    """What makes the value of a field of what JSON tells of it."""
    if name == "stems":
        return lambda pairs: tuple(map(tuple, pairs))
    return frozenset if name in _SETS else lambda value: value


_READ = tuple(map(_reader, _NAMES))
