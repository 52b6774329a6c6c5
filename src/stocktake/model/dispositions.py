"""What became of a thing that was asked for, in a draft."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from stocktake.model.drafts import Draft
from stocktake.model.evidence import Quotation, Review, ReviewState
from stocktake.model.identity import content_id

STATUS = "disposition.status"
SEVERAL = "; "


class DispositionStatus(StrEnum):
    """REFLECTED: the text asks the same with the same force. PARTLY: a part of it, weaker or
    narrower. ALTERED: the same subject, turned in its direction or essence. ABSENT: nothing in the
    text asks for it."""

    REFLECTED = "reflected"
    PARTLY = "partly"
    ALTERED = "altered"
    ABSENT = "absent"

    @property
    def is_in(self) -> bool:
        """Whether at least a part of what was asked is in the text."""
        return self in (DispositionStatus.REFLECTED, DispositionStatus.PARTLY)


class DifferenceKind(StrEnum):
    """In what two wordings differ. ADDED: the text qualifies; LEFT_OUT: it does not say it."""

    STRENGTH = "strength"
    WHO = "who"
    NUMBER = "number"
    DIRECTION = "direction"
    ADDED = "added"
    LEFT_OUT = "left out"


@dataclass(frozen=True, slots=True)
class Difference:
    """Words of the ask beside those that the text has instead; None where one of them has none."""

    kind: DifferenceKind
    asked: Quotation | None
    found: Quotation | None


@dataclass(frozen=True, slots=True)
class Disposition:
    """What became of an ask in the draft *draft_id*.

    *ask* are its words; *proposal_id* is the id of the Proposal or Statement that holds them, None
    for a bare text. *document_id* and *asked* prove them (of a bare text *asked* counts in it, and
    *document_id* is None). *provision_ids*, the closest first, are the provisions that ask for it,
    or come closest if they turn it round; *found* their words, at their places in the draft.
    *near_ids* are those that come closest to what is absent. *is_sure* is whether the confidence
    is such that people may look at it last.
    *confidence*, 0..1, is how likely it is that *status* is right in saying whether it is in the
    text. *how* says what it was found by. *review* is what a person said of it.
    """

    ask: str
    draft_id: str
    status: DispositionStatus
    asked: Quotation
    proposal_id: str | None = None
    document_id: str | None = None
    provision_ids: tuple[str, ...] = ()
    found: tuple[Quotation, ...] = ()
    differences: tuple[Difference, ...] = ()
    confidence: float = 0.0
    how: str = ""
    review: ReviewState = ReviewState.MACHINE
    near_ids: tuple[str, ...] = ()
    is_sure: bool = True

    @property
    def id(self) -> str:
        """The same ask in the same draft has the same id, whatever was found."""
        return content_id("disposition", self.proposal_id or self.ask, self.draft_id)


@dataclass(frozen=True, slots=True)
class Course:
    """What became of one ask in draft after draft, earliest first."""

    dispositions: tuple[Disposition, ...]

    @property
    def last(self) -> Disposition:
        return self.dispositions[-1]

    @property
    def fell_out(self) -> int | None:
        """The place of the draft in which it is no longer, if it was in one before and did not
        come back."""
        held = [item.status.is_in for item in self.dispositions]
        return None if held[-1] or True not in held else len(held) - held[::-1].index(True)


@dataclass(frozen=True, slots=True)
class TracedDraft:
    """A draft that asks were traced into. Of its provisions *asking* is how many ask for something,
    *unasked* those, by id, that nothing of what was traced asks for."""

    label: str
    document_id: str
    draft: Draft
    asking: int
    unasked: tuple[str, ...]
    date: str | None = None


@dataclass(frozen=True, slots=True)
class Tracing:
    """What became of asks in the *drafts*, earliest first: one Course an ask, over all of them.
    *how* tells what they were held against the drafts by."""

    drafts: tuple[TracedDraft, ...]
    courses: tuple[Course, ...]
    how: str


@dataclass(frozen=True, slots=True)
class Said:
    """What a person said of a disposition: its status, and the provisions that answer the ask
    (None: those that the machine found)."""

    state: ReviewState
    status: DispositionStatus
    provision_ids: tuple[str, ...] | None = None


def is_of_dispositions(review: Review) -> bool:
    """Whether a review is of a disposition."""
    return review.field == STATUS


def said_by(reviews: Iterable[Review]) -> Mapping[str, Said]:
    """What stands after *reviews*, in the order in which they were made, by the id of the
    disposition; one with the state MACHINE takes it back."""
    last = {review.record_id: review for review in reviews if is_of_dispositions(review)}
    return {
        id_: _said(review)
        for id_, review in last.items()
        if review.state is not ReviewState.MACHINE
    }


def _said(review: Review) -> Said:
    status, *provisions = review.human_value.split(SEVERAL)
    told = tuple(provisions) if review.state is ReviewState.EDITED else None
    return Said(review.state, DispositionStatus(status), told)
