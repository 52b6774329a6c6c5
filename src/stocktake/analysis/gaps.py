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

from stocktake.analysis.proposals import Codes
from stocktake.lexicon.offices import voice_of
from stocktake.model import (
    Gap,
    GapKind,
    Input,
    Participation,
    ParticipationStatus,
    Process,
    Scheme,
    SchemeKind,
    Statement,
)


@dataclass(frozen=True, slots=True)
class Heard:
    """What was heard: statements with their codes, and the themes named in each input read."""

    statements: Sequence[Statement]
    codes: Codes
    mentions: Mapping[str, frozenset[str]]
    inputs: Sequence[Input]


def find_gaps(
    process: Process, themes: Scheme, dimensions: Scheme | None, heard: Heard, away: frozenset[str]
) -> Iterator[Gap]:
    """All gaps: those of everybody, then those of each actor. *away* are those who withdrew."""
    yield from _of_everybody(themes, dimensions, heard)
    yield from _of_actors(process, themes, heard, away)


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


def _of_actors(
    process: Process, themes: Scheme, heard: Heard, away: frozenset[str]
) -> Iterator[Gap]:
    handed_in: dict[str, list[str]] = defaultdict(list)
    for input_ in heard.inputs:
        for actor_id in input_.actor_ids:
            handed_in[actor_id].append(input_.id)
    said = _themes_by_actor(heard)
    asked = dict(process.asked)
    for actor_id in sorted(set(process.expected_actor_ids or handed_in)):
        inputs = handed_in.get(actor_id, [])
        read = [heard.mentions[id_] for id_ in inputs if id_ in heard.mentions]
        spoken = said.get(actor_id, frozenset()).union(*read)
        if not read and not spoken:
            yield Gap(_why_nothing(actor_id, inputs, away), None, None, actor_id)
            continue
        for theme in themes.themes:
            if theme.code not in spoken:
                kind = _why_silent(actor_id, theme.code, asked, away, len(read) < len(inputs))
                yield Gap(kind, theme.code, None, actor_id)


def _themes_by_actor(heard: Heard) -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for statement in heard.statements:
        codes = heard.codes.get(statement.id, SchemeKind.THEMES)
        for actor in statement.actors:
            found[voice_of(actor.id)].update(codes)
    return {actor_id: frozenset(codes) for actor_id, codes in found.items()}


def _why_nothing(actor_id: str, inputs: list[str], away: frozenset[str]) -> GapKind:
    if inputs:
        return GapKind.UNREADABLE
    return GapKind.WITHDRAWN if actor_id in away else GapKind.NO_INPUT


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
