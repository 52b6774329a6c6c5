"""A scheme with what was learned from labels: it sorts bare texts, and is kept as one file."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from stocktake.analysis.classify import classify
from stocktake.analysis.learning import saving
from stocktake.analysis.learning.learned import Learned
from stocktake.analysis.learning.training import Labelled, train_on
from stocktake.errors import UsageError
from stocktake.lexicon.learning import LearningRules
from stocktake.model import Basis, Scheme, ThemeQuality, content_id


@dataclass(frozen=True, slots=True, eq=False)
class TrainedScheme:
    """A *scheme* of which some themes are assigned by a model (*learned*), the others by terms
    in *language*; *quality* tells which, and how well, theme by theme."""

    scheme: Scheme
    language: str
    learned: Learned | None
    quality: tuple[ThemeQuality, ...]

    def classify(self, texts: Sequence[str]) -> list[set[str]]:
        """The codes of the themes that each of *texts* is about."""
        hits = classify(texts, self.scheme, self.language)
        if self.learned is None:
            return hits
        taken_over = set(self.learned.codes)
        told = self.learned.decide(texts, hits)
        return [by_terms - taken_over | more for by_terms, more in zip(hits, told, strict=True)]

    def save(self, path: str | Path) -> None:
        """Keep it as one file: arrays and JSON in an .npz, nothing that could be run."""
        saving.save(Path(path), self.scheme, self.language, self.learned, self.quality)

    @classmethod
    def load(cls, path: str | Path) -> TrainedScheme:
        """What ``save`` kept; SettingsError if the file is something else."""
        return cls(*saving.load(Path(path)))


def train(
    texts: Sequence[str],
    labels: Sequence[Collection[str]],
    scheme: Scheme,
    language: str,
    rules: LearningRules,
) -> TrainedScheme:
    """Learn the themes of *scheme* (codes or titles, as given in *labels*) from labelled *texts*.

    UsageError for labels that are no theme, or not as many as texts.
    """
    if len(texts) != len(labels):
        raise UsageError(f"{len(texts)} texts have {len(labels)} labels.", remedy="One set each.")
    codes = tuple(theme.code for theme in scheme.themes)
    given = [as_codes(names, scheme) for names in labels]
    hits = classify(texts, scheme, language)
    found = train_on(
        Labelled(
            codes,
            tuple(texts),
            tuple(content_id(text) for text in texts),
            np.array([[code in each for code in codes] for each in given], dtype=np.bool_),
            np.array([[code in each for code in codes] for each in hits], dtype=np.bool_),
        ),
        rules,
    )
    taken_over = set(found.learned.codes) if found.learned else set()
    quality = tuple(
        ThemeQuality(
            scheme.kind.value,
            code,
            Basis.MODEL if code in taken_over else Basis.TERMS,
            len(texts),
            found.terms[at],
            found.model[at],
        )
        for at, code in enumerate(codes)
    )
    return TrainedScheme(scheme, language, found.learned, quality)


def as_codes(names: Collection[str], scheme: Scheme) -> set[str]:
    """The codes of the themes called *names*, which are codes or titles in any case."""
    known = {theme.title.casefold(): theme.code for theme in scheme.themes}
    known |= {theme.code.casefold(): theme.code for theme in scheme.themes}
    unknown = sorted(name for name in names if name.strip().casefold() not in known)
    if unknown:
        raise UsageError(
            f"the scheme {scheme.name} has no theme {unknown[0]!r}.",
            remedy=f"Known: {', '.join(theme.code for theme in scheme.themes)}.",
        )
    return {known[name.strip().casefold()] for name in names}
