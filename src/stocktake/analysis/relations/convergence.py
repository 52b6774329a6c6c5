"""Where views on each proposal and theme meet or part, with the counts behind every measure."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from stocktake.analysis.relations import measures
from stocktake.lexicon.relations import Thresholds
from stocktake.model import (
    Actor,
    ActorKind,
    Convergence,
    ConvergenceKind,
    Position,
    PositionStance,
)


@dataclass(frozen=True, slots=True)
class Whole:
    """What shares are of: all *actors* heard and all *inputs* read; *input_of* a statement's id,
    and the *regions* of States by their ids."""

    actors: int
    inputs: int
    input_of: Mapping[str, str]
    regions: Mapping[str, str]

    @classmethod
    def of(
        cls,
        positions: Iterable[Position],
        actors: Iterable[Actor],
        inputs: int,
        input_of: Mapping[str, str],
    ) -> Whole:
        """The whole of what was heard; a group is not counted beside its members."""
        heard = {item.actor_id for item in positions if item.counts}
        regions = {
            item.id: item.region for item in actors if item.kind is ActorKind.STATE and item.region
        }
        return cls(len(heard), inputs, input_of, regions)


def convergence(
    positions: Iterable[Position], whole: Whole, limits: Thresholds
) -> Iterator[Convergence]:
    """One record for each target on which somebody took a position, in the order of targets."""
    by_target: dict[str, list[Position]] = defaultdict(list)
    for position in positions:
        if position.stance is not PositionStance.SILENT:
            by_target[position.target].append(position)
    for target in sorted(by_target):
        yield _on(target, by_target[target], whole, limits)


def _on(target: str, positions: list[Position], whole: Whole, limits: Thresholds) -> Convergence:
    counted = [item for item in positions if item.counts]
    sides = Counter(item.stance for item in counted)
    supports, opposes, mixed = (
        sides[stance]
        for stance in (PositionStance.SUPPORTS, PositionStance.OPPOSES, PositionStance.MIXED)
    )
    statements = {id_ for item in positions for id_ in item.statement_ids}
    inputs = len({whole.input_of[id_] for id_ in statements if id_ in whole.input_of})
    regions = _regions(counted, whole.regions)
    enough = len(counted) >= limits.least_actors
    return Convergence(
        target=target,
        kind=_kind(opposes, mixed, supports, limits),
        supports=supports,
        opposes=opposes,
        mixed=mixed,
        through=sum(item.via is not None for item in counted),
        statements=len(statements),
        inputs=inputs,
        actors_share=_share(len(counted), whole.actors),
        inputs_share=_share(inputs, whole.inputs),
        regions=regions,
        support_share=_share(supports, len(counted)) if enough else None,
        agreement=_rounded(measures.agreement((opposes, mixed, supports))) if enough else None,
        polarisation=_rounded(measures.polarisation(opposes, mixed, supports)) if enough else None,
        balance=_rounded(measures.balance(opposes, supports)) if enough else None,
        evenness=_rounded(measures.evenness([n for _, n in regions])) if enough else None,
    )


def _kind(opposes: int, mixed: int, supports: int, limits: Thresholds) -> ConvergenceKind:
    spoke = opposes + mixed + supports
    if spoke < limits.least_actors:
        return ConvergenceKind.SINGULAR if spoke == 1 else ConvergenceKind.TOO_FEW
    if max(opposes, supports) >= limits.convergent_share * spoke:
        return ConvergenceKind.CONVERGENT
    if measures.balance(opposes, supports) >= limits.contested_balance:
        return ConvergenceKind.CONTESTED
    return ConvergenceKind.DIVERGENT


def _regions(
    counted: Iterable[Position], regions: Mapping[str, str]
) -> tuple[tuple[str, int], ...]:
    """Regional groups of the States in favour, with their numbers, most first."""
    found = Counter(
        regions[item.actor_id]
        for item in counted
        if item.stance is PositionStance.SUPPORTS and item.actor_id in regions
    )
    return tuple(sorted(found.items(), key=lambda pair: (-pair[1], pair[0])))


def _share(part: int, whole: int) -> float:
    return round(part / whole, 4) if whole else 0.0


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 4)
