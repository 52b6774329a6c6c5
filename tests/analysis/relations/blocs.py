"""Made-up positions: blocs of invented actors that take sides, with some noise, or noise alone."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from stocktake.model import Position, PositionStance

SIDES = (PositionStance.SUPPORTS, PositionStance.OPPOSES)


@dataclass(frozen=True)
class Made:
    """So many actors in so many blocs, each with positions on some of the targets.

    Each bloc opposes targets that the others support; a position departs from its bloc's, at
    random, in the share *noise* of cases. All noise is no bloc at all.
    """

    actors: int = 24
    targets: int = 20
    blocs: int = 3
    each: int = 10
    noise: float = 0.1
    seed: int = 1


def bloc_of(place: int, made: Made) -> int:
    return place % made.blocs


def name(place: int) -> str:
    return f"A{place:03}"


def positions(made: Made) -> list[Position]:
    """All positions, actor by actor."""
    random = Random(made.seed)
    lines = [
        [SIDES[target % made.blocs == bloc] for target in range(made.targets)]
        for bloc in range(made.blocs)
    ]
    return [
        holds(
            name(place),
            f"p{target:02}",
            random.choice(SIDES)
            if random.random() < made.noise
            else lines[bloc_of(place, made)][target],
        )
        for place in range(made.actors)
        for target in random.sample(range(made.targets), made.each)
    ]


def holds(
    actor: str,
    target: str,
    stance: PositionStance = PositionStance.SUPPORTS,
    via: str | None = None,
    counts: bool = True,
) -> Position:
    """A position with a statement of its own behind it."""
    return Position(actor, target, stance, via, (f"s-{via or actor}-{target}",), counts)
