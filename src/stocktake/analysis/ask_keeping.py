"""Asks as bytes, so that they need not be read from their words again."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import fields
from typing import Any

from stocktake.analysis.asks import Ask

_SETS = frozenset(field.name for field in fields(Ask) if str(field.type).startswith("frozenset"))
_NAMES = tuple(field.name for field in fields(Ask))


def packed_asks(asks: Sequence[Ask]) -> bytes:
    """What ``unpacked_asks`` reads."""
    rows = [[_plain(getattr(ask, name)) for name in _NAMES] for ask in asks]
    return json.dumps(rows, ensure_ascii=False).encode("utf-8", "surrogatepass")


def unpacked_asks(packed: bytes) -> list[Ask]:
    """The asks that were packed."""
    return [_ask(dict(zip(_NAMES, row, strict=True))) for row in json.loads(packed)]


def _plain(value: Any) -> Any:
    return sorted(value) if isinstance(value, frozenset) else value


def _ask(values: dict[str, Any]) -> Ask:
    values |= {name: frozenset(values[name]) for name in _SETS}
    return Ask(**values | {"stems": tuple((stem, weight) for stem, weight in values["stems"])})
