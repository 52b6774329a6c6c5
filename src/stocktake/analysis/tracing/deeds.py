"""What is to be done with what: acts beside the things that follow them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from stocktake.lexicon.concepts import Meaning, concepts
from stocktake.lexicon.tracing import tracing

_REACH = 6

Deed = tuple[str, str]


def deeds(told: Sequence[Meaning]) -> frozenset[Deed]:
    """Each act with each thing that follows it closely, by their stems."""
    return frozenset(_deeds(told))


def _deeds(told: Sequence[Meaning]) -> Iterator[Deed]:
    acts = _acts()
    for at, part in enumerate(told):
        if part.stem in acts:
            behind = (other.stem for other in told[at + 1 : at + 1 + _REACH])
            yield from ((part.stem, thing) for thing in behind if thing not in acts)


@cache
def _acts() -> frozenset[str]:
    return frozenset(map(tracing().stem, concepts().acting))
