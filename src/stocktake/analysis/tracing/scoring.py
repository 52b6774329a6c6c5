"""What was found of an ask in a provision, as two numbers: by which provisions are ranked, and how
likely it is that the best of them asks for at least a part of it.

Both are logistic in what was found. The weights are data (``weights/tracing.toml``), learnt by
``tools/train_trace.py`` from labelled asks: the ranking as the choice of one provision out of all
candidates (conditional logit; McFadden, 1974), the decision as logistic regression over the best.
"""

from __future__ import annotations

import math
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

WEIGHTS = Path(__file__).parent.parent / "weights" / "tracing.toml"
WORDS = "words"
MEANING = "meaning"
RANK = "rank"
DECIDE = "decide"
_BASE = "base"

Found = Mapping[str, float]
Weights = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Scorer:
    """Weights by the name of what was found; what has none counts nothing."""

    ranks: Weights
    decides: Weights

    def rank(self, found: Found) -> float:
        """The higher, the better; comparable for one ask only."""
        return _sum(self.ranks, found)

    def score(self, found: Found) -> float:
        """How likely it is, 0..1, that at least a part of the ask is in the provision."""
        return 1 / (1 + math.exp(-_sum(self.decides, found)))


def _sum(weights: Weights, found: Found) -> float:
    known = (weight * found[name] for name, weight in weights.items() if name != _BASE)
    return weights.get(_BASE, 0.0) + sum(known)


@cache
def scorer(by: str) -> Scorer:
    """The packaged weights for WORDS alone, or for words and MEANING."""
    table = tomllib.loads(WEIGHTS.read_text(encoding="utf-8"))[by]
    return Scorer(table[RANK], table[DECIDE])
