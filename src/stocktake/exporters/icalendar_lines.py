"""Lines of iCalendar: texts escaped, and lines folded at 75 octets (RFC 5545, 3.1 and 3.3.11)."""

from __future__ import annotations

import re

_LONGEST = 75
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")
_MEANS_SOMETHING = re.compile(r"[\\;,]")


def text(value: str) -> str:
    """*value* as a TEXT value on one line."""
    plain = value.replace("\r\n", "\n").replace("\r", "\n")
    kept = _CONTROL.sub("", plain)
    return _MEANS_SOMETHING.sub(r"\\\g<0>", kept).replace("\n", "\\n")


def folded(line: str) -> str:
    """*line* with its end, in pieces of at most 75 octets that part no character."""
    pieces, piece, size = [], "", 0
    for letter in line:
        octets = len(letter.encode())
        if size + octets > _LONGEST:
            pieces.append(piece)
            piece, size = " ", 1
        piece += letter
        size += octets
    return "".join(f"{part}\r\n" for part in (*pieces, piece))
