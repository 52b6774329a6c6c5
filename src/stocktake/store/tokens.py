"""The words of a text as the index of SQLite sees them, for databases that are given them.

After SQLite's tokenizer unicode61 with remove_diacritics 2: letters, numbers and marks make words,
in small letters, those of Latin script without accents; each Chinese character is a word.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from stocktake.store.queries import HAN

_COMBINING = re.compile(
    "[\u0300-\u0304\u0306-\u030c\u030f\u0311\u031b\u0323-\u0328\u032d\u032e\u0330\u0331]"
)
_KNOWN = 200_000
_PLANE = 1 << 16


@dataclass(frozen=True, slots=True)
class Token:
    """A word as it is looked up, and where it stands in the text."""

    word: str
    start: int
    end: int


def tokens(text: str) -> Iterator[Token]:
    """The words of *text* in their order."""
    for match in _pattern().finditer(text):
        if word := folded(match[0]):
            yield Token(word, *match.span())


def words(text: str) -> list[str]:
    """The words of *text* as they are looked up."""
    return [word for found in _pattern().findall(text) if (word := folded(found))]


@lru_cache(_KNOWN)
def folded(word: str) -> str:
    """*word* as it is looked up."""
    if word.isascii():
        return word.lower()
    return _COMBINING.sub("", "".join(map(_folded, word)))


def _folded(char: str) -> str:
    small = char.casefold()
    small = small if len(small) == 1 else char.lower()[:1]
    base = unicodedata.normalize("NFD", small)[0]
    return base if base.isascii() else small


@cache
def _pattern() -> re.Pattern[str]:
    marks = "".join(map(re.escape, _marks()))
    return re.compile(rf"[{HAN}]|(?:(?![{HAN}])(?:[^\W_]|[{marks}]))+")


def _marks() -> Iterator[str]:
    return (chr(at) for at in range(_PLANE) if unicodedata.category(chr(at)) == "Mn")
