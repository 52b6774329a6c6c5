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


@dataclass(frozen=True, slots=True)
class Settled:
    """What became of a bracket or option from one draft to the next, told in words.

    *words* are those within, of the old draft, or of the new if it opened; *became* those that
    stand in their place where it was replaced. *old_place* and *new_place* are number and heading
    of its provision in either draft. *actors* are names as they stand in the text. *old* and *new*
    are the ranges of the words in the drafts that hold them, *old_id* and *new_id* the provisions.
    """

    outcome: Outcome
    words: str
    old_place: str
    new_place: str
    became: str = ""
    is_option: bool = False
    actors: tuple[str, ...] = ()
    old: tuple[int, int] | None = None
    new: tuple[int, int] | None = None
    old_id: str | None = None
    new_id: str | None = None
