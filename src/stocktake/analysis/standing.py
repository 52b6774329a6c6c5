"""What stance each actor of a statement takes towards what it is about."""

from __future__ import annotations

from collections.abc import Iterator

from stocktake.model import Act, ActorRole, PositionStance, Stance, Statement, StatementActor

_ASKING = frozenset({Act.PROPOSES, Act.REQUESTS, Act.COMMITS})
_TURNED = {
    PositionStance.SUPPORTS: PositionStance.OPPOSES,
    PositionStance.OPPOSES: PositionStance.SUPPORTS,
}


def stance_of(statement: Statement) -> PositionStance | None:
    """The stance of the speaker; None where none is taken. Who asks for a thing supports it."""
    if statement.stance is Stance.SUPPORTS:
        return PositionStance.SUPPORTS
    if statement.stance is Stance.OPPOSES:
        return PositionStance.OPPOSES
    return PositionStance.SUPPORTS if statement.act in _ASKING else None


def turned(stance: PositionStance) -> PositionStance:
    """The opposite stance."""
    return _TURNED[stance]


def stances(
    statement: Statement, speaker: PositionStance | None
) -> Iterator[tuple[StatementActor, PositionStance]]:
    """Each actor with its stance, given that of the *speaker*: supporters share it, opponents
    take the opposite; where the speaker takes none, nobody does.

    Who speaks on behalf of others speaks for them, not for itself.
    """
    if speaker is None:
        return
    on_behalf = any(actor.role is ActorRole.ON_BEHALF for actor in statement.actors)
    for actor in statement.actors:
        if actor.role is ActorRole.OPPONENT:
            yield actor, turned(speaker)
        elif not (on_behalf and actor.role is ActorRole.SPEAKER):
            yield actor, speaker
