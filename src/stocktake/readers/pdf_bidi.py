"""From characters as they stand on a line to the order in which Arabic or Hebrew is read.

What stands further right is read first, except within numbers and words of other scripts.
"""

from __future__ import annotations

import re
import unicodedata

RTL = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_LETTER = r"[^\W\d_\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]"
_DIGIT = r"[0-9\u0660-\u0669\u06f0-\u06f9]"
_SIGN = rf"(?:{_LETTER}|{_DIGIT})"
_NUMBER = rf"[%٪]?{_DIGIT}+(?:[.,:/٫٬]{_DIGIT}+)*"
_WORD = rf"(?=[^\s]*{_LETTER}){_SIGN}(?:[\w.,:/&'’+@-]*{_SIGN})?"
_LEFT_TO_RIGHT = re.compile(rf"(?:{_NUMBER} )?{_WORD}(?: {_WORD})*|{_NUMBER}")
_OPENING = str.maketrans(")]}»", "([{«")
_CLOSING = str.maketrans("([{«", ")]}»")
_FIRST = re.compile(r"(?:^|(?<=\s))[()\[\]{}«»]+(?=\S)")
_LAST = re.compile(r"(?<=[^\s()\[\]{}«»])[()\[\]{}«»]+(?=$|[\s.,;:!?،؛؟])")


def is_rtl(text: str) -> bool:
    """Whether most letters of a text are read from right to left."""
    found = len(RTL.findall(text))
    return bool(found) and 2 * found > sum(map(str.isalpha, text))


def in_reading_order(seen: str) -> str:
    """A line whose characters are given from right to left, as it is read.

    Brackets may have been stored as they look, so they are turned to face what they enclose.
    """
    line = _LEFT_TO_RIGHT.sub(lambda run: run[0][::-1], seen)
    line = _FIRST.sub(lambda bracket: bracket[0].translate(_OPENING), line)
    line = _LAST.sub(lambda bracket: bracket[0].translate(_CLOSING), line)
    presented = any("\ufb1d" <= sign <= "\ufefc" for sign in line)
    return unicodedata.normalize("NFKC", line) if presented else line
