"""Identifiers are hashes of content: the same claim twice is one record."""

from __future__ import annotations

import hashlib
import json

Part = str | int | float | bool | None | tuple["Part", ...] | list["Part"]


def content_id(*parts: Part) -> str:
    """Return 32 hexadecimal digits (128 bits of SHA-256) that stand for *parts*, in order."""
    packed = json.dumps(parts, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(packed.encode("utf-8", "surrogatepass")).hexdigest()[:32]
