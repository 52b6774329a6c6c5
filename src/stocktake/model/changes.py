"""What changed in words from one text to the next, and what became of what was open."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class ChangeKind(StrEnum):
    """MOVED_FROM and MOVED_TO: the same words, taken out here and put in there."""

    EQUAL = "equal"
    INSERT = "insert"
    DELETE = "delete"
    MOVED_FROM = "moved from"
    MOVED_TO = "moved to"


@dataclass(frozen=True, slots=True)
class Change:
    """``old[old_start:old_end]`` became ``new[new_start:new_end]``; one is empty unless equal."""

    kind: ChangeKind
    old_start: int
    old_end: int
    new_start: int
    new_end: int


class Outcome(StrEnum):
    """What became of bracketed words.

    REPLACED: gone, with others in their place. OPENED: bracketed now, agreed or absent before.
    """

    TAKEN_IN = "taken in"
    TAKEN_OUT = "taken out"
    REPLACED = "replaced"
    STILL_OPEN = "still open"
    OPENED = "opened"


@dataclass(frozen=True, slots=True)
class Settlement:
    """The outcome for a bracket: *bracket_id* is that of the old draft, or of the new if opened."""

    bracket_id: str
    outcome: Outcome
    old_provision: str | None
    new_provision: str | None
