"""One hash for all that went into a stock."""

from __future__ import annotations

import dataclasses
import hashlib
import json
from collections.abc import Callable
from datetime import date
from functools import cache
from operator import attrgetter
from typing import Any


def digest(*records: Any) -> str:
    """32 hexadecimal digits that stand for *records* (dataclasses, tuples and plain values)."""
    total = hashlib.sha256()
    for record in records:
        for item in record if isinstance(record, tuple) else (record,):
            total.update(_JSON.encode(item).encode())
            total.update(b"\n")
        total.update(b"\0")
    return total.hexdigest()[:32]


def _plain(value: Any) -> Any:
    """What JSON cannot hold, as what it can; TypeError for what cannot be part of a digest."""
    if isinstance(value, date):
        return value.isoformat()
    kind: Any = type(value)
    return _values_of(kind)(value)


_JSON = json.JSONEncoder(default=_plain)


@cache
def _values_of(kind: Any) -> Callable[[Any], Any]:
    """What gets the values of all fields of a dataclass, as a tuple."""
    names = [field.name for field in dataclasses.fields(kind)]
    return attrgetter(*names) if len(names) > 1 else lambda record: (getattr(record, names[0]),)
