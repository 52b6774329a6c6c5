"""What became of a provision from one draft to the next."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class AlignmentKind(StrEnum):
    """SAME: word for word. SPLIT: one became several; MERGED: several became one."""

    SAME = "same"
    EDITED = "edited"
    SPLIT = "split"
    MERGED = "merged"
    ADDED = "added"
    DELETED = "deleted"


@dataclass(frozen=True, slots=True)
class Alignment:
    """The provisions *old* of one draft became *new* of a later one, by their ids.

    *similarity* is 0..1, of their words. *renumbered*: the label is another; *moved*: what stands
    around it did not become what stands around it now, or it was carried past its neighbours.
    *confidence* is 0..1: how far words and place agree, or for what is new or gone how unlike it is
    to all else.
    """

    old: tuple[str, ...]
    new: tuple[str, ...]
    kind: AlignmentKind
    similarity: float = 0.0
    renumbered: bool = False
    moved: bool = False
    confidence: float = 1.0
