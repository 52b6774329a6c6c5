"""Whether the text layer of a page is text: fonts without a map give letters that mean nothing."""

from __future__ import annotations

import re
import unicodedata

from stocktake.readers.numbering import BULLETS
from stocktake.readers.pdf_page import Page

_LOOKED_AT = 3000
_FEWEST = 40
_WORD = re.compile(r"[A-Za-z\u00c0-\u024f]{4,}")
_WESTERN = re.compile(r"[\u00c0-\u00ff]")
_VOWEL = re.compile(r"[aeiouy]")
_STRANGE = {"Co", "Cn", "Cc", "Cs"}


def is_garbled(page: Page) -> bool:
    """Whether the text of a page cannot be what is to be seen on it.

    Signs: the file maps no meaning to a third of the characters; a tenth are unassigned or
    private; a quarter of the long Latin words have no vowel; half of the letters bear accents
    (text of another alphabet, wrongly decoded).
    """
    text = "".join(line.text for line in page.lines)[:_LOOKED_AT]
    letters = sum(map(str.isalpha, text))
    if page.unmapped > 1 / 3 and len(text) >= _FEWEST:
        return True
    return _is_strange(text) or _is_vowelless(page) or _is_accented(text, letters)


def _is_strange(text: str) -> bool:
    if text.isascii() and text.isprintable():
        return False
    signs = [sign for sign in text if not sign.isspace() and sign not in BULLETS]
    strange = sum(sign == "\ufffd" or unicodedata.category(sign) in _STRANGE for sign in signs)
    return len(signs) >= _FEWEST and strange > 0.1 * len(signs)


def _is_vowelless(page: Page) -> bool:
    sample = " ".join(line.text for line in page.lines[:30])
    words = _WORD.findall(unicodedata.normalize("NFD", sample[:_LOOKED_AT]))
    without = sum(not _VOWEL.search(word.lower()) for word in words)
    return len(words) >= _FEWEST and without > 0.25 * len(words)


def _is_accented(text: str, letters: int) -> bool:
    return letters >= _FEWEST and len(_WESTERN.findall(text)) > 0.5 * letters
