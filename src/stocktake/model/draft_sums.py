"""How far a draft is agreed, in figures."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PartSum:
    """A unit of a draft, such as an article: *open* of *all* its characters are not agreed.

    *title* is its number and heading as they stand; *brackets* counts those that open in it.
    ``[start, end)`` is the range of its first words in the draft's text.
    """

    id: str
    title: str
    open: int
    all: int
    brackets: int
    start: int
    end: int

    @property
    def share(self) -> float:
        """The share that is open, 0..1."""
        return self.open / self.all if self.all else 0.0


@dataclass(frozen=True, slots=True)
class DraftSum:
    """A version of the text in figures: *parts* are its outermost units, in the text's order.

    *thickest* are its provisions with the most brackets, most first. *unbalanced* counts brackets
    that nothing closes or opens, *unplaced* stretches of words that belong to no provision.
    """

    label: str
    source: str
    document_id: str
    provisions: int
    unbalanced: int
    unplaced: int
    parts: tuple[PartSum, ...]
    thickest: tuple[PartSum, ...] = ()
    date: str | None = None
    round: str | None = None
    issued_by: str | None = None

    @property
    def brackets(self) -> int:
        return sum(part.brackets for part in self.parts)

    @property
    def open(self) -> int:
        return sum(part.open for part in self.parts)

    @property
    def all(self) -> int:
        return sum(part.all for part in self.parts)

    @property
    def share(self) -> float:
        """The share of its characters that is open, 0..1."""
        return self.open / self.all if self.all else 0.0
