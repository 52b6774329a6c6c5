"""How near asks and provisions are in meaning, by vectors: to the whole of a provision, and to its
nearest clause."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np

from stocktake.analysis.tracing.candidates import Embed, Floats
from stocktake.analysis.tracing.units import Unit
from stocktake.analysis.tracing.wanted import Wanted
from stocktake.lexicon.concepts import concepts

_JOINTS = ("including", "in order to", "with a view to", "as well as", "while", "such as")
_LABEL = re.compile(r"\W*\w+:\s+")
_LEAST_WORDS = 4


@dataclass(frozen=True, slots=True)
class Near:
    """How near an ask is to a provision as a *whole* and to its nearest *piece*: cosines."""

    whole: float
    piece: float


@dataclass(frozen=True, slots=True)
class Likeness:
    """*asks* (n, d) and *pieces* (m, d) are vectors of length 1; *firsts* is where the pieces of
    each unit begin, the whole of it first."""

    asks: Floats
    pieces: Floats
    firsts: np.ndarray[tuple[int, ...], np.dtype[np.int64]]

    @classmethod
    def of(cls, wants: Sequence[Wanted], units: Sequence[Unit], embed: Embed) -> Likeness:
        cut = [tuple(dict.fromkeys(_pieces(unit))) for unit in units]
        firsts = np.cumsum([0, *(len(pieces) for pieces in cut[:-1])])
        told = [piece for pieces in cut for piece in pieces]
        return cls(embed([want.text for want in wants]), embed(told), firsts)

    def rows(self, start: int, end: int) -> tuple[Floats, Floats]:
        """The cosines of each of the asks in ``[start, end)`` with each unit as a whole, and with
        its nearest piece."""
        found = self.asks[start:end] @ self.pieces.T
        nearest = np.maximum.reduceat(found, self.firsts, axis=1)
        return np.asarray(found[:, self.firsts]), np.asarray(nearest)


def _pieces(unit: Unit) -> Iterator[str]:
    """The whole, and its clauses, the short ones with what follows."""
    text = _LABEL.sub("", " ".join(item.text for item in unit.quotations), count=1)
    yield text
    place = start = 0
    for cut in (*_cuts().finditer(text), None):
        place = cut.start() if cut else len(text)
        if cut is None or len(text[start:place].split()) >= _LEAST_WORDS:
            yield text[start:place].strip(" ,;:")
            start = cut.end() if cut else place


@cache
def _cuts() -> re.Pattern[str]:
    """Where a clause ends: at a sign, at a word that leads on, before a second act."""
    joints = "|".join(map(_spaced, _JOINTS))
    acts = "|".join(map(_spaced, concepts().second))
    second = rf"\band\s+(?=(?:to\s+)?(?:{acts})\b)"
    return re.compile(rf"[,;:]|\b(?:{joints})\b|{second}|\bby\s+(?=\w+ing\b)", re.IGNORECASE)


def _spaced(words: str) -> str:
    return re.escape(words).replace(r"\ ", r"\s+")
