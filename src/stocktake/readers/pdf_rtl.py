"""Lines of Arabic or Hebrew: the order of their characters, taken from where they stand.

A PDF draws such lines in any order, and no tool gives it back reliably; but what stands further
right is read first, except within numbers and within words of other scripts.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

RTL = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_LATIN = r"[^\W\d_\u0590-\u08ff]"
_NUMBER = r"[0-9\u0660-\u0669\u06f0-\u06f9]"
_LEFT_TO_RIGHT = re.compile(
    rf"{_LATIN}(?:[\w\s.,:/'&’+-]*?(?:{_LATIN}|{_NUMBER}))*(?![\w])"
    rf"|{_NUMBER}+(?:[.,:/٫٬-]{_NUMBER}+)*[%٪]?|[%٪]{_NUMBER}+"
)
_BRACKETS = str.maketrans("()[]{}«»", ")(][}{»«")
_LAM = "\u0644"
_ALEFS = "\u0622\u0623\u0625\u0627"


@dataclass(frozen=True, slots=True)
class Sign:
    """A character with its left and right end."""

    text: str
    left: float
    right: float

    @property
    def middle(self) -> float:
        return (self.left + self.right) / 2


def is_rtl(text: str) -> bool:
    """Whether most letters of a text are read from right to left."""
    found = len(RTL.findall(text))
    return bool(found) and 2 * found > sum(map(str.isalpha, text))


def in_reading_order(words: Iterable[list[Sign]]) -> str:
    """The text of a line that is read from right to left, from its words as drawn."""
    placed = sorted((word for word in words if word), key=_middle, reverse=True)
    line = " ".join(_word(word) for word in placed)
    line = _LEFT_TO_RIGHT.sub(lambda run: run[0][::-1], line)
    return _facing(unicodedata.normalize("NFKC", line) if _presented(line) else line)


def _middle(word: list[Sign]) -> float:
    return (min(sign.left for sign in word) + max(sign.right for sign in word)) / 2


def _word(signs: list[Sign]) -> str:
    """A word from right to left; a vowel sign follows the letter it stands over."""
    letters = sorted(
        (sign for sign in signs if not unicodedata.combining(sign.text)),
        key=lambda sign: (-sign.right, -sign.left),
    )
    written = [_lam_first(letters, index) for index in range(len(letters))]
    for vowel in signs:
        if unicodedata.combining(vowel.text) and letters:
            nearest = min(range(len(letters)), key=lambda n: abs(letters[n].middle - vowel.middle))
            written[nearest] += vowel.text
    return "".join(written)


def _lam_first(letters: list[Sign], index: int) -> str:
    """The ligature of lam and alef is one shape: whichever came first, lam is read first."""
    here = letters[index]
    if index and _one_shape(letters[index - 1], here):
        return letters[index - 1].text
    if index + 1 < len(letters) and _one_shape(here, letters[index + 1]):
        return letters[index + 1].text
    return here.text


def _one_shape(first: Sign, second: Sign) -> bool:
    overlap = min(first.right, second.right) - max(first.left, second.left)
    width = min(first.right - first.left, second.right - second.left)
    swapped = first.text in _ALEFS and second.text == _LAM
    return swapped and overlap > 0.6 * width


def _presented(line: str) -> bool:
    return any("\ufb1d" <= sign <= "\ufefc" for sign in line)


def _facing(line: str) -> str:
    """Brackets opened before they are closed: they may have been stored as they look."""
    closing, opening = line.find(")"), line.find("(")
    if closing != -1 and (opening == -1 or closing < opening) and line.rfind("(") > closing:
        return line.translate(_BRACKETS)
    return line
