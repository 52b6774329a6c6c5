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


def in_parts(stock: Stock, statements: Parted[Statement], assignments: Parted[Assignment]) -> Stock:
    """The *stock* with its whole *statements*, and what these are about by which words, in a part
    for each document; its positions in one for each proposal or theme."""
    positions = _parted(Position, stock.positions, lambda item: item.target)
    return replace(stock, statements=statements, assignments=assignments, positions=positions)


def _parted(kind: type[R], records: Iterable[R], place: Callable[[R], str]) -> Parted[R]:
    return Parted(Part.of(kind, several) for _, several in groupby(records, place))
