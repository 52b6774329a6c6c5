"""All positions: on proposals, on themes, and on the subject, with who is silent on that."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from stocktake.analysis.holding import Holding
from stocktake.analysis.positions import said_on_proposals, said_on_themes
from stocktake.analysis.proposals import Codes
from stocktake.analysis.subject import Subject, said_on_subject, silent
from stocktake.lexicon.offices import voice_of
from stocktake.model import Input, Part, Parted, Position, Proposal, Scheme, Statement


@dataclass(frozen=True, slots=True)
class Topics:
    """What sides can be taken on: *proposals*, *themes* if there is a scheme of them, by the
    *codes* of statements, and the *subject* if it has one; *mentions* are the themes that each
    input names anywhere."""

    proposals: Sequence[Proposal]
    themes: Scheme | None
    codes: Codes
    subject: Subject | None
    mentions: Mapping[str, frozenset[str]]


def sides_taken(
    topics: Topics,
    statements: Mapping[str, Statement],
    inputs: Sequence[Input],
    holding: Holding,
) -> Parted[Position]:
    """The positions on each topic in a part of its own; *statements* stand in canonical order."""
    every = list(_parts(topics, statements, inputs, holding))
    holding.keep()
    return Parted(every)


def _parts(
    topics: Topics,
    statements: Mapping[str, Statement],
    inputs: Sequence[Input],
    holding: Holding,
) -> Iterator[Part[Position]]:
    for target, said in said_on_proposals(topics.proposals, statements):
        yield holding.on(target, said)
    if topics.themes is None:
        return
    told = statements.values()
    for target, said in said_on_themes(told, topics.codes, topics.themes.subject):
        yield holding.on(target, said)
    if topics.subject is None:
        return
    subject = topics.subject
    positions = holding.on(subject.target, said_on_subject(subject, told))
    spoke = {
        voice_of(actor.id) for item in told if item.id in subject.terms for actor in item.actors
    } | {item.actor_id for item in positions.records}
    yield positions
    yield Part.of(Position, silent(subject, inputs, spoke, topics.mentions))
