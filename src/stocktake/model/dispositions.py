"""What became of a thing that was asked for, in a draft."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from stocktake.model.evidence import Quotation, ReviewState
from stocktake.model.identity import content_id


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

    @property
    def id(self) -> str:
        """The same ask in the same draft has the same id, whatever was found."""
        return content_id("disposition", self.proposal_id or self.ask, self.draft_id)
