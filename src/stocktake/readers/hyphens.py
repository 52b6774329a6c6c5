"""Words broken at the end of a line: which hyphen belongs to the word, and which to the line."""

from __future__ import annotations

import re
from collections import Counter

_WORD = re.compile(r"[^\W\d_]+(?:[-\u2010\u2011][^\W\d_]+)*")
_HYPHENS = "-\u2010\u2011\u00ad"
_JOINTS = frozenset(f"{_HYPHENS}\u2013/")
_TAIL = re.compile(rf"([^\W\d_]+)[{_HYPHENS}]\Z")
_GLUED = re.compile(rf"\w[{_HYPHENS}\u2013/]\Z")
_HEAD = re.compile(r"[^\W\d_]+")


class Vocabulary:
    """The words of a document, which tell how its broken words are whole."""

    def __init__(self, text: str) -> None:
        self._seen = Counter(word.casefold() for word in _WORD.findall(text))

    def joint(self, line: str, following: str) -> tuple[int, str] | None:
        """How *line*, ending in a hyphen, joins *following*: how many of its last characters go,
        and what comes between; None if no hyphen, slash or short dash is glued to its end.

        A soft hyphen goes. A hyphen before a capital or digit stays. Between small letters it
        goes, unless the document has the word with its hyphen, or both halves as words and not
        the whole.
        """
        if line[-1:] not in _JOINTS:
            return None
        tail = _TAIL.search(line[-60:])
        if not tail:
            return (0, "") if _GLUED.search(line[-2:]) else None
        if line.endswith("\u00ad"):
            return 1, ""
        head = _HEAD.match(following)
        if not head or not head[0][0].islower():
            return 0, ""
        return (0, "") if self._is_compound(tail[1], head[0]) else (1, "")

    def _is_compound(self, first: str, second: str) -> bool:
        whole, pair = (first + second).casefold(), f"{first}-{second}".casefold()
        if self._seen[whole] or self._seen[pair]:
            return self._seen[pair] > self._seen[whole]
        return bool(self._seen[first.casefold()] and self._seen[second.casefold()])
