"""One hash for all that went into a stock."""

from __future__ import annotations

import dataclasses
import hashlib
import json
from datetime import date
from typing import Any


def digest(*records: Any) -> str:
    """32 hexadecimal digits that stand for *records* (dataclasses, tuples and plain values)."""
    total = hashlib.sha256()
    for record in records:
        for item in record if isinstance(record, tuple) else (record,):
            total.update(json.dumps(item, default=_plain, ensure_ascii=True).encode())
            total.update(b"\n")
        total.update(b"\0")
    return total.hexdigest()[:32]


def _plain(value: Any) -> Any:
    if dataclasses.is_dataclass(value):
        return [getattr(value, field.name) for field in dataclasses.fields(value)]
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} cannot be part of a digest")
