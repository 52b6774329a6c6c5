"""Coalitions: clusters that chance does not explain and that survive a disturbance of the data."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from stocktake.analysis.relations.clusters import clusters
from stocktake.analysis.relations.network import Network
from stocktake.analysis.relations.null import Null
from stocktake.analysis.relations.stability import Fates, fates
from stocktake.analysis.relations.stances import Flags, Floats, Stances
from stocktake.lexicon.relations import Thresholds
from stocktake.model import (
    Coalition,
    Encounter,
    Member,
    Position,
    PositionStance,
    Shared,
    Stability,
    Stance,
)


@dataclass(frozen=True, slots=True)
class Grouping:
    """The *coalitions* that are shown, largest first; how many clusters were *not_shown*; and the
    *modularity* of all, with the share of chance tables that reach it (*chance*)."""

    coalitions: tuple[Coalition, ...]
    not_shown: int
    modularity: float
    chance: float


def coalitions(stances: Stances, network: Network, null: Null, limits: Thresholds) -> Grouping:
    """All coalitions of a table. If chance explains the clusters, none is shown."""
    found = clusters(network, limits.resolution)
    sizes = found.sizes.tolist()
    candidates = [label for label, size in enumerate(sizes) if size >= limits.least_members]
    modularity = round(found.modularity, 4)
    chance = null.reaching(found.modularity)
    if chance > limits.by_chance:
        return Grouping((), len(candidates), modularity, chance)
    fate = fates(stances, network, found.labels, limits)
    formed = (
        _coalition(_members(found.labels == label, fate, limits), fate.of(label), network, stances)
        for label in candidates
        if null.standing_out(sizes[label], found.surplus[label]) <= limits.by_chance
        and _survives(fate.of(label), limits)
    )
    kept = [item for item in formed if len(item.members) >= limits.least_members]
    kept.sort(key=lambda item: (-len(item.members), item.actor_ids))
    numbered = [replace(item, number=number) for number, item in enumerate(kept, 1)]
    return Grouping(tuple(_met(numbered)), len(candidates) - len(kept), modularity, chance)


def shared_by(positions: Iterable[Position], actor_ids: Iterable[str]) -> Iterator[Shared]:
    """On what two or more of some actors take the same side: most actors first, then by target."""
    members = frozenset(actor_ids)
    sides: dict[tuple[str, PositionStance], list[Position]] = defaultdict(list)
    for position in positions:
        if position.actor_id in members:
            sides[position.target, position.stance].append(position)
    common = [(target, held) for (target, _), held in sides.items() if len(held) > 1]
    for target, held in sorted(common, key=lambda item: (-len(item[1]), item[0])):
        yield Shared(
            target,
            Stance(held[0].stance.value),
            tuple(item.actor_id for item in held),
            tuple(dict.fromkeys(id_ for item in held for id_ in item.statement_ids)),
        )


def _survives(stability: Stability, limits: Thresholds) -> bool:
    return (
        stability.dropped >= limits.stable_dropped
        and stability.left_out >= limits.stable_left_out
        and stability.lowest >= limits.stable_lowest
    )


def _members(is_in: Flags, fate: Fates, limits: Thresholds) -> dict[int, float]:
    """The places of a cluster's actors that hold, with how often each was found with the others."""
    places = np.flatnonzero(is_in)
    together = fate.together[np.ix_(places, places)]
    holds = (together.sum(axis=1) - np.diagonal(together)) / max(len(places) - 1, 1)
    pairs = zip(places.tolist(), holds.round(4).tolist(), strict=True)
    return {place: held for place, held in pairs if held >= limits.least_holds}


def _coalition(
    members: Mapping[int, float], stability: Stability, network: Network, stances: Stances
) -> Coalition:
    ids = [stances.actors[place] for place in members]
    inside, outside = _density(list(members), network.net)
    return Coalition(
        number=0,
        members=tuple(map(Member, ids, members.values())),
        shared=tuple(shared_by(stances.positions, ids)),
        stability=stability,
        inside=inside,
        outside=outside,
    )


def _density(places: Sequence[int], net: Floats) -> tuple[float, float]:
    """Mean net congruence among some actors, and of these with all others."""
    size, others = len(places), len(net) - len(places)
    inside = float(net[np.ix_(places, places)].sum())
    outside = float(net[places].sum()) - inside
    return round(inside / max(size * (size - 1), 1), 4), round(outside / max(size * others, 1), 4)


def _met(found: Sequence[Coalition]) -> Iterator[Coalition]:
    """Each coalition with where it meets the others, by the sides that its members share."""
    sides = {item.number: _sides(item) for item in found}
    for item in found:
        others = (other for other in sides if other != item.number)
        yield replace(
            item,
            meets=tuple(_encounter(number, sides[item.number], sides[number]) for number in others),
        )


def _sides(coalition: Coalition) -> frozenset[tuple[str, Stance]]:
    return frozenset((item.target, item.stance) for item in coalition.shared)


def _encounter(
    number: int, own: frozenset[tuple[str, Stance]], other: frozenset[tuple[str, Stance]]
) -> Encounter:
    agreed = {target for target, _ in own & other}
    both = {target for target, _ in own} & {target for target, _ in other}
    return Encounter(number, tuple(sorted(agreed)), tuple(sorted(both - agreed)))
