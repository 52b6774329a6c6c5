"""Which of the six languages of the United Nations a text is written in."""

from __future__ import annotations

import re
from functools import cache
from itertools import islice

from py3langid.langid import MODEL_FILE, LanguageIdentifier

LANGUAGES = ("ar", "en", "es", "fr", "ru", "zh")
_SAMPLE = 4_000
_SURE = 0.8
_LETTER = re.compile(r"[^\W\d_]")
_ENOUGH = 10
_BEYOND_LATIN = "\u024f"


def detect_language(text: str) -> str | None:
    """Return the code of the language, one of `LANGUAGES`; None if too little tells it.

    Judges a long text by its beginning, its middle and its end.
    """
    sample = _sample(text)
    if not _tells_enough(sample):
        return None
    language, sure = _identifier().classify(sample)
    return str(language) if sure >= _SURE else None


def _tells_enough(sample: str) -> bool:
    """Ten Latin letters are enough, or two of a script that few languages share."""
    letters = islice(_LETTER.finditer(sample), _ENOUGH)
    return sum(5 if match.group() > _BEYOND_LATIN else 1 for match in letters) >= _ENOUGH


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
