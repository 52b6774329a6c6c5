"""A change to a draft that somebody proposed, and what came of applying it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from stocktake.model.evidence import Quotation, Quote, ReviewState


class AmendmentAction(StrEnum):
    """What an amendment does. KEEP: it asks that words or brackets stay as they are.

    BRACKET puts square brackets around words, UNBRACKET takes those around them away. COMMENT
    only remarks on words.
    """

    INSERT = "insert"
    DELETE = "delete"
    REPLACE = "replace"
    MOVE = "move"
    KEEP = "keep"
    COMMENT = "comment"
    BRACKET = "bracket"
    UNBRACKET = "unbracket"


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
    place to go to. *described* tells what is meant where the words themselves are not given
    ("the reference to ports"): such an amendment is never applied. *actors* propose it;
    *supporters* and *opponents* are actors' ids as well. *statements* are the ids of the
    Statements by which it is known who they are.
    *document_id* and *quotation* prove it, None where a person entered it: *source* says then from
    where. *origin* says how it was found: "input", "tracked changes", "marked", "entered"; *review*
    what a person said of it.
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
    described: str = ""
    statements: tuple[str, ...] = ()
    review: ReviewState = ReviewState.MACHINE
    source: str = ""


@dataclass(frozen=True, slots=True)
class AmendmentCandidate:
    """What an extractor of amendments offers: words with, where it knows, their places.

    *target* are the words that name the place, outermost unit first. *actors*, *supporters* and
    *opponents* are ids of actors, known by *statements* or as authors of the input.
    """

    sentence: Quote
    action: AmendmentAction
    target: tuple[Quote, ...]
    rule: str
    old: Quote | None = None
    new: Quote | None = None
    described: Quote | None = None
    where: Where | None = None
    actors: tuple[str, ...] = ()
    supporters: tuple[str, ...] = ()
    opponents: tuple[str, ...] = ()
    statements: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Endorsement:
    """*actors* support (*supports*) or oppose what *of* propose on *target*, as quoted."""

    actors: tuple[str, ...]
    of: tuple[str, ...]
    target: str
    supports: bool
    quotation: Quotation
    document_id: str


class AmendmentState(StrEnum):
    """What came of applying an amendment to a draft."""

    APPLIED = "applied"
    NOTHING_TO_DO = "nothing to do"
    BY_HAND = "to be moved by hand"
    PLACE_NOT_FOUND = "place not found"
    PLACE_NOT_CLEAR = "place not clear"
    TEXT_NOT_FOUND = "text not found"
    TEXT_NOT_CLEAR = "text found more than once"
    OVERLAPS = "overlaps"
    NOT_WORDED = "words not given"
    BASE_CHANGED = "base changed"


@dataclass(frozen=True, slots=True)
class AmendmentResult:
    """How an amendment fared: its range in the draft's text, where it has one, the *words* that it
    puts there, and with which others (by their ids) it is in conflict."""

    amendment: Amendment
    state: AmendmentState
    provision_id: str | None = None
    start: int | None = None
    end: int | None = None
    conflicts: tuple[str, ...] = ()
    words: str = ""


@dataclass(frozen=True, slots=True)
class Tabled:
    """An amendment as it fares on the latest draft, for a Stock.

    *place* is the number and heading of its provision, with those of what stands around it, and
    ``[start, end)`` of the draft's document *document_id* the first of its own words; None where it
    has none. *old* are the draft's words that it would change.
    """

    result: AmendmentResult
    place: str = ""
    document_id: str | None = None
    start: int | None = None
    end: int | None = None
    old: str = ""


@dataclass(frozen=True, slots=True)
class Amended:
    """A draft's text with the amendments that could be applied, and how each of all fared."""

    text: str
    results: tuple[AmendmentResult, ...]


class Piece(StrEnum):
    """What a piece of a compilation is.

    BASE and OLD are words of the draft, OLD those that somebody would change; NEW are words that
    somebody proposes; NOTE tells who wants what.
    """

    BASE = "base"
    OLD = "old"
    NEW = "new"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class CompiledPiece:
    """A piece of a compilation, with the ids of the amendments that it shows."""

    kind: Piece
    text: str
    amendments: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CompiledEntry:
    """What a compilation tells of one amendment: by whom, what, its state, conflicts and proof."""

    id: str
    by: str
    asks: str
    place: str
    state: str
    conflicts: tuple[str, ...] = ()
    source: str = ""
    evidence: str = ""


@dataclass(frozen=True, slots=True)
class Compilation:
    """The base text with amendments at their places, and all amendments as a list."""

    title: str
    subtitle: str
    pieces: tuple[CompiledPiece, ...]
    entries: tuple[CompiledEntry, ...]
