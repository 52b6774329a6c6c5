"""What nobody spoke of, and who said nothing on what; silence is told from absence.

Kept in full: every pair of theme and dimension on which nobody made a statement (a theme on which
nobody did at all is one gap, not one for each dimension). Kept for each expected actor, or each
that handed in something where none is expected: one gap if it handed in nothing, or nothing that
could be read; otherwise one for each theme that its inputs nowhere name.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from stocktake.analysis.proposals import Codes
from stocktake.lexicon.offices import voice_of
from stocktake.model import (
    Gap,
    GapKind,
    Input,
    Participation,
    ParticipationStatus,
    Period,
    Process,
    Scheme,
    SchemeKind,
    Statement,
)
from stocktake.model.withdrawals import WITHDRAWN


@dataclass(frozen=True, slots=True)
class Heard:
    """What was heard: statements with their codes, and the themes named in each input read."""

    statements: Sequence[Statement]
    codes: Codes
    mentions: Mapping[str, frozenset[str]]
    inputs: Sequence[Input]


@dataclass(frozen=True, slots=True)
class Absent:
    """Who could not be heard: *away* are those who withdrew, *late* those who joined later,
    *taken_back* those who withdrew an input."""

    away: frozenset[str] = frozenset()
    late: frozenset[str] = frozenset()
    taken_back: frozenset[str] = frozenset()

    @classmethod
    def of(cls, taking_part: Sequence[Participation], inputs: Iterable[Input]) -> Absent:
        """As participation tells, and the days of the inputs."""
        every = list(inputs)
        back = {id_ for item in every if item.get(WITHDRAWN) for id_ in item.actor_ids}
        return cls(withdrawn(taking_part), joined_late(taking_part, every), frozenset(back))


def find_gaps(
    process: Process, themes: Scheme, dimensions: Scheme | None, heard: Heard, absent: Absent
) -> Iterator[Gap]:
    """All gaps: those of everybody, then those of each actor."""
    yield from _of_everybody(themes, dimensions, heard)
    yield from _of_actors(process, themes, heard, absent)


def withdrawn(participation: Iterable[Participation]) -> frozenset[str]:
    """Actors whose last known status is that they withdrew."""
    last: dict[str, Participation] = {}
    for item in participation:
        known = last.get(item.actor_id)
        if known is None or (item.since or "") >= (known.since or ""):
            last[item.actor_id] = item
    return frozenset(
        actor for actor, item in last.items() if item.status is ParticipationStatus.WITHDRAWN
    )


def joined_late(participation: Iterable[Participation], inputs: Iterable[Input]) -> frozenset[str]:
    """Actors whose first known status begins after the last dated input: they were not asked."""
    first: dict[str, str] = {}
    for item in participation:
        first[item.actor_id] = min(item.since or "", first.get(item.actor_id, item.since or ""))
    last = max((day for item in inputs if (day := _last_day(item))), default=None)
    return frozenset(actor for actor, since in first.items() if last and _begins(since) > last)


def _last_day(input_: Input) -> date | None:
    period = _period(input_.get("date"))
    return period.end if period else None


def _begins(since: str) -> date:
    period = _period(since)
    return period.start if period else date.min


def _period(text: str | None) -> Period | None:
    try:
        return Period.parse(text) if text else None
    except ValueError:
        return None


def _of_everybody(themes: Scheme, dimensions: Scheme | None, heard: Heard) -> Iterator[Gap]:
    spoken: dict[str, set[str]] = defaultdict(set)
    for statement in heard.statements:
        levels = heard.codes.get(statement.id, SchemeKind.DIMENSIONS)
        for code in heard.codes.get(statement.id, SchemeKind.THEMES):
            spoken[code].update(levels)
    for theme in themes.themes:
        if theme.code not in spoken:
            yield Gap(GapKind.SILENT, theme.code, None, None)
            continue
        for dimension in dimensions.themes if dimensions else ():
            if dimension.code not in spoken[theme.code]:
                yield Gap(GapKind.SILENT, theme.code, dimension.code, None)


def _of_actors(process: Process, themes: Scheme, heard: Heard, absent: Absent) -> Iterator[Gap]:
    handed_in: dict[str, list[str]] = defaultdict(list)
    for input_ in heard.inputs:
        for actor_id in input_.actor_ids:
            counted = [] if input_.get(WITHDRAWN) else [input_.id]
            handed_in[actor_id] += counted
    said = _themes_by_actor(heard)
    asked = dict(process.asked)
    for actor_id in sorted(set(process.expected_actor_ids or handed_in)):
        inputs = handed_in.get(actor_id, [])
        read = [heard.mentions[id_] for id_ in inputs if id_ in heard.mentions]
        spoken = said.get(actor_id, frozenset()).union(*read)
        if not read and not spoken:
            yield Gap(_why_nothing(actor_id, inputs, absent), None, None, actor_id)
            continue
        for theme in themes.themes:
            if theme.code not in spoken:
                kind = _why_silent(
                    actor_id, theme.code, asked, absent.away, len(read) < len(inputs)
                )
                yield Gap(kind, theme.code, None, actor_id)


def _themes_by_actor(heard: Heard) -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for statement in heard.statements:
        codes = heard.codes.get(statement.id, SchemeKind.THEMES)
        for actor in statement.actors:
            found[voice_of(actor.id)].update(codes)
    return {actor_id: frozenset(codes) for actor_id, codes in found.items()}


def _why_nothing(actor_id: str, inputs: list[str], absent: Absent) -> GapKind:
    if inputs:
        return GapKind.UNREADABLE
    if actor_id in absent.away | absent.taken_back:
        return GapKind.WITHDRAWN
    return GapKind.NOT_ASKED if actor_id in absent.late else GapKind.NO_INPUT


def _why_silent(
    actor_id: str,
    code: str,
    asked: Mapping[str, tuple[str, ...]],
    away: frozenset[str],
    partly_unread: bool,
) -> GapKind:
    if actor_id in asked and code not in asked[actor_id]:
        return GapKind.NOT_ASKED
    if partly_unread:
        return GapKind.UNREADABLE
    return GapKind.WITHDRAWN if actor_id in away else GapKind.SILENT
