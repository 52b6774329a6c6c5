"""Members that took the opposite side of a group of theirs, both in their own words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date

from stocktake.analysis.positions import Groups
from stocktake.model import Contradiction, Issue, Position, PositionStance, content_id

AGAINST_GROUP = "member against its group"
_SIDES = {PositionStance.SUPPORTS, PositionStance.OPPOSES}


def contradictions(
    positions: Iterable[Position], groups: Groups, days: Mapping[str, date | None]
) -> Iterator[Contradiction]:
    """Each by target, group and member; *days* are those of the statements, by id."""
    by_target: dict[str, dict[str, Position]] = defaultdict(dict)
    for position in positions:
        if position.via is None:
            by_target[position.target][position.actor_id] = position
    for target in sorted(by_target):
        held = by_target[target]
        for group_id in sorted(held):
            spoken = {days[id_] for id_ in held[group_id].statement_ids}
            for member in groups.members_on(group_id, spoken):
                if member in held and {held[group_id].stance, held[member].stance} == _SIDES:
                    yield _contradiction(held[group_id], held[member])


def against_groups(
    found: Iterable[Contradiction], name: Callable[[str], str] = str
) -> Iterator[Issue]:
    """An Issue for each, so that a person checks whether both were read rightly; *name* tells what
    an actor is called, by its id."""
    for item in found:
        member, group = name(item.member_id), name(item.group_id)
        yield Issue(
            id=content_id(AGAINST_GROUP, item.target, item.group_id, item.member_id),
            kind=AGAINST_GROUP,
            message=f"{member} {item.member_stance} what {group}, of which it is a member, "
            f"{item.group_stance}: {item.target}.",
            remedy="Its own words count; check whether both statements were read rightly.",
            place=item.target,
        )


def _contradiction(group: Position, member: Position) -> Contradiction:
    return Contradiction(
        member.target,
        group.actor_id,
        group.stance,
        group.statement_ids,
        member.actor_id,
        member.stance,
        member.statement_ids,
    )
