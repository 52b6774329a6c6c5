"""What people said of statements, applied to what the machine found.

A review holds on when the machine changes: what a person confirmed or edited stays, and what
the machine now finds at its place by the same actor gives way; what was rejected stays away.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from stocktake.lexicon import Lexicon
from stocktake.model import (
    Act,
    Issue,
    Review,
    ReviewState,
    Stance,
    Statement,
    StatementActor,
    content_id,
    is_entered,
    is_label,
    is_of_amendments,
    is_of_commitments,
    is_of_dispositions,
    is_of_proposals,
)
from stocktake.model.fact_reviews import is_of_facts
from stocktake.model.withdrawals import is_of_withdrawals
from stocktake.services.spanning import with_spans

METADATA = "metadata."
SEVERAL = "; "
LOST = "review without its passage"


@dataclass(frozen=True, slots=True)
class Decision:
    """How a statement stands after all that people said of it, and the values they gave."""

    state: ReviewState
    values: Mapping[str, str] = field(default_factory=dict)


def of_findings(reviews: Iterable[Review]) -> tuple[Review, ...]:
    """Those of *reviews* that judge what was found: statements and proposals."""
    found = (review for review in reviews if not review.field.startswith(METADATA))
    others = (is_of_dispositions, is_entered, is_of_amendments, is_of_withdrawals)
    return tuple(review for review in found if not any(of(review) for of in others))


def of_statements(reviews: Iterable[Review]) -> tuple[Review, ...]:
    """Those of *reviews* that judge statements."""
    others = (is_of_proposals, is_label, is_of_commitments, is_of_facts)
    return tuple(item for item in of_findings(reviews) if not any(of(item) for of in others))


def decisions(reviews: Iterable[Review]) -> dict[str, Decision]:
    """The decision that stands on each statement, by id. Values add up until the whole is judged
    anew."""
    made: dict[str, Decision] = {}
    for review in of_statements(reviews):
        before = made.get(review.record_id, Decision(ReviewState.MACHINE))
        values = before.values if review.state is ReviewState.EDITED else {}
        if review.field:
            values = {**values, review.field: review.human_value}
        made[review.record_id] = Decision(review.state, values)
    return {id_: one for id_, one in made.items() if one.state is not ReviewState.MACHINE}


def applied(
    found: Iterable[Statement],
    earlier: Iterable[Statement],
    decided: Mapping[str, Decision],
    words: Lexicon,
) -> list[Statement]:
    """*found* as people left it; *earlier* are statements with a decision that the machine found
    once and finds no more."""
    kept = [item for item in earlier if item.id in decided]
    current = (item for item in found if not any(_gives_way(item, old, decided) for old in kept))
    every = (_decided(item, decided.get(item.id), words) for item in (*current, *kept))
    return [item for item in every if item.review is not ReviewState.REJECTED]


def lost(earlier: Iterable[Statement], documents: Collection[str]) -> Iterator[Issue]:
    """An Issue for each decision whose text is no longer part of the process as it is read now."""
    for statement in earlier:
        if statement.document_id not in documents:
            yield Issue(
                content_id(LOST, statement.id),
                LOST,
                f"what a person said of “{statement.content.text}” cannot be kept: the input is "
                "read into another text now.",
                "Review it again: stocktake show review",
                f"statement {statement.id}",
                document_id=statement.document_id,
            )


def _gives_way(new: Statement, old: Statement, decided: Mapping[str, Decision]) -> bool:
    if new.id in decided or not _at_one_place(new, old):
        return False
    same_claim = (new.act, new.stance) == (old.act, old.stance)
    return same_claim or decided[old.id].state is not ReviewState.REJECTED


def _at_one_place(new: Statement, old: Statement) -> bool:
    return (
        new.document_id == old.document_id
        and _overlap(new.cue.start, new.cue.end, old.cue.start, old.cue.end)
        and _overlap(new.content.start, new.content.end, old.content.start, old.content.end)
        and not {actor.id for actor in new.actors}.isdisjoint(actor.id for actor in old.actors)
    )


def _overlap(start: int, end: int, other_start: int, other_end: int) -> bool:
    return start < other_end and other_start < end


def _decided(statement: Statement, decision: Decision | None, words: Lexicon) -> Statement:
    if decision is None:
        return statement
    values = decision.values
    return dataclasses.replace(
        with_spans(statement, values),
        act=Act(values.get("act", statement.act)),
        stance=Stance(values.get("stance", statement.stance)),
        actors=_actors(statement, values["actors"], words)
        if "actors" in values
        else statement.actors,
        review=decision.state,
    )


def _actors(statement: Statement, ids: str, words: Lexicon) -> tuple[StatementActor, ...]:
    known = {actor.id: actor for actor in statement.actors}
    return tuple(
        known.get(actor_id) or StatementActor(actor_id, words.actors.name_or_id(actor_id))
        for actor_id in ids.split(SEVERAL)
    )
