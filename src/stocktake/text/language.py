"""Which of the six languages of the United Nations a text is written in."""

from __future__ import annotations

import re
from functools import cache

from py3langid.langid import MODEL_FILE, LanguageIdentifier

LANGUAGES = ("ar", "en", "es", "fr", "ru", "zh")
_SAMPLE = 4_000
_SURE = 0.9
_WORD = re.compile(r"[^\W\d_]{2,}|[\u4e00-\u9fff]")
_FEWEST_WORDS = 3


def detect_language(text: str) -> str | None:
    """Return the code of the language, one of `LANGUAGES`; None if too little tells it.

    Judges a long text by its beginning, its middle and its end.
    """
    sample = _sample(text)
    if (
        sum(1 for _ in zip(range(_FEWEST_WORDS), _WORD.finditer(sample), strict=False))
        < _FEWEST_WORDS
    ):
        return None
    language, sure = _identifier().classify(sample)
    return str(language) if sure >= _SURE else None


def _sample(text: str) -> str:
    if len(text) <= 3 * _SAMPLE:
        return text
    middle = len(text) // 2
    return " ".join((text[:_SAMPLE], text[middle : middle + _SAMPLE], text[-_SAMPLE:]))


@cache
def _identifier() -> LanguageIdentifier:
    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages(LANGUAGES)
    return identifier
