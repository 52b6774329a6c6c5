"""Whether a provision is against a thing, as an actor is who opposes it."""

from __future__ import annotations

from functools import cache
from itertools import islice

from stocktake.analysis.tracing.units import Unit
from stocktake.analysis.tracing.wanted import Weights
from stocktake.lexicon.concepts import concepts
from stocktake.lexicon.spelling import words
from stocktake.lexicon.tracing import tracing

_REACH = 4


def is_against(unit: Unit, things: Weights) -> bool:
    """Whether the unit wants one of *things* ended, fought or avoided: such an act, or a word that
    denies, stands closely before it."""
    against = _against()
    for at, part in enumerate(unit.told):
        if part.stem in against or "not" in part.marks:
            behind = islice(unit.told, at + 1, at + 1 + _REACH)
            if any(other.stem in things for other in behind if other.stem not in against):
                return True
    return False


@cache
def _against() -> frozenset[str]:
    """The stems of the acts that are against what follows them."""
    table, known = concepts(), tracing()
    told = (part for word in known.against for one in words(word) for part in table.meanings(one))
    return frozenset(known.stem(part.stem) for part in told)
