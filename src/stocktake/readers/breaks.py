"""Line breaks that a person put into a paragraph, and where they make it two."""

from __future__ import annotations

import re
from collections.abc import Iterator

BREAK = "\u2028"
_PARTING = re.compile(rf"\s*{BREAK}\s*{BREAK}\s*|(?<=[.!?:;”])\s*{BREAK}\s*")


def parts(text: str) -> Iterator[tuple[int, int]]:
    """The ranges of *text* between two breaks in a row, or behind a sentence that a break ends."""
    position = 0
    for gap in _PARTING.finditer(text):
        yield position, gap.start()
        position = gap.end()
    yield position, len(text)
