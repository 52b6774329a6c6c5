"""Whether confidence keeps its word: of findings with a confidence, how many are right.

A finding is right if a label agrees with it in actor, negation, act and stance, and well enough
in its words (a partial match): that it says what the text says. One finding counts once for each
of its actors, as labels do.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from stocktake.model import Statement
from stocktake.services.evaluation import Evaluation
from stocktake.services.scoring import Pair

EDGES = (0.0, 0.3, 0.5, 0.6, 0.7, 0.8, 0.9, 1.01)


@dataclass(frozen=True, slots=True)
class Outcome:
    """A finding in a labelled sentence, and whether it is right; *sentence* is its number."""

    sentence: int
    statement: Statement
    language: str
    right: bool


@dataclass(frozen=True, slots=True)
class Bin:
    """Findings with a confidence from *low* to below *high*: how many, what share was *predicted*
    to be right, and what share is."""

    low: float
    high: float
    findings: int
    predicted: float
    right: float


@dataclass(frozen=True, slots=True)
class Reliability:
    """Bins that hold findings, lowest first, and the expected calibration error: how far what is
    predicted lies from what is right, on average over all findings."""

    bins: tuple[Bin, ...]
    error: float


def outcomes(evaluation: Evaluation) -> Iterator[Outcome]:
    """All findings in labelled sentences."""
    for number, judged in enumerate(evaluation.sentences):
        for pair in judged.pairs:
            if pair.found and pair.found.statement:
                language = judged.labelled.language or "en"
                yield Outcome(number, pair.found.statement, language, is_right(pair))


def is_right(pair: Pair) -> bool:
    """Whether what was found says what was labelled."""
    label, found = pair.label, pair.found
    if label is None or found is None:
        return False
    return pair.near and (label.act, label.stance) == (found.act, found.stance)


def reliability(evaluation: Evaluation) -> Reliability:
    """Confidence held against the labels of an evaluation."""
    return of_pairs([(item.statement.confidence, item.right) for item in outcomes(evaluation)])


def of_pairs(told: Sequence[tuple[float, bool]]) -> Reliability:
    """Confidence held against what is right, for pairs of both."""
    bins = tuple(_bins(told))
    off = sum(each.findings * abs(each.predicted - each.right) for each in bins)
    return Reliability(bins, off / len(told) if told else 0.0)


def summary(found: Reliability) -> dict[str, Any]:
    """The figures as ``evaluate --format json`` writes them."""
    bins = [
        {
            "confidence": f"{each.low:.1f} to {min(each.high, 1.0):.1f}",
            "findings": each.findings,
            "predicted": round(each.predicted, 3),
            "right": round(each.right, 3),
        }
        for each in found.bins
    ]
    return {"bins": bins, "error": round(found.error, 3)}


def _bins(told: Iterable[tuple[float, bool]]) -> Iterator[Bin]:
    every = list(told)
    for low, high in pairwise(EDGES):
        inside = [(sure, right) for sure, right in every if low <= sure < high]
        if inside:
            count = len(inside)
            predicted = sum(sure for sure, _ in inside) / count
            yield Bin(low, high, count, predicted, sum(right for _, right in inside) / count)
