"""What people decided of proposals: merged, split, renamed; read from their Reviews.

Each is a Review of ``proposal:NUMBER``. Of several of the same proposal and field the last one
stands; one without a human value takes the decision back.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from stocktake.model.evidence import Review

PROPOSAL = "proposal."
MERGE, SPLIT, NAME = f"{PROPOSAL}merge", f"{PROPOSAL}split", f"{PROPOSAL}name"
SEVERAL = "; "
_RECORD = "proposal:"


def record_of(number: int) -> str:
    """What a Review of the proposal with that number is of."""
    return f"{_RECORD}{number}"


def is_of_proposals(review: Review) -> bool:
    """Whether a review decides something of a proposal, not of a statement or input."""
    return review.field.startswith(PROPOSAL)


@dataclass(frozen=True, slots=True)
class Split:
    """The statements *chosen* from proposal *of* stand as proposal *number*; the *rest* stayed."""

    number: int
    of: int
    chosen: tuple[str, ...]
    rest: tuple[str, ...]

    @property
    def values(self) -> tuple[str, str]:
        """The machine's value, then the person's, as a Review holds them."""
        machine = (str(self.of), *self.rest, *self.chosen)
        return SEVERAL.join(machine), SEVERAL.join((str(self.number), *self.chosen))

    @classmethod
    def of_review(cls, review: Review) -> Split:
        of, *every = review.machine_value.split(SEVERAL)
        number, *chosen = review.human_value.split(SEVERAL)
        rest = tuple(id_ for id_ in every if id_ not in chosen)
        return cls(int(number), int(of), tuple(chosen), rest)


@dataclass(frozen=True, slots=True)
class Decided:
    """All decisions that stand: *merged* numbers with those they were merged into, *splits* in
    the order in which they were made, *names* by number; *used* are all numbers ever given."""

    merged: Mapping[int, int] = field(default_factory=dict)
    splits: tuple[Split, ...] = ()
    names: Mapping[int, str] = field(default_factory=dict)
    used: frozenset[int] = frozenset()

    @classmethod
    def by(cls, reviews: Iterable[Review]) -> Decided:
        """What stands after *reviews*, in the order in which they were made."""
        every = [review for review in reviews if is_of_proposals(review)]
        last = {(review.record_id, review.field): review for review in every}
        kept = [review for review in every if review is last[review.record_id, review.field]]
        told = [review for review in kept if review.human_value]
        return cls(
            {number_of(item): int(item.human_value) for item in told if item.field == MERGE},
            tuple(Split.of_review(item) for item in told if item.field == SPLIT),
            {number_of(item): item.human_value for item in told if item.field == NAME},
            frozenset(map(number_of, every)),
        )

    def now(self, number: int) -> int:
        """The number under which the proposal *number* stands now."""
        while number in self.merged:
            number = self.merged[number]
        return number

    def also(self, number: int) -> tuple[int, ...]:
        """The numbers of all proposals that were merged into one, in order."""
        return tuple(sorted(one for one in self.merged if self.now(one) == number))

    def sides(self) -> dict[str, int | None]:
        """Each statement that a split told apart, with the number it was given; None for what
        stayed where the machine had put it."""
        found: dict[str, int | None] = {}
        for split in self.splits:
            found |= dict.fromkeys(split.chosen, split.number)
            found = dict.fromkeys(split.rest) | found
        return found


def number_of(review: Review) -> int:
    """The number of the proposal that a review is of."""
    return int(review.record_id.removeprefix(_RECORD))
