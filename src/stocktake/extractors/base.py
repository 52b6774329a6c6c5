"""What every extractor is to the rest of the program."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Protocol

from stocktake.lexicon import Lexicon
from stocktake.model import (
    AmendmentCandidate,
    Candidate,
    Document,
    FactCandidate,
    Input,
    Statement,
)


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


class AmendmentExtractor(Protocol):
    """Finds amendments. Pure and deterministic; never raises on any text."""

    name: str
    version: str

    def extract(
        self,
        document: Document,
        input_: Input,
        statements: Iterable[Statement],
        lexicon: Lexicon,
        folder: Path | None = None,
    ) -> Iterator[AmendmentCandidate]:
        """Offer candidates, each with its place. *statements* are those found in the document;
        *folder* is a workspace's lexicon."""
        ...
