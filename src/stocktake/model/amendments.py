"""A change to a draft that somebody proposed, and what came of applying it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from stocktake.model.evidence import Quotation


class AmendmentAction(StrEnum):
    """What an amendment does. KEEP: it asks that words or brackets stay as they are."""

    INSERT = "insert"
    DELETE = "delete"
    REPLACE = "replace"
    MOVE = "move"
    KEEP = "keep"


class Where(StrEnum):
    """Where new words go: beside the words of ``Amendment.old``, in the provision, or as one."""

    BEFORE = "before"
    AFTER = "after"
    BEGINNING = "beginning"
    END = "end"
    NEW_PROVISION = "new provision"


@dataclass(frozen=True, slots=True)
class Amendment:
    """A proposed change, anchored to a provision's identity and the hash of its text.

    *target* is the place as it was written ("paragraph 12 (b)"), *provision_id* that provision in
    the draft *draft_id*, and *base* the hash of its own words then: on another text the amendment
    is not applied but shown for a person to confirm. *old* are the words to be taken out or found
    again, empty for the whole provision; *new* those to be put in. For a move *new* names the
    place to go to. *actors* propose it; *supporters* and *opponents* are actors' ids as well.
    *document_id* and *quotation* prove it, None where a person entered it. *origin* says how it
    was found: "input", "tracked changes", "entered".
    """

    id: str
    action: AmendmentAction
    target: str
    old: str = ""
    new: str = ""
    where: Where | None = None
    draft_id: str | None = None
    provision_id: str | None = None
    base: str = ""
    actors: tuple[str, ...] = ()
    supporters: tuple[str, ...] = ()
    opponents: tuple[str, ...] = ()
    date: str | None = None
    document_id: str | None = None
    quotation: Quotation | None = None
    origin: str = "input"


class AmendmentState(StrEnum):
    """What came of applying an amendment to a draft."""

    APPLIED = "applied"
    NOTHING_TO_DO = "nothing to do"
    PLACE_NOT_FOUND = "place not found"
    PLACE_NOT_CLEAR = "place not clear"
    TEXT_NOT_FOUND = "text not found"
    TEXT_NOT_CLEAR = "text found more than once"
    OVERLAPS = "overlaps"
    BASE_CHANGED = "base changed"


@dataclass(frozen=True, slots=True)
class AmendmentResult:
    """How an amendment fared: its range in the draft's text, where it has one, and with which
    others (by their ids) it is in conflict."""

    amendment: Amendment
    state: AmendmentState
    provision_id: str | None = None
    start: int | None = None
    end: int | None = None
    conflicts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Amended:
    """A draft's text with the amendments that could be applied, and how each of all fared."""

    text: str
    results: tuple[AmendmentResult, ...]
