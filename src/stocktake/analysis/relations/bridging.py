"""Who bridges: actors whose congruence is spread over several coalitions.

Source of the participation coefficient: R. Guimera, L. A. N. Amaral, "Functional cartography of
complex metabolic networks", Nature 433 (2005) 895-900; here over the most that so many coalitions
allow, so that 1 is an even spread.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

import numpy as np

from stocktake.analysis.relations.network import Network
from stocktake.analysis.relations.stances import Floats, Stances
from stocktake.lexicon.relations import Thresholds
from stocktake.model import Bridge, Coalition, Position, PositionStance, Shared, Stance

Sides = Mapping[tuple[str, PositionStance], Sequence[Position]]


def bridges(
    stances: Stances, network: Network, found: Sequence[Coalition], limits: Thresholds
) -> tuple[Bridge, ...]:
    """All bridges between the coalitions *found*, the most evenly spread first."""
    if len(found) < 2:
        return ()
    known = _spread(stances, network, found, limits.bridge_participation)
    shared = _what_is_shared(stances, known, found)
    told = (replace(item, shared=shared[item.actor_id]) for item in known)
    kept = [item for item in told if _reaches_two(item, found, limits.bridge_shared)]
    return tuple(sorted(kept, key=lambda item: (-item.participation, item.actor_id)))


def participation(strengths: Sequence[float]) -> float:
    """0 if all strength lies in one place, 1 if it is spread evenly over two or more."""
    total = sum(strengths)
    if not total or len(strengths) < 2:
        return 0.0
    spread = 1 - sum((strength / total) ** 2 for strength in strengths)
    return spread / (1 - 1 / len(strengths))


def _strengths(stances: Stances, network: Network, found: Sequence[Coalition]) -> list[list[float]]:
    """The net congruence of each actor with the members of each coalition, in sum; 0 where conflict
    outweighs it, so that to speak of the same things alone makes no bridge."""
    members = [frozenset(item.actor_ids) for item in found]
    member: Floats = np.array(
        [[actor in ids for ids in members] for actor in stances.actors], dtype=float
    )
    strengths: list[list[float]] = np.maximum(network.net @ member, 0.0).round(4).tolist()
    return strengths


def _spread(
    stances: Stances, network: Network, found: Sequence[Coalition], least: float
) -> list[Bridge]:
    """The actors of enough participation, with nothing yet of what makes the bridge."""
    own = {id_: item.number for item in found for id_ in item.actor_ids}
    return [
        Bridge(
            actor_id,
            own.get(actor_id),
            round(participation(held), 4),
            tuple((item.number, strength) for item, strength in zip(found, held, strict=True)),
        )
        for actor_id, held in zip(stances.actors, _strengths(stances, network, found), strict=True)
        if participation(held) >= least
    ]


def _what_is_shared(
    stances: Stances, known: Sequence[Bridge], found: Sequence[Coalition]
) -> Mapping[str, tuple[Shared, ...]]:
    members = frozenset(id_ for item in found for id_ in item.actor_ids)
    sides = _by_side(stances.positions)
    own: dict[str, list[Position]] = {item.actor_id: [] for item in known}
    for position in stances.positions:
        if position.actor_id in own:
            own[position.actor_id].append(position)
    return {actor_id: tuple(_shared(held, members, sides)) for actor_id, held in own.items()}


def _by_side(positions: Iterable[Position]) -> Sides:
    sides: dict[tuple[str, PositionStance], list[Position]] = defaultdict(list)
    for position in positions:
        sides[position.target, position.stance].append(position)
    return sides


def _shared(own: Iterable[Position], members: frozenset[str], sides: Sides) -> Iterator[Shared]:
    """On what an actor, whose positions are its *own*, takes the side of some members."""
    for mine in own:
        held = sides[mine.target, mine.stance]
        fellows = [item for item in held if item.actor_id in members and item is not mine]
        if fellows:
            told = (mine, *fellows)
            yield Shared(
                mine.target,
                Stance(mine.stance.value),
                tuple(item.actor_id for item in told),
                tuple(dict.fromkeys(id_ for item in told for id_ in item.statement_ids)),
            )


def _reaches_two(bridge: Bridge, found: Sequence[Coalition], least: int) -> bool:
    """Whether it shares enough with members of at least two coalitions, its own among them."""
    number = {id_: item.number for item in found for id_ in item.actor_ids}
    reached = Counter(
        coalition
        for shared in bridge.shared
        for coalition in {number[id_] for id_ in shared.actor_ids[1:]}
    )
    return sum(times >= least for times in reached.values()) > 1
