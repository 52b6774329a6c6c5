"""How near asks and provisions are in meaning, by vectors; of a provision its nearest piece."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from stocktake.analysis.tracing.candidates import Embed, Floats
from stocktake.analysis.tracing.units import Unit
from stocktake.analysis.tracing.wanted import Wanted

_CUTS = re.compile(r"[,;:]|\bincluding\b|\bin order to\b")
_LEAST_WORDS = 7


@dataclass(frozen=True, slots=True)
class Likeness:
    """*asks* (n, d) and *pieces* (m, d) are vectors of length 1; *firsts* is where the pieces of
    each unit begin."""

    asks: Floats
    pieces: Floats
    firsts: np.ndarray[tuple[int, ...], np.dtype[np.int64]]

    @classmethod
    def of(cls, wants: Sequence[Wanted], units: Sequence[Unit], embed: Embed) -> Likeness:
        cut = [tuple(dict.fromkeys(_pieces(unit))) for unit in units]
        firsts = np.cumsum([0, *(len(pieces) for pieces in cut[:-1])])
        told = [piece for pieces in cut for piece in pieces]
        return cls(embed([want.text for want in wants]), embed(told), firsts)

    def rows(self, start: int, end: int) -> Floats:
        """The cosine of each of the asks in ``[start, end)`` with each unit's nearest piece."""
        found = self.asks[start:end] @ self.pieces.T
        return np.asarray(np.maximum.reduceat(found, self.firsts, axis=1))


def _pieces(unit: Unit) -> Iterator[str]:
    """The whole, and its clauses, the short ones with what follows."""
    text = " ".join(item.text for item in unit.quotations)
    yield text
    place = start = 0
    for cut in (*_CUTS.finditer(text), None):
        place = cut.start() if cut else len(text)
        if cut is None or len(text[start:place].split()) >= _LEAST_WORDS:
            yield text[start:place].strip(" ,;:")
            start = place
