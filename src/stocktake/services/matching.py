"""Does a text ask for a target? Vectors of the models that are there, and the scorer for them."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from stocktake import analysis, embedders
from stocktake.embedders import BEST, Embedder, ModelMissingError
from stocktake.text import detect_language

_MOSTLY = 0.9
_NONE = "none"

Scores = np.ndarray[tuple[int, ...], np.dtype[np.float64]]


def match(texts: Sequence[str], targets: Sequence[str], embedder: str = BEST) -> Scores:
    """Scores (n, m), 0..1; *embedder* names one, or ``best``: all that are there and fit.

    ModelMissingError if one is named that is not installed.
    """
    if not texts or not targets:
        return np.zeros((len(texts), len(targets)))
    parts = [embedders.embedder(name) for name in fitting([*texts, *targets], embedder)]
    vectors = {part.name: (vectors_by(part, texts), vectors_by(part, targets)) for part in parts}
    return analysis.match_scores(texts, targets, vectors)


def fitting(texts: Sequence[str], wanted: str) -> list[str]:
    """The embedders to ask about *texts*, the best first; none where only words are compared."""
    if wanted != BEST:
        return [] if wanted == _NONE else [wanted]
    known = ("english", "multilingual") if _is_english(texts) else ("multilingual",)
    return [name for name in known if _is_there(name)]


def _is_english(texts: Sequence[str]) -> bool:
    """Whether nearly all *texts* are; of those too short to tell, nothing is said."""
    languages = [language for language in map(detect_language, texts) if language]
    return languages.count("en") >= _MOSTLY * len(languages)


def _is_there(name: str) -> bool:
    try:
        embedders.embedder(name)
    except ModelMissingError:
        return False
    return True


def vectors_by(part: Embedder, texts: Sequence[str]) -> Scores:
    """Vectors of *texts*; what stands there several times is read once."""
    distinct = sorted(set(texts))
    places = {text: place for place, text in enumerate(distinct)}
    return np.asarray(part.embed(distinct), dtype=np.float64)[[places[text] for text in texts]]
