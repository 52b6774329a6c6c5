"""Reactions to what actors did in the process: to whose departure or return each one is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from stocktake.analysis.facts import participation
from stocktake.lexicon import Gazetteer
from stocktake.model import Fact, FactKind, Participation, ParticipationStatus

_ORDINARY = (ParticipationStatus.PARTICIPATING, ParticipationStatus.OBSERVER)


def recorded(facts: Sequence[Fact], gazetteer: Gazetteer) -> tuple[Participation, ...]:
    """Who takes part in what status from when, as facts tell, with the reactions to it."""
    return with_reactions(participation(facts), facts, gazetteer)


def with_reactions(
    recorded: Iterable[Participation], facts: Sequence[Fact], gazetteer: Gazetteer
) -> tuple[Participation, ...]:
    """The same records, each with the facts that tell of reactions to it.

    A reaction is to the actor that its object names ("the decision of Ruritania"); one that names
    none ("the decision") to what the same text told last before it. Of several records on one
    actor it is to those of its own text, or else to the last of them.
    """
    told = {fact.id: fact for fact in facts}
    kept = list(recorded)
    changes = [item for item in kept if item.status not in _ORDINARY]
    found: dict[int, list[str]] = {}
    for fact in sorted(facts, key=lambda item: item.id):
        if fact.kind is FactKind.REACTION:
            for item in _answered(fact, changes, told, gazetteer):
                found.setdefault(id(item), []).append(fact.id)
    return tuple(replace(item, reaction_ids=tuple(found.get(id(item), ()))) for item in kept)


def _answered(
    fact: Fact,
    changes: Sequence[Participation],
    told: Mapping[str, Fact],
    gazetteer: Gazetteer,
) -> list[Participation]:
    to = fact.get("to")
    named = {mention.actor_id for mention in gazetteer.find(to.value)} if to else set()
    of_actor = [item for item in changes if item.actor_id in named]
    here = [item for item in of_actor if _place(item, fact, told) is not None]
    if named:
        return here or of_actor[-1:]
    before = [
        (place, item)
        for item in changes
        for place in (_place(item, fact, told),)
        if place is not None and place < fact.sentence.start
    ]
    return [max(before, key=lambda one: one[0])[1]] if before else []


def _place(item: Participation, fact: Fact, told: Mapping[str, Fact]) -> int | None:
    """Where the text of *fact* tells of a change first; None if it does not."""
    return min(_places(item, fact, told), default=None)


def _places(item: Participation, fact: Fact, told: Mapping[str, Fact]) -> Iterator[int]:
    for id_ in item.fact_ids:
        if id_ in told and told[id_].document_id == fact.document_id:
            yield told[id_].sentence.start
