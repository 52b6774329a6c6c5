"""An actor does something with some content, in a passage."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from stocktake.model.evidence import Quotation, Quote, ReviewState


class Act(StrEnum):
    """What an actor does with the content."""

    PROPOSES = "proposes"
    REQUESTS = "requests"
    SUPPORTS = "supports"
    OPPOSES = "opposes"
    COMMITS = "commits"
    RESERVES = "reserves"
    REPORTS = "reports"
    WELCOMES = "welcomes"
    REGRETS = "regrets"
    WITHDRAWS = "withdraws"


class Stance(StrEnum):
    """Where the actor stands towards the content, negation taken into account."""

    SUPPORTS = "supports"
    OPPOSES = "opposes"
    NEUTRAL = "neutral"


class Strength(StrEnum):
    """How strongly a thing is asked, strongest first; the scale is in docs/annotation.md."""

    SHALL = "shall"
    MUST = "must"
    SHOULD = "should"
    COULD = "could"
    CONSIDER = "consider"


class ActorRole(StrEnum):
    """In what role an actor stands behind a statement."""

    SPEAKER = "speaker"
    ON_BEHALF = "on behalf"
    SUPPORTER = "supporter"
    OPPONENT = "opponent"


class Prose(StrEnum):
    """In which kind of prose a statement was found; it tells whose voice it is."""

    FIRST_PERSON = "first person"
    REPORT = "report"
    RECOMMENDATION = "recommendation"
    NEWS = "news"


@dataclass(frozen=True, slots=True)
class StatementActor:
    """An actor of a statement; *quotation* is its name as it stands, None if it is the author."""

    id: str
    name: str
    role: ActorRole = ActorRole.SPEAKER
    quotation: Quotation | None = None


@dataclass(frozen=True, slots=True)
class Candidate:
    """What an extractor offers: quotations with, where it knows, their places.

    Nothing in it is evidence until ``services`` has found the words in the stored text.
    *sentence* holds *content*, *cue*, *context* and *condition*. *actors* are pairs of a
    StatementActor without quotation and the Quote of its name (None: the author speaks).
    *answers* is the Quote of the content of the earlier statement that this one is about.
    """

    sentence: Quote
    content: Quote
    cue: Quote
    actors: tuple[tuple[StatementActor, Quote | None], ...]
    act: Act
    stance: Stance
    prose: Prose
    rule: str
    confidence: float
    negated: bool = False
    context: Quote | None = None
    condition: Quote | None = None
    quoted: Quote | None = None
    addressees: tuple[str, ...] = ()
    strength: Strength | None = None
    answers: Quote | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """A statement with its proof: every Quotation is identical to the document's text there.

    One actor × cue × content is one proposition; actors who say the same thing with the same
    cue stand together in *actors*. *quoted* is the stretch in quotation marks within the
    content, if the words are the speaker's own. *addressees* are actor ids or, where the
    lexicon knows none, the words themselves. *strength* is None where nothing is asked.
    *rule* names what fired; *confidence* is 0..1: the share of such findings that are right where
    it was measured, and *offered* what the extractor itself said of it. *review* is what a person
    said of it.
    """

    id: str
    document_id: str
    sentence: Quotation
    content: Quotation
    cue: Quotation
    actors: tuple[StatementActor, ...]
    act: Act
    stance: Stance
    prose: Prose
    rule: str
    confidence: float
    negated: bool = False
    context: Quotation | None = None
    condition: Quotation | None = None
    quoted: Quotation | None = None
    addressees: tuple[str, ...] = ()
    strength: Strength | None = None
    answers_id: str | None = None
    offered: float | None = None
    review: ReviewState = ReviewState.MACHINE
