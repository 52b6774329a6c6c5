"""What is found out about the statements, and the stock: one frozen result of an analysis."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from stocktake.model.actors import Actor, Participation
from stocktake.model.adoption import Adoption, Joined, Reservation
from stocktake.model.amendments import Tabled
from stocktake.model.clusters import ProposalCluster
from stocktake.model.commitments import Commitment
from stocktake.model.conflicts import Conflict
from stocktake.model.documents import Input
from stocktake.model.draft_sums import DraftSum
from stocktake.model.evidence import Issue, Quotation, Review
from stocktake.model.facts import Fact
from stocktake.model.learning import Basis, ThemeQuality
from stocktake.model.partnerships import Partnership
from stocktake.model.positions import Contradiction, Position, PositionChange
from stocktake.model.process import Process
from stocktake.model.relations import NOTHING_RELATED, Relations
from stocktake.model.rounds import Round
from stocktake.model.schemes import SchemeKind
from stocktake.model.statements import Statement
from stocktake.model.voices import AffectedVoice, RegionHeard


@dataclass(frozen=True, slots=True)
class Theme:
    """One entry of a scheme. *terms* are pairs of a language code and a term; a term may end
    with ``*`` (any ending) and be led by ``-`` (its presence speaks against). *affected* are words
    by which organisations of those whom the theme affects most are known (``child*``)."""

    code: str
    title: str
    definition: str = ""
    terms: tuple[tuple[str, str], ...] = ()
    affected: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Scheme:
    """A way to sort, read from a file that a user can edit. *subject* marks the one theme that
    is the process's own text (the compact), on which actors' overall stance is shown."""

    name: str
    kind: SchemeKind
    title: str
    themes: tuple[Theme, ...]
    subject: str | None = None


@dataclass(frozen=True, slots=True)
class Assignment:
    """A statement is about a theme because these *terms* stand in its passage, or by a model:
    then *terms* are the words that weigh most, and *examples* the statements, confirmed by people,
    that are most like it; or because a person said so."""

    statement_id: str
    scheme: SchemeKind
    code: str
    terms: tuple[Quotation, ...]
    basis: Basis = Basis.TERMS
    examples: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Gathered:
    """What the machine gathered as one proposal under a *number*, worded by one of them."""

    number: int
    wording_id: str
    statement_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Proposal:
    """One thing that is asked for. *number* is kept for good; *wording* is the content of the
    most central statement, verbatim; *statement_ids* are those that ask for it, support or
    oppose it, in a stable order; *theme_codes* and *dimension_codes* those of its statements.

    What people decided: *name* is their wording, empty if they gave none; *also* are numbers of
    proposals merged into it; *parts* is what the machine had gathered instead, empty if the same.
    """

    id: str
    number: int
    wording_id: str
    statement_ids: tuple[str, ...]
    theme_codes: tuple[str, ...]
    dimension_codes: tuple[str, ...]
    name: str = ""
    also: tuple[int, ...] = ()
    parts: tuple[Gathered, ...] = ()


@dataclass(frozen=True, slots=True)
class CampaignText:
    """A text of a campaign: ``[start, end)`` of a document."""

    document_id: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Campaign:
    """Near-identical *texts* of several inputs, *whole* documents or passages in them.

    *sender_ids* are the actors that handed them in, each once; *unknown* is how many of the
    inputs have no known author. With one sender and nobody unknown it has one voice.
    """

    id: str
    whole: bool
    texts: tuple[CampaignText, ...]
    sender_ids: tuple[str, ...]
    unknown: int = 0

    @property
    def has_one_voice(self) -> bool:
        return len(self.sender_ids) == 1 and not self.unknown


@dataclass(frozen=True, slots=True)
class CaseStudy:
    """Who did what where, with what result, as told in an input; kept apart from positions.

    *passage* is the whole of it; the parts are quotations within, where they could be told.
    """

    id: str
    document_id: str
    passage: Quotation
    who: Quotation | None = None
    place: Quotation | None = None
    what: Quotation | None = None
    result: Quotation | None = None


class GapKind(StrEnum):
    """Why nothing of an actor is there on a theme."""

    SILENT = "silent"
    NOT_ASKED = "not asked"
    WITHDRAWN = "withdrawn"
    UNREADABLE = "unreadable"
    NO_INPUT = "no input"


@dataclass(frozen=True, slots=True)
class Gap:
    """An actor said nothing on a theme (and dimension, if given), and why.

    *actor_id* None: nobody did.
    """

    kind: GapKind
    theme_code: str | None
    dimension_code: str | None
    actor_id: str | None


class LedgerStatus(StrEnum):
    """What became of an input on the way into the stock."""

    PROCESSED = "processed"
    PARTIAL = "partial"
    FAILED = "failed"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class LedgerEntry:
    """One line of the completeness ledger: nothing disappears.

    *also_under* are further names under which the same bytes came. What was withdrawn after it was
    published does not count, though its file stays.
    """

    input_id: str
    name: str
    status: LedgerStatus
    reason: str
    pages: int
    passages: int
    statements: int
    facts: int
    also_under: tuple[str, ...] = ()

    @property
    def counts(self) -> bool:
        """Whether the input was read, at least in part, and what it says counts."""
        return self.status in {LedgerStatus.PROCESSED, LedgerStatus.PARTIAL}


@dataclass(frozen=True, slots=True)
class Stock:
    """One frozen result of an analysis, from which every output is made.

    Tuples are in a canonical order that does not depend on the order in which inputs came.
    *digest* is the hash of all that went in; *method* are pairs of a name and what was used;
    *reviews* is all that people said of statements, in the order in which they said it; *quality*
    tells of schemes with labels how well each theme is assigned.
    """

    digest: str
    process: Process
    inputs: tuple[Input, ...]
    ledger: tuple[LedgerEntry, ...]
    actors: tuple[Actor, ...]
    schemes: tuple[Scheme, ...]
    statements: Sequence[Statement]
    facts: tuple[Fact, ...]
    case_studies: tuple[CaseStudy, ...]
    assignments: Sequence[Assignment]
    proposals: tuple[Proposal, ...]
    positions: Sequence[Position]
    gaps: tuple[Gap, ...]
    participation: tuple[Participation, ...]
    issues: tuple[Issue, ...]
    method: tuple[tuple[str, str], ...]
    reviews: tuple[Review, ...] = ()
    relations: Relations = NOTHING_RELATED
    campaigns: tuple[Campaign, ...] = ()
    regions: tuple[RegionHeard, ...] = ()
    affected: tuple[AffectedVoice, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    changes: tuple[PositionChange, ...] = ()
    contradictions: tuple[Contradiction, ...] = ()
    quality: tuple[ThemeQuality, ...] = ()
    clusters: tuple[ProposalCluster, ...] = ()
    adoptions: tuple[Adoption, ...] = ()
    reservations: tuple[Reservation, ...] = ()
    joined: tuple[Joined, ...] = ()
    drafts: tuple[DraftSum, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    amendments: tuple[Tabled, ...] = ()
    rounds: tuple[Round, ...] = ()
    partnerships: tuple[Partnership, ...] = ()
