"""When who left or came back, as a chart with its table, and what that does to the counts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from stocktake.model import (
    Cell,
    Chart,
    ChartKind,
    Participation,
    ParticipationStatus,
    Statement,
)
from stocktake.model.report import Block
from stocktake.reports import facts
from stocktake.reports.dates import parsed, say_text
from stocktake.reports.patterns import count_cell, table
from stocktake.reports.records import Records
from stocktake.reports.voices import by_actor

_AWAY = frozenset({ParticipationStatus.WITHDRAWN, ParticipationStatus.ABSENT})


@dataclass(frozen=True, slots=True)
class Said:
    """How many statements an actor made before a day, and from it on; those without a day count
    for neither."""

    before: int
    since: int


def timeline(changes: Sequence[Participation], records: Records) -> tuple[Block, ...]:
    """The dated changes in the order of their days; nothing where there is none."""
    told = [(period.start, item) for item in changes if (period := parsed(item.since))]
    if not told:
        return ()
    said = by_actor(records.stock.statements)
    rows = [
        _row(day, item, said_around(day, said.get(item.actor_id, ()), records), told, records)
        for day, item in told
    ]
    return (Chart(ChartKind.TIMELINE, table("participation_time", rows)),)


def _row(
    day: date,
    item: Participation,
    said: Said,
    told: Sequence[tuple[date, Participation]],
    records: Records,
) -> tuple[Cell, ...]:
    known = [fact for fact in records.stock.facts if fact.id in item.fact_ids]
    return (
        Cell(records.name(item.actor_id), facts.joined(known)),
        Cell(item.status.value),
        Cell(say_text(item.since), facts.joined(known), value=float(day.toordinal())),
        count_cell(said.before),
        count_cell(said.since),
        count_cell(away_on(day, (one for _, one in told))),
    )


def away_on(day: date, recorded: Iterable[Participation]) -> int:
    """How many actors are recorded as withdrawn or absent on a day, by their last change."""
    last: dict[str, tuple[date, ParticipationStatus]] = {}
    for item in recorded:
        period = parsed(item.since)
        if period and period.start <= day:
            before = last.get(item.actor_id)
            if before is None or before[0] <= period.start:
                last[item.actor_id] = period.start, item.status
    return sum(status in _AWAY for _, status in last.values())


def said_around(day: date, statements: Sequence[Statement], records: Records) -> Said:
    """The statements in inputs dated before a day, and those in inputs dated from it on."""
    inputs = (records.input_of(item.document_id) for item in statements)
    periods = [parsed(item.get("date")) for item in inputs if item]
    before = sum(bool(period and period.end < day) for period in periods)
    since = sum(bool(period and period.start >= day) for period in periods)
    return Said(before, since)
