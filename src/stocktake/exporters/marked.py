"""The words of compared provisions, unit by unit, each stretch with what became of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from stocktake.model import ChangeKind, ComparedProvision, Unit

_SPACE = re.compile(r"(\s+)")
_OLD = (ChangeKind.EQUAL, ChangeKind.DELETE, ChangeKind.MOVED_FROM)
_NEW = (ChangeKind.EQUAL, ChangeKind.INSERT, ChangeKind.MOVED_TO)


@dataclass(frozen=True, slots=True)
class MarkedUnit:
    """A provision with its words in stretches of one kind of change each."""

    unit: Unit
    pieces: tuple[tuple[ChangeKind, str], ...]


def old_side(row: ComparedProvision) -> tuple[MarkedUnit, ...]:
    """The old provisions, with what was taken out or moved away."""
    pieces = (
        (item.kind, row.old_text[item.old_start : item.old_end])
        for item in row.changes
        if item.kind in _OLD
    )
    return _units(row.old, pieces)


def new_side(row: ComparedProvision) -> tuple[MarkedUnit, ...]:
    """The new provisions, with what was put in or moved here."""
    pieces = (
        (item.kind, row.new_text[item.new_start : item.new_end])
        for item in row.changes
        if item.kind in _NEW
    )
    return _units(row.new, pieces)


def stretches(row: ComparedProvision) -> Iterator[tuple[ChangeKind, str]]:
    """Both texts in one, in the order in which a redline is read.

    The end of a line that became a space, or the other way round, is taken out and put in.
    """
    for item in row.changes:
        was = row.old_text[item.old_start : item.old_end]
        now = row.new_text[item.new_start : item.new_end]
        if item.kind is ChangeKind.EQUAL and was != now:
            yield from _apart(was, now)
        else:
            yield (item.kind, was or now)


def _apart(was: str, now: str) -> Iterator[tuple[ChangeKind, str]]:
    for old, new in zip(_SPACE.split(was), _SPACE.split(now), strict=True):
        if old == new:
            yield (ChangeKind.EQUAL, old)
        else:
            yield (ChangeKind.DELETE, old)
            yield (ChangeKind.INSERT, new)


def _units(
    units: tuple[Unit, ...], pieces: Iterator[tuple[ChangeKind, str]]
) -> tuple[MarkedUnit, ...]:
    lines: list[list[tuple[ChangeKind, str]]] = [[]]
    for kind, words in pieces:
        first, *others = words.split("\n")
        lines[-1].append((kind, first))
        lines += [[(kind, other)] for other in others]
    return tuple(
        MarkedUnit(unit, tuple(piece for piece in line if piece[1]))
        for unit, line in zip(units, lines, strict=bool(units))
    )
