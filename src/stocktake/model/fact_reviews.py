"""What people said of facts, read from their Reviews.

Each is a Review of a fact whose field is ``fact.`` for the whole, or ``fact.place`` and the like
for one of its values; an empty human value takes that value out. Values add up until the whole is
judged anew.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from stocktake.model.evidence import Review, ReviewState
from stocktake.model.facts import Attribute, Fact

FACT = "fact."


@dataclass(frozen=True, slots=True)
class FactDecision:
    """How a fact stands after all that people said of it, and the values they gave by name."""

    state: ReviewState
    values: Mapping[str, str] = field(default_factory=dict)

    def on(self, fact: Fact) -> Fact:
        """*fact* as people left it: a value they gave keeps the words that it was read from."""
        told = (self._told(item) for item in _once(fact.attributes, self.values))
        return replace(
            fact,
            attributes=tuple(item for item in told if item.value),
            review=self.state,
        )

    def _told(self, attribute: Attribute) -> Attribute:
        value = self.values.get(attribute.name, attribute.value)
        return replace(attribute, value=value)


def field_of(name: str = "") -> str:
    """The field of a Review that judges a fact, or the value *name* of it."""
    return f"{FACT}{name}"


def is_of_facts(review: Review) -> bool:
    """Whether a review judges a fact."""
    return review.field.startswith(FACT)


def fact_decisions(reviews: Iterable[Review]) -> dict[str, FactDecision]:
    """The decision that stands on each fact, by id."""
    made: dict[str, FactDecision] = {}
    for review in filter(is_of_facts, reviews):
        before = made.get(review.record_id, FactDecision(ReviewState.MACHINE))
        values = before.values if review.state is ReviewState.EDITED else {}
        name = review.field.removeprefix(FACT)
        if name:
            values = {**values, name: review.human_value}
        made[review.record_id] = FactDecision(review.state, values)
    return {id_: one for id_, one in made.items() if one.state is not ReviewState.MACHINE}


def _once(attributes: Iterable[Attribute], given: Mapping[str, str]) -> list[Attribute]:
    """The attributes; of those of a name for which a person gave the value, the first."""
    kept: list[Attribute] = []
    for item in attributes:
        if item.name not in given or all(other.name != item.name for other in kept):
            kept.append(item)
    return kept
