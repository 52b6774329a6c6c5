"""Takes stock of an intergovernmental process: what was asked, by whom, with the proof.

>>> from stocktake import extract
>>> [statement.content.text for statement in extract("Freedonia supports open ports.")]
['open ports']
"""

from __future__ import annotations

from stocktake.errors import StocktakeError
from stocktake.model import (
    Act,
    Actor,
    Document,
    Input,
    Period,
    Position,
    Proposal,
    Quotation,
    Stance,
    Statement,
    StatementActor,
    Stock,
)

__version__ = "0.1.0"

__all__ = [
    "Act",
    "Actor",
    "Document",
    "Input",
    "Period",
    "Position",
    "Proposal",
    "Quotation",
    "Stance",
    "Statement",
    "StatementActor",
    "Stock",
    "StocktakeError",
    "extract",
]


def extract(text: str, language: str | None = None, author: str | None = None) -> list[Statement]:
    """The statements in *text*, in the order in which they stand there.

    *language* is an ISO 639-1 code (found out if not given); *author* the name or id of the actor
    whose statement it is, to whom its first person then belongs. Paragraphs are parted by an
    empty line. Every quotation of a Statement is ``text[start:end]`` in Unicode code points.
    NotFoundError if *author* is nobody the lexicon knows. The method, a grammar of clauses over
    cue words that are data, is told in docs/annotation.md.
    """
    from stocktake.services.extracting import extract_text

    return extract_text(text, language, author)[1]
