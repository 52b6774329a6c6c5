"""Where actors stand on proposals and themes, in their own words or through a group."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from stocktake.analysis.proposals import Codes
from stocktake.analysis.sources import Sources
from stocktake.analysis.standing import stance_of, stances
from stocktake.lexicon import Gazetteer
from stocktake.lexicon.offices import voice_of
from stocktake.model import (
    Position,
    PositionStance,
    Proposal,
    SchemeKind,
    Statement,
)

COUNTING_RULE = (
    "An actor counts once for each proposal or theme, however often it speaks. "
    "What a group of States says counts for each of its members on the day of the statement, "
    "unless the member itself took a position: then its own words count, and a contradiction "
    "with its group is noted. The group is not counted beside its members; it counts as one only "
    "where none of them stands on its side. Who both supports and opposes is mixed. "
    "Who speaks on behalf of a group speaks for the group; who holds an office of a State or "
    "organisation speaks for it."
)

Said = Sequence[tuple[Statement, PositionStance | None]]
Evidence = Mapping[str, Sequence[tuple[PositionStance, Statement]]]


@dataclass(frozen=True, slots=True)
class Groups:
    """Who belonged to a group on a day; each question is asked of the gazetteer once."""

    gazetteer: Gazetteer
    _known: dict[tuple[str, date | None], tuple[str, ...]] = field(
        default_factory=dict, repr=False, compare=False
    )

    def members(self, actor_id: str, on: date | None) -> tuple[str, ...]:
        """The members of a group on a day; none if it is no group."""
        key = (actor_id, on)
        if key not in self._known:
            self._known[key] = self.gazetteer.members(actor_id, on)
        return self._known[key]

    def members_on(self, actor_id: str, days: Iterable[date | None]) -> tuple[str, ...]:
        """Who was a member on any of several days."""
        return tuple(sorted({member for day in days for member in self.members(actor_id, day)}))


def said_on_proposals(
    proposals: Iterable[Proposal], statements: Mapping[str, Statement]
) -> Iterator[tuple[str, Said]]:
    """What was said on each proposal."""
    for proposal in proposals:
        told = (statements[id_] for id_ in proposal.statement_ids)
        yield proposal.id, [(item, stance_of(item)) for item in told]


def said_on_themes(
    statements: Iterable[Statement], codes: Codes, subject: str | None
) -> Iterator[tuple[str, Said]]:
    """What was said on each theme but the subject."""
    told: dict[str, list[tuple[Statement, PositionStance | None]]] = defaultdict(list)
    for statement in statements:
        for code in codes.get(statement.id, SchemeKind.THEMES):
            if code != subject:
                told[code].append((statement, stance_of(statement)))
    for code in sorted(told):
        yield f"theme:{code}", told[code]


def positions_on(
    target: str,
    said: Said,
    sources: Sources,
    groups: Groups,
) -> Iterator[Position]:
    """Positions on one *target*, by actor, from statements with the stance of their speaker."""
    own: dict[str, list[tuple[PositionStance, Statement]]] = defaultdict(list)
    dates = {item.id: sources.date(item.document_id) for item, _ in said}
    for statement, speaker in said:
        for actor, stance in stances(statement, speaker):
            own[voice_of(actor.id)].append((stance, statement))
    through = _through_groups(own, sources, groups)
    positions = {
        actor_id: _position(actor_id, target, None, own[actor_id])
        if actor_id in own
        else _position(actor_id, target, *through[actor_id])
        for actor_id in sorted({*own, *through})
    }
    for position in positions.values():
        days = {sources.day(item.document_id) for _, item in own.get(position.actor_id, ())}
        beside = groups.members_on(position.actor_id, days)
        yield replace(
            position,
            counts=not any(_sides_with(position, m, positions) for m in beside),
            dates=tuple(sorted({dates[id_] for id_ in position.statement_ids} - {""})),
        )


def _through_groups(
    own: Evidence, sources: Sources, groups: Groups
) -> dict[str, tuple[str, list[tuple[PositionStance, Statement]]]]:
    """What was said for actors that said nothing themselves, under the first group that did."""
    found: dict[str, tuple[str, list[tuple[PositionStance, Statement]]]] = {}
    for group_id in sorted(own):
        for stance, statement in own[group_id]:
            for member in groups.members(group_id, sources.day(statement.document_id)):
                if member not in own:
                    found.setdefault(member, (group_id, []))[1].append((stance, statement))
    return found


def _position(
    actor_id: str, target: str, via: str | None, told: Sequence[tuple[PositionStance, Statement]]
) -> Position:
    taken = {stance for stance, _ in told}
    stance = taken.pop() if len(taken) == 1 else PositionStance.MIXED
    return Position(
        actor_id, target, stance, via, tuple(dict.fromkeys(item.id for _, item in told))
    )


def _sides_with(group: Position, member: str, positions: Mapping[str, Position]) -> bool:
    return member in positions and positions[member].stance is group.stance
