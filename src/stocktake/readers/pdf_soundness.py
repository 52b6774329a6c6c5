"""Whether the text layer of a page is text: fonts without a map give letters that mean nothing."""

from __future__ import annotations

import re
import unicodedata

from stocktake.readers.numbering import BULLETS
from stocktake.readers.pdf_page import Page

_LOOKED_AT = 3000
_FEWEST = 40
_LATIN = re.compile(r"[A-Za-z]")
_VOWEL = re.compile(r"[AEIOUYaeiouy]")
_ACCENTED = re.compile(r"[\u00c0-\u00ff]")
_STRANGE = {"Co", "Cn", "Cc", "Cs"}


def is_garbled(page: Page) -> bool:
    """Whether the text of a page cannot be what is to be seen on it.

    Signs: the file maps no meaning to a third of the characters; a tenth are unassigned or
    private; hardly any Latin letters are vowels; half of the letters bear accents (text of
    another alphabet, wrongly decoded).
    """
    text = "".join(line.text for line in page.lines)[:_LOOKED_AT]
    if page.unmapped > 1 / 3 and len(text) >= _FEWEST:
        return True
    return _is_strange(text) or _is_accented(text) or _is_vowelless(text)


def _is_strange(text: str) -> bool:
    if text.isascii() and text.isprintable():
        return False
    signs = [sign for sign in text if not sign.isspace() and sign not in BULLETS]
    strange = sum(sign == "\ufffd" or unicodedata.category(sign) in _STRANGE for sign in signs)
    return len(signs) >= _FEWEST and strange > 0.1 * len(signs)


def _is_accented(text: str) -> bool:
    accented = len(_ACCENTED.findall(text))
    return accented >= _FEWEST // 2 and accented > 0.5 * sum(map(str.isalpha, text))


def _is_vowelless(text: str) -> bool:
    """In any language written in Latin letters more than a third are vowels."""
    plain = unicodedata.normalize("NFD", text)
    letters, vowels = len(_LATIN.findall(plain)), len(_VOWEL.findall(plain))
    return letters >= 4 * _FEWEST and vowels < 0.2 * letters
