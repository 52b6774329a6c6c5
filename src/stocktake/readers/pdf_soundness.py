"""Whether the text layer of a page is text: fonts without a map give letters that mean nothing."""

from __future__ import annotations

import re
from string import ascii_letters

from stocktake.readers.numbering import BULLETS
from stocktake.readers.pdf_page import Page

_LOOKED_AT = 3000
_FEWEST = 40
_LATIN = ascii_letters.encode()
_VOWELS = b"AEIOUYaeiouy"
_ACCENTED = re.compile(r"[\u00c0-\u00ff]")
_STRANGE = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\ue000-\uf8ff\ufffd]")


def is_garbled(page: Page) -> bool:
    """Whether the text of a page cannot be what is to be seen on it.

    Signs: the file maps no meaning to a third of the characters; a tenth are control
    or private ones; hardly any Latin letters are vowels; half of the letters bear accents (text of
    another alphabet, wrongly decoded).
    """
    text = "".join(line.text for line in page.lines)[:_LOOKED_AT]
    if page.unmapped > 1 / 3 and len(text) >= _FEWEST:
        return True
    return _is_strange(text) or _is_accented(text) or _is_vowelless(text)


def _is_strange(text: str) -> bool:
    strange = [sign for sign in _STRANGE.findall(text) if sign not in BULLETS]
    return len(text) >= _FEWEST and len(strange) > 0.1 * len(text)


def _is_accented(text: str) -> bool:
    accented = len(_ACCENTED.findall(text))
    return accented >= _FEWEST // 2 and accented > 0.5 * sum(map(str.isalpha, text))


def _is_vowelless(text: str) -> bool:
    """In languages written in Latin letters a third of these, accents aside, are vowels."""
    plain = text.encode("ascii", "ignore")
    letters, vowels = _count(plain, _LATIN), _count(plain, _VOWELS)
    return letters >= 4 * _FEWEST and vowels < 0.2 * letters


def _count(plain: bytes, those: bytes) -> int:
    return len(plain) - len(plain.translate(None, those))
