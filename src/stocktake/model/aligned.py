"""What people said of alignments: which provision of one draft became which of a later one.

Each is a Review of a pair of drafts; of several of the same provisions the last one stands, and one
without a human value takes the decision back.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from stocktake.model.evidence import Review
from stocktake.model.identity import content_id

_FIELD = "alignment."
_BECAME = " => "


@dataclass(frozen=True, slots=True)
class Became:
    """The provisions *old* became *new*, by their ids; either may be empty."""

    old: tuple[str, ...]
    new: tuple[str, ...]

    @property
    def field(self) -> str:
        """What a Review of it is of."""
        return f"{_FIELD}{' '.join(self.old) or '+ ' + ' '.join(self.new)}"

    def __str__(self) -> str:
        return f"{' '.join(self.old)}{_BECAME}{' '.join(self.new)}"

    @classmethod
    def parse(cls, text: str) -> Became:
        """What ``str`` wrote."""
        old, _, new = text.partition(_BECAME)
        return cls(tuple(old.split()), tuple(new.split()))


def record_of_drafts(old_id: str, new_id: str) -> str:
    """The record, of two drafts by the hashes of their texts, that such Reviews are of."""
    return content_id("alignment", old_id, new_id)


def decided(reviews: Iterable[Review], old_id: str, new_id: str) -> tuple[Became, ...]:
    """What stands after *reviews*, in the order in which they were made."""
    record = record_of_drafts(old_id, new_id)
    of_both = [item for item in reviews if item.record_id == record]
    last = {item.field: item for item in of_both if item.field.startswith(_FIELD)}
    return tuple(Became.parse(item.human_value) for item in last.values() if item.human_value)
