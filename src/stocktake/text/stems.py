"""The stem of a word: what its forms have in common, by Snowball (Porter) for each language.

Method: M. F. Porter, "Snowball: a language for stemming algorithms", 2001, as in PyStemmer.
"""

from __future__ import annotations

import unicodedata
from functools import cache

import Stemmer

ALGORITHMS = {
    "ar": "arabic",
    "en": "english",
    "es": "spanish",
    "fr": "french",
    "ru": "russian",
}
TWICE = frozenset({"fr"})
_LETTERS = str.maketrans({"أ": "ا", "إ": "ا", "آ": "ا", "ى": "ي", "ـ": "", "ё": "е"})
_ARTICLE = "ال"


def stem(word: str, language: str) -> str:
    """What forms of *word* share in *language* (ISO 639-1), without accents; the folded word
    itself in a language without a stemmer, as Chinese.

    It is the same with and without accents; in French it is therefore taken twice, since without
    accents an ending such as -ées comes off in two steps.
    """
    folded = fold(word)
    stemmer = _stemmer(language)
    if stemmer is None:
        return folded
    once = fold(stemmer.stemWord(folded))
    return fold(stemmer.stemWord(once)) if language in TWICE else once


def fold(word: str) -> str:
    """*word* in small letters, without accents and vowel signs, alike letters of Arabic and
    Russian as one; Arabic "and" before an article is dropped."""
    plain = unicodedata.normalize("NFC", _bare(word.casefold())).translate(_LETTERS)
    return plain[1:] if plain[:1] in {"و", "ف"} and plain.startswith(_ARTICLE, 1) else plain


def _bare(word: str) -> str:
    """Without marks, but for those that make a letter of Cyrillic or Arabic another one."""
    if word.isascii():
        return word
    parts = unicodedata.normalize("NFD", word)
    return "".join(
        char
        for before, char in zip(" " + parts, parts, strict=False)
        if unicodedata.category(char) != "Mn" or _is_letter_of_its_own(before, char)
    )


def _is_letter_of_its_own(before: str, mark: str) -> bool:
    return unicodedata.name(before, "").startswith("CYRILLIC") and mark == "\u0306"


@cache
def _stemmer(language: str) -> Stemmer.Stemmer | None:
    name = ALGORITHMS.get(language)
    return Stemmer.Stemmer(name) if name else None
