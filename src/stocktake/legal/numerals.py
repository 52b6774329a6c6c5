"""Numbers and letters that count in Arabic, Chinese and Russian texts: "一、", "(أ)", "б)"."""

from __future__ import annotations

import re

HAN = "〇一二三四五六七八九十百"
CYRILLIC = "абвгдежзиклмнопрстуфхцчшщэюя"
"""The letters in the order in which United Nations documents count with them."""
ABJAD = "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ"
_TENS = {"十": 10, "百": 100}
_MADE_ALIKE = str.maketrans({"ا": "أ", "ـ": None})
HAN_NUMBER = re.compile(rf"\s*([\d{HAN}]{{1,6}})\s*")


def counted(label: str) -> tuple[str, int] | None:
    """The style in which *label* counts, by its first numeral, and its value; None if in none."""
    if label and set(label) <= set(HAN):
        return ("一", han(label))
    letter = label.lower().translate(_MADE_ALIKE)
    for alphabet in (CYRILLIC, ABJAD):
        if len(letter) == 1 and letter in alphabet:
            return (alphabet[0], alphabet.index(letter) + 1)
    return None


def han(label: str) -> int:
    """The value of a Chinese number below a thousand: 十二 is 12, 二十 is 20, 一百〇三 is 103."""
    total = digit = 0
    for sign in label:
        if sign in _TENS:
            total += (digit or 1) * _TENS[sign]
            digit = 0
        else:
            digit = HAN.index(sign) + 10 * digit
    return total + digit


def in_word(word: str) -> int | None:
    """The number within a word such as 第十二条; None if there is none."""
    found = HAN_NUMBER.search(word)
    if found is None:
        return None
    return int(found[1]) if found[1].isdecimal() else han(_without_figures(found[1]))


def _without_figures(label: str) -> str:
    return "".join(HAN[int(sign)] if sign.isdecimal() else sign for sign in label)
