"""What people said of facts, applied to what the machine found.

As with statements, a review holds on when the machine changes: what was confirmed or edited stays,
and what the machine now reads of the same thing at its place gives way; what was rejected stays
away.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping

from sqlalchemy import Connection

from stocktake import store
from stocktake.model import Fact, Issue, ReviewState, content_id
from stocktake.model.fact_reviews import FactDecision, fact_decisions
from stocktake.services.lookups import found_earlier
from stocktake.services.reviewed import LOST

# What tells one fact of a kind from another in the same sentence, the first that it has.
_NAMING = ("title", "name", "actor", "count", "dimension", "kind")


def facts(connection: Connection, numbers: list[int], documents: Collection[str]) -> list[Fact]:
    """The facts of the results with these *numbers*, as people left them; *documents* are those
    that count."""
    found = store.findings_of(connection, store.FACTS, numbers)
    decided = fact_decisions(store.reviews(connection))
    earlier = found_earlier(connection, store.FACTS, numbers, decided)
    return applied(found, [item for item in earlier if item.document_id in documents], decided)


def applied(
    found: Iterable[Fact], earlier: Iterable[Fact], decided: Mapping[str, FactDecision]
) -> list[Fact]:
    """*found* as people left it; *earlier* are judged facts that the machine finds no more."""
    kept = [item for item in earlier if item.id in decided]
    current = [
        item
        for item in found
        if item.id in decided or not any(_is_of_the_same(item, old) for old in kept)
    ]
    every = (decided[item.id].on(item) if item.id in decided else item for item in current + kept)
    standing = [item for item in every if item.review is not ReviewState.REJECTED]
    return sorted(standing, key=lambda item: item.id)


def lost(earlier: Iterable[Fact], documents: Collection[str]) -> Iterator[Issue]:
    """An Issue for each decision whose text is no longer part of the process as it is read now."""
    for fact in earlier:
        if fact.document_id not in documents:
            yield Issue(
                content_id(LOST, fact.id),
                LOST,
                f"what a person said of the fact told in “{fact.sentence.text}” cannot be kept: "
                "the input is read into another text now.",
                "Review it again: stocktake show facts",
                f"fact {fact.id}",
                document_id=fact.document_id,
            )


def _is_of_the_same(new: Fact, old: Fact) -> bool:
    """Whether both tell of one thing, read from the same words."""
    if (new.document_id, new.kind) != (old.document_id, old.kind):
        return False
    pairs = ((new.get(name), old.get(name)) for name in _NAMING)
    named = next(((one, other) for one, other in pairs if one and other), None)
    if named is None:
        return new.sentence == old.sentence
    first, second = (item.quotation for item in named)
    return first.start < second.end and second.start < first.end
