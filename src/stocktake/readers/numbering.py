"""The numbers, letters and bullets that stand before paragraphs, items and headings."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

BULLETS = "•◦▪●○■□◆➢➤►‣⁃∙·*\uf0b7\uf0a7\uf0d8\uf076\uf02d\u2013\u2014-"


class Shape(StrEnum):
    """How a number is written; items of one list have one shape."""

    BULLET = "bullet"
    DECIMAL = "1."
    DOTTED = "1.1"
    PAREN_DECIMAL = "(1)"
    PAREN_LETTER = "(a)"
    PAREN_ROMAN = "(i)"
    LETTER = "a."
    ROMAN = "i."
    UPPER_LETTER = "A."
    UPPER_ROMAN = "I."


_STRONG = {Shape.BULLET, Shape.PAREN_DECIMAL, Shape.PAREN_LETTER, Shape.PAREN_ROMAN}
_LOOKS_LIKE = {
    Shape.PAREN_ROMAN: Shape.PAREN_LETTER,
    Shape.ROMAN: Shape.LETTER,
    Shape.UPPER_ROMAN: Shape.UPPER_LETTER,
}
_FIRST = re.compile(r"\W*(?:1|a|A|i|I)\W*\Z|\d+\.1\W*\Z")
_SHAPES = [
    (Shape.BULLET, f"[{re.escape(BULLETS)}]"),
    (Shape.DOTTED, r"\d{1,3}(?:\.\d{1,3})+[.)]?"),
    (Shape.DECIMAL, r"\d{1,3}\."),
    (Shape.PAREN_DECIMAL, r"\(?\d{1,3}\)"),
    (Shape.PAREN_ROMAN, r"\(?[ivx]{1,5}\)"),
    (Shape.PAREN_LETTER, r"\(?(?:[a-z]|[A-Z]|([a-z])\1)\)"),
    (Shape.UPPER_ROMAN, r"[IVX]{1,5}\."),
    (Shape.UPPER_LETTER, r"[A-Z]\."),
    (Shape.ROMAN, r"[ivx]{1,5}\."),
    (Shape.LETTER, r"[a-z]\."),
]
_PATTERNS = [(shape, re.compile(rf"(?:{pattern})(?=\s)")) for shape, pattern in _SHAPES]


@dataclass(frozen=True, slots=True)
class Number:
    """A number as it stands, and its shape."""

    text: str
    shape: Shape

    @property
    def strong(self) -> bool:
        """Whether such a mark at the start of a line is hardly ever part of a sentence."""
        return self.shape in _STRONG and self.text not in "–—"

    @property
    def opens(self) -> bool:
        """Whether this may be the first of its list."""
        return bool(_FIRST.match(self.text))

    def follows(self, other: Number | None) -> bool:
        """Whether this is the next number after *other* in the same list."""
        if other is None or _form(other.shape) != _form(self.shape):
            return False
        ordinals = _ordinals(other), _ordinals(self)
        return any(b == a + 1 for a in ordinals[0] for b in ordinals[1])


def leading_number(text: str) -> Number | None:
    """The number at the very start of *text*, with white space behind it; None if there is none."""
    for shape, pattern in _PATTERNS:
        found = pattern.match(text)
        if found:
            return Number(found[0], shape)
    return None


def _form(shape: Shape) -> Shape:
    """Letters and Roman numerals look alike: "(i)" comes after "(h)" or is the first."""
    return _LOOKS_LIKE.get(shape, shape)


def _ordinals(number: Number) -> list[int]:
    """What places in a list a number can mean: "(i)" is the first and the ninth."""
    core = number.text.strip("().")
    if "." in core:
        core = core.rsplit(".", 1)[1]
    if core.isdecimal():
        return [int(core)]
    lower = core.lower()
    ordinals = (
        [ord(lower[0]) - ord("a") + 1 + 26 * (len(lower) - 1)] if len(set(lower)) == 1 else []
    )
    return [*ordinals, _roman(lower)] if lower and set(lower) <= set("ivx") else ordinals


def _roman(numeral: str) -> int:
    values = [{"i": 1, "v": 5, "x": 10}[letter] for letter in numeral]
    pairs = zip(values, [*values[1:], 0], strict=True)
    return sum(-value if value < following else value for value, following in pairs)
