"""Records of a stock → the parts in which it is kept: those of one document, or of one target.

One more input changes few of them, and what is in a part that nothing changed need not be written
again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from itertools import groupby
from typing import TypeVar

from stocktake.model import Assignment, Part, Parted, Position, Statement, Stock

R = TypeVar("R")


def in_parts(stock: Stock) -> Stock:
    """The *stock* with its statements and what they are about in a part for each document, its
    positions in one for each proposal or theme."""
    documents = {item.id: item.document_id for item in stock.statements}
    about = _parted(Assignment, stock.assignments, lambda item: documents[item.statement_id])
    return replace(
        stock,
        statements=_parted(Statement, stock.statements, lambda item: item.document_id),
        assignments=about,
        positions=_parted(Position, stock.positions, lambda item: item.target),
    )


def _parted(kind: type[R], records: Iterable[R], place: Callable[[R], str]) -> Parted[R]:
    return Parted(Part.of(kind, several) for _, several in groupby(records, place))
