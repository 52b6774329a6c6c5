"""What came after the stocktaking, added to a stock: how the text was adopted,
by whom, and what was promised."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from stocktake.analysis.adopting import adoptions, doubts, unknown_votes
from stocktake.analysis.committing import commitments
from stocktake.analysis.joining import joined, reservations
from stocktake.analysis.ordering import issue_order
from stocktake.analysis.partnering import partnerships
from stocktake.analysis.sources import Sources
from stocktake.analysis.told import Told
from stocktake.lexicon import Lexicon
from stocktake.model import Issue, Stock


def followed(stock: Stock, sources: Sources, lexicon: Lexicon, told: Told) -> Stock:
    """*stock* with adoptions, reservations, who joined, commitments, and what is in doubt; its
    statements stand without their words, which are *told*."""
    stock = replace(
        stock,
        adoptions=adoptions(stock.facts, sources),
        reservations=reservations(stock.facts, stock.statements, sources),
        commitments=commitments(stock.statements, stock.reviews, sources, lexicon, told),
        partnerships=partnerships(stock.statements, sources, lexicon, told),
    )
    issues = tuple(sorted({*stock.issues, *_doubts(stock)}, key=issue_order))
    return replace(stock, joined=joined(stock), issues=issues)


def _doubts(stock: Stock) -> Iterator[Issue]:
    yield from unknown_votes(stock.facts)
    yield from doubts(stock.adoptions, {fact.id: fact for fact in stock.facts})
