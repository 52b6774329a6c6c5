"""What a worker finds out of one document for the whole, while others are still being read.

It is what the analysis would find out later, so it changes no stock. Asks are known again by all
that is read of a statement, so one that a person edited since is read anew.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from stocktake.analysis.ask_rows import AskRows
from stocktake.analysis.asks import Ask, Said, founds, joins, read_statements, said
from stocktake.analysis.copies import WordNumbers
from stocktake.analysis.letters import letters, packed
from stocktake.model import Document, Statement


@dataclass(frozen=True, slots=True)
class EarlyAsks:
    """The *asks* of statements that may take part in a proposal, once each: their *places* by what
    is read of them, and the same as *rows*."""

    places: dict[Said, int]
    asks: list[Ask]
    rows: AskRows

    @classmethod
    def of(cls, statements: Sequence[Statement]) -> EarlyAsks:
        able = {said(item): item for item in statements if founds(item) or joins(item)}
        asks = read_statements(able.values())
        return cls({told: at for at, told in enumerate(able)}, asks, AskRows.of(asks))

    def find(self, statements: Sequence[Statement]) -> list[int] | None:
        """The places of all of *statements*; None if one is not there."""
        found = [self.places.get(said(item), -1) for item in statements]
        return None if -1 in found else found


@dataclass(frozen=True, slots=True)
class Early:
    """The texts of one document as they are compared with others, packed (`letters`), and what is
    asked in it."""

    letters: bytes
    asks: EarlyAsks


NOTHING: Mapping[str, Early] = {}


def early(document: Document, statements: Sequence[Statement]) -> Early:
    """What *document* and the *statements* in it tell by themselves of campaigns and asks."""
    return Early(packed(letters(document, {}, _numbers())), EarlyAsks.of(statements))


@cache
def _numbers() -> WordNumbers:
    """The numbers of words, which a worker remembers from one document to the next."""
    return WordNumbers()
