"""Which of the six languages of the United Nations a text is written in."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from functools import cache
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

LANGUAGES = ("ar", "en", "es", "fr", "ru", "zh")
_SAMPLE = 4_000
_SURE = 0.8
_FILE = Path(__file__).parent / "data" / "common_words.toml"
_WORD = re.compile(r"[^\W\d_]+")
_LEAST_WORDS = 200
_LEAST_SHARE = 0.15
_AHEAD = 5
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
    return _by_common_words(sample) or _by_model(sample)


def _tells_enough(sample: str) -> bool:
    """Ten Latin letters are enough, or two of a script that few languages share."""
    letters = islice(_LETTER.finditer(sample), _ENOUGH)
    return sum(5 if match.group() > _BEYOND_LATIN else 1 for match in letters) >= _ENOUGH


def _by_common_words(sample: str) -> str | None:
    """The language of a longer text in which words of one are common and of no other are: there
    the model, which takes a while to load, says the same."""
    counts = Counter(_WORD.findall(sample.lower()))
    size = max(_LEAST_WORDS, counts.total())
    shares = {
        language: sum(counts[word] for word in common & counts.keys()) / size
        for language, common in _common_words().items()
    }
    second, first = sorted(shares, key=shares.__getitem__)[-2:]
    sure = shares[first] >= max(_LEAST_SHARE, _AHEAD * shares[second])
    return first if sure else None


def _by_model(sample: str) -> str | None:
    language, sure = _identifier().classify(sample)
    return str(language) if sure >= _SURE else None


def _sample(text: str) -> str:
    if len(text) <= 3 * _SAMPLE:
        return text
    middle = len(text) // 2
    return " ".join((text[:_SAMPLE], text[middle : middle + _SAMPLE], text[-_SAMPLE:]))


@cache
def _identifier() -> LanguageIdentifier:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages(LANGUAGES)
    return identifier


@cache
def _common_words() -> dict[str, frozenset[str]]:
    lists = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    return {language: frozenset(words) for language, words in lists.items()}
