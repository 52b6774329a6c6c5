"""The numbers that a browser puts before the items of HTML lists."""

from __future__ import annotations

from lxml.etree import _Element

BULLET = "•"
_ROMAN = [(100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv")]
_ROMAN += [(1, "i")]


class ItemCounter:
    """Counts the items of lists, each asked for once and in order."""

    def __init__(self) -> None:
        self._last: dict[_Element, int] = {}

    def number(self, item: _Element) -> str:
        """The number or bullet that is shown before a list item."""
        parent = item.getparent()
        if parent is None or parent.tag != "ol":
            return BULLET
        last = self._last.get(parent, _whole(parent.get("start"), 1) - 1)
        self._last[parent] = _whole(item.get("value"), last + 1)
        return f"{written(self._last[parent], parent.get('type', '1'))}."


def written(number: int, kind: str) -> str:
    """*number* as "1", "a", "A", "i" or "I" has it."""
    if kind in {"a", "A"} and 0 < number <= 702:
        letters = _letters(number)
        return letters.upper() if kind == "A" else letters
    if kind in {"i", "I"} and 0 < number < 400:
        numeral = roman(number)
        return numeral.upper() if kind == "I" else numeral
    return str(number)


def roman(number: int) -> str:
    """A number below 400 in small Roman numerals."""
    numeral = ""
    for value, letters in _ROMAN:
        numeral += letters * (number // value)
        number %= value
    return numeral


def _letters(number: int) -> str:
    high, low = divmod(number - 1, 26)
    return (chr(ord("a") + high - 1) if high else "") + chr(ord("a") + low)


def _whole(text: str | None, default: int) -> int:
    digits = (text or "").strip()
    return int(digits) if digits.lstrip("-").isdecimal() and len(digits) < 7 else default
