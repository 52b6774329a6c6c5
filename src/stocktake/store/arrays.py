"""Values as PostgreSQL reads them in an array, and texts that hold what its texts cannot."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

# PostgreSQL keeps no NUL in a text; this sign, which no text has, stands before a stand-in.
SIGN = "\ufdd0"


def array(values: Iterable[Any]) -> str:
    """*values* as the text of an array."""
    return f"{{{','.join(map(_element, values))}}}"


def escaped(text: str) -> str:
    """*text* without NUL."""
    if "\0" in text or SIGN in text:
        return text.replace(SIGN, f"{SIGN}1").replace("\0", f"{SIGN}0")
    return text


def plain(text: str) -> str:
    """The text that ``escaped`` was given."""
    if SIGN in text:
        return text.replace(f"{SIGN}0", "\0").replace(f"{SIGN}1", SIGN)
    return text


def _element(value: Any) -> str:
    if value is None:
        return "NULL"
    if isinstance(value, bytes):
        return f'"\\\\x{value.hex()}"'
    if isinstance(value, str):
        quoted = value.replace("\\", "\\\\").replace('"', '\\"')
        return f'"{quoted}"'
    return str(value)
