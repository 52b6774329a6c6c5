"""What every extractor is to the rest of the program."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from stocktake.lexicon import Lexicon
from stocktake.model import Candidate, Document, FactCandidate, Input


class StatementExtractor(Protocol):
    """Finds statements. Pure and deterministic; never raises on any text."""

    name: str
    version: str

    def extract(self, document: Document, input_: Input, lexicon: Lexicon) -> Iterator[Candidate]:
        """Offer candidates in the order of the text, each with its place."""
        ...


class FactExtractor(Protocol):
    """Finds facts of the process. Pure and deterministic; never raises on any text."""

    name: str
    version: str

    def extract(
        self, document: Document, input_: Input, lexicon: Lexicon
    ) -> Iterator[FactCandidate]:
        """Offer candidates, each with its place."""
        ...
