"""The extractor of amendments."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from stocktake.extractors.amending.endorsing import endorsements
from stocktake.extractors.amending.grids import grids
from stocktake.extractors.amending.prose import Reading, prose, words_of
from stocktake.lexicon import Lexicon
from stocktake.lexicon.amending import amending_words
from stocktake.lexicon.drafts import draft_words
from stocktake.model import AmendmentCandidate, Document, Endorsement, Input, Statement


class AmendmentProposals:
    """Offers what inputs propose to change in a text, in prose and in tables."""

    name = "amendments"
    version = "1"

    def extract(
        self,
        document: Document,
        input_: Input,
        statements: Iterable[Statement],
        lexicon: Lexicon,
        folder: Path | None = None,
    ) -> Iterator[AmendmentCandidate]:
        """Offer candidates in the order of the text, each with its place; *folder* is a
        workspace's lexicon."""
        reading = _reading(document, input_, statements, lexicon, folder)
        yield from sorted((*prose(reading), *grids(reading)), key=_place)


def endorsed(
    document: Document,
    input_: Input,
    statements: Iterable[Statement],
    lexicon: Lexicon,
    folder: Path | None = None,
) -> list[Endorsement]:
    """Who supports or opposes what others propose, as the statements of a document prove it."""
    return list(endorsements(_reading(document, input_, statements, lexicon, folder)))


def _reading(
    document: Document,
    input_: Input,
    statements: Iterable[Statement],
    lexicon: Lexicon,
    folder: Path | None,
) -> Reading:
    words = (words_of(document.language, amending_words(folder)), draft_words(folder))
    return Reading.of(document, input_, statements, lexicon, words)


def _place(candidate: AmendmentCandidate) -> int:
    return candidate.sentence.start or 0
