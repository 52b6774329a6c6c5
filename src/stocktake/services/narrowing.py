"""What people name to narrow down a search, as the store's Filter: names become ids."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from stocktake import lexicon
from stocktake.errors import NotFoundError, UsageError
from stocktake.lexicon import Lexicon
from stocktake.model import (
    Act,
    ActorKind,
    InputKind,
    Membership,
    Period,
    Process,
    ReviewState,
    SchemeKind,
    Stance,
)
from stocktake.services import process_file
from stocktake.services.metadata import known_actor
from stocktake.services.workspace import Workspace
from stocktake.store import PASSAGE, STATEMENT, Filter, Voice


@dataclass(frozen=True, slots=True)
class Narrowing:
    """What hits must be, in people's words; of several values of one name, any.

    *actors* and *groups* are names or ids; what a group says counts as its members' where
    *through_groups*, and what members say always counts as their group's. *kinds* are those of
    inputs, *actor_kinds* of who speaks, *meetings* ids. *since* and *until* are days, months or
    years between which the input's date lies; *confidence* is the least, 0..1; *records* are
    statement or passage.
    """

    actors: tuple[str, ...] = ()
    through_groups: bool = False
    groups: tuple[str, ...] = ()
    actor_kinds: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    meetings: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None
    themes: tuple[str, ...] = ()
    dimensions: tuple[str, ...] = ()
    lenses: tuple[str, ...] = ()
    acts: tuple[str, ...] = ()
    stances: tuple[str, ...] = ()
    confidence: float | None = None
    reviews: tuple[str, ...] = ()
    records: tuple[str, ...] = ()


def narrowed(workspace: Workspace, wanted: Narrowing, words: Lexicon | None = None) -> Filter:
    """The Filter for what is *wanted*; *words* are the workspace's, if they were read already.

    NotFoundError for an actor or group nobody knows; UsageError for what cannot be, with what can.
    """
    known = _Known(workspace, words)
    return Filter(
        records=_among(wanted.records, (STATEMENT, PASSAGE), "record"),
        kinds=_among(wanted.kinds, InputKind, "kind of input"),
        meetings=_among(wanted.meetings, known.meetings, "meeting") if wanted.meetings else (),
        acts=_among(wanted.acts, Act, "act"),
        stances=_among(wanted.stances, Stance, "stance"),
        reviews=_among(wanted.reviews, ReviewState, "review state"),
        themes=known.codes(SchemeKind.THEMES, wanted.themes, "theme"),
        dimensions=known.codes(SchemeKind.DIMENSIONS, wanted.dimensions, "dimension"),
        lenses=known.codes(SchemeKind.LENSES, wanted.lenses, "lens"),
        actor_kinds=_among(wanted.actor_kinds, ActorKind, "kind of actor"),
        voices=tuple(_voices(known, wanted)),
        since=_day(wanted.since, "start"),
        until=_day(wanted.until, "end"),
        confidence=_share(wanted.confidence),
    )


class _Known:
    """What a workspace knows, read when it is asked for."""

    def __init__(self, workspace: Workspace, words: Lexicon | None) -> None:
        self._workspace = workspace
        self._words = words

    @cached_property
    def words(self) -> Lexicon:
        return self._words or lexicon.load(self._workspace.lexicon)

    @cached_property
    def process(self) -> Process:
        return process_file.load(self._workspace.process_file).process

    @property
    def meetings(self) -> list[str]:
        return [meeting.id for meeting in self.process.meetings]

    def codes(self, kind: SchemeKind, given: tuple[str, ...], what: str) -> tuple[str, ...]:
        if not given:
            return ()
        name: str = getattr(self.process, kind.value)
        path = str(self._workspace.root / name) if name.endswith(".toml") else name
        scheme = lexicon.load_scheme(path, self._workspace.lexicon)
        return _among(given, [theme.code for theme in scheme.themes], what)

    def actor(self, name: str) -> str:
        actor_id = known_actor(name, self.words)
        if actor_id is None:
            raise NotFoundError(
                f"no actor is called {name!r}.", remedy="See them with: stocktake show actors"
            )
        return actor_id


def _voices(known: _Known, wanted: Narrowing) -> Iterator[tuple[Voice, ...]]:
    if wanted.actors:
        ids = {known.actor(name) for name in wanted.actors}
        groups = (item for item in known.words.memberships if item.member_id in ids)
        through = {_voice(item, item.group_id) for item in groups if wanted.through_groups}
        yield _in_order({*map(Voice, ids), *through})
    if wanted.groups:
        ids = {known.actor(name) for name in wanted.groups}
        members = (item for item in known.words.memberships if item.group_id in ids)
        yield _in_order({*map(Voice, ids), *(_voice(item, item.member_id) for item in members)})


def _voice(membership: Membership, actor_id: str) -> Voice:
    since, until = (
        day.isoformat() if day else None for day in (membership.since, membership.until)
    )
    return Voice(actor_id, since, until)


def _in_order(voices: Iterable[Voice]) -> tuple[Voice, ...]:
    return tuple(
        sorted(voices, key=lambda item: (item.actor_id, item.since or "", item.until or ""))
    )


def _among(values: tuple[str, ...], known: Iterable[str], what: str) -> tuple[str, ...]:
    there_are = [str(value) for value in known]
    for value in values:
        if value not in there_are:
            raise UsageError(
                f"there is no {what} {value!r}.", remedy=f"One of: {', '.join(there_are)}."
            )
    return values


def _day(value: str | None, end: str) -> str | None:
    try:
        return None if value is None else getattr(Period.parse(value), end).isoformat()
    except ValueError as error:
        raise UsageError(f"{error}.", remedy="Write 2017, 2017-12 or 2017-12-04.") from error


def _share(value: float | None) -> float | None:
    if value is not None and not 0 <= value <= 1:
        raise UsageError(f"{value} is no confidence.", remedy="Give a number from 0 to 1.")
    return value
