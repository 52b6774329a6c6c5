"""How the position of an actor on one thing changed over time, in its own words.

Only what was said at dates of which one ends before the other begins can be put in order; the
order within a date, and of texts without one, is not known and makes no change.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby, pairwise

from stocktake.analysis.sources import Sources
from stocktake.analysis.standing import stance_of, stances
from stocktake.analysis.subject import Subject
from stocktake.lexicon.offices import voice_of
from stocktake.model import Period, Position, PositionChange, PositionStance, Stand, Statement

Said = tuple[PositionStance, Statement]


def changes(
    positions: Iterable[Position],
    statements: Mapping[str, Statement],
    sources: Sources,
    subject: Subject | None = None,
) -> Iterator[PositionChange]:
    """The changes of *positions* on proposals and on the subject, in their order.

    On a theme, different stances are taken on different things and are no change.
    """
    target = subject.target if subject else ""
    for position in positions:
        on_subject = position.target == target
        is_one_thing = on_subject or not position.target.startswith("theme:")
        if position.via is None and is_one_thing and len(position.statement_ids) > 1:
            told = [statements[id_] for id_ in position.statement_ids]
            said = list(_said(position.actor_id, told, subject if on_subject else None))
            stands = _in_time(said, sources)
            if len(stands) > 1:
                yield PositionChange(position.actor_id, position.target, stands)


def _said(actor_id: str, told: Iterable[Statement], subject: Subject | None) -> Iterator[Said]:
    for statement in told:
        speaker = subject.stance(statement) if subject else stance_of(statement)
        for actor, stance in stances(statement, speaker):
            if voice_of(actor.id) == actor_id:
                yield stance, statement


def _in_time(said: Iterable[Said], sources: Sources) -> tuple[Stand, ...]:
    """One stand for each date, joined with the one before where it is the same; none where the
    dates cannot be put in order."""
    dated: dict[str, list[Said]] = defaultdict(list)
    for stance, statement in said:
        date = sources.date(statement.document_id)
        if date:
            dated[date].append((stance, statement))
    periods = {date: Period.parse(date) for date in dated}
    order = sorted(dated, key=lambda date: (periods[date].start, periods[date].end, date))
    if any(periods[first].end >= periods[second].start for first, second in pairwise(order)):
        return ()
    stands = [_stand(date, dated[date]) for date in order]
    return tuple(next(same) for _, same in groupby(stands, key=lambda stand: stand.stance))


def _stand(date: str, said: Iterable[Said]) -> Stand:
    taken = {stance for stance, _ in said}
    stance = taken.pop() if len(taken) == 1 else PositionStance.MIXED
    return Stand(date, stance, tuple(dict.fromkeys(statement.id for _, statement in said)))
