"""How a text was adopted: by whom, against whom, with what reservations, as facts tell it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from stocktake.model.positions import PositionStance


class Choice(StrEnum):
    """How an actor voted."""

    YES = "yes"
    NO = "no"
    ABSTAIN = "abstain"
    ABSENT = "absent"


@dataclass(frozen=True, slots=True, order=True)
class Vote:
    """An actor's vote, with the facts that prove it."""

    actor_id: str
    choice: Choice
    fact_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Adoption:
    """One act of adopting: *title* as told (a resolution's number), *date* a Period as text.

    *outcome* is "vote", "consensus" or "adopted" where no more is told. *stated* are the totals
    that a text gives, *votes* those of actors that are named; ``counted`` adds these up.
    """

    title: str
    date: str | None
    outcome: str
    stated: tuple[tuple[Choice, int], ...] = ()
    votes: tuple[Vote, ...] = ()
    fact_ids: tuple[str, ...] = ()

    def counted(self, choice: Choice) -> int:
        """How many named actors voted so."""
        return sum(vote.choice is choice for vote in self.votes)


@dataclass(frozen=True, slots=True)
class Reservation:
    """An actor sets itself apart: *kind* is "explanation of vote", "dissociation", "reservation"
    or "interpretative statement"; *provisions* as they are written. *statement_ids* are the
    statements of the same sentence, *fact_ids* what proves it."""

    actor_id: str
    kind: str
    provisions: tuple[str, ...]
    date: str | None
    fact_ids: tuple[str, ...]
    statement_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Joined:
    """An actor at the end beside what it did before: its *choice* (None: not told), its *stance*
    on the text itself in the process, the proposals it supported and opposed, and whether it had
    withdrawn. *statement_ids* prove the stance."""

    actor_id: str
    choice: Choice | None
    stance: PositionStance | None
    asked: tuple[str, ...] = ()
    opposed: tuple[str, ...] = ()
    withdrawn: bool = False
    fact_ids: tuple[str, ...] = ()
    statement_ids: tuple[str, ...] = ()
    asked_ids: tuple[str, ...] = ()
