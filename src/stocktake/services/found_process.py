"""The process as facts in the inputs tell it: what people may take over into process.toml."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

from stocktake import store
from stocktake.errors import NotFoundError
from stocktake.model import (
    AttendanceFigure,
    Chair,
    Fact,
    FactKind,
    Input,
    Mandate,
    Meeting,
    Milestone,
    Phase,
    Process,
    Session,
)
from stocktake.services.found_meetings import Told, gathered, meeting_of, period_of
from stocktake.services.process_sessions import own_id
from stocktake.services.workspace import Workspace

_LONGEST_ID = 40
Record = Mandate | Phase | Milestone | Meeting | Chair | Session | AttendanceFigure
R = TypeVar("R", bound=Record)


@dataclass(frozen=True, slots=True)
class Found:
    """A process with the facts that prove each of its records; *titles* of inputs by document.

    *left_out* are facts on chairs, sessions and attendance of no meeting that is told.
    """

    process: Process
    proofs: Mapping[Record, tuple[Fact, ...]]
    titles: Mapping[str, str]
    left_out: tuple[Fact, ...] = ()


def found(workspace: Workspace, process: Process) -> Found:
    """What the facts of the last stock tell; rules and zone are those of *process*.

    NotFoundError if no stock was taken yet.
    """
    with workspace.store() as base, base.reading() as connection:
        frozen = store.latest(connection)
        if frozen is None:
            raise NotFoundError("no stock was taken yet.", remedy="Run: stocktake build.")
        ids = {item.document_id for item in frozen.stock.facts}
        inputs = {item.id: item for item in frozen.stock.inputs}
        documents = store.documents(connection, ids)
        sources = {item.id: inputs[item.input_id] for item in documents if item.input_id in inputs}
    return told(frozen.stock.facts, sources, process)


def told(facts: Iterable[Fact], sources: Mapping[str, Input], process: Process) -> Found:
    """The process that *facts* tell, blind to their order; *sources* are inputs by document."""
    kinds: dict[FactKind, list[Fact]] = defaultdict(list)
    for fact in sorted(facts, key=lambda one: (one.document_id, _place(one), one.id)):
        kinds[fact.kind].append(fact)
    titles = {id_: item.title for id_, item in sources.items()}
    meetings = {item.id: item.title for item in process.meetings}
    filed = {id_: meetings.get(item.get("meeting") or "", "") for id_, item in sources.items()}
    made = _Made(titles, filed, {}, [])
    made_process = replace(
        process,
        mandates=made.all(kinds[FactKind.MANDATE], _mandate),
        phases=made.all(kinds[FactKind.PHASE], _phase),
        milestones=made.all(kinds[FactKind.MILESTONE], _milestone),
        meetings=_meetings(kinds, made),
        documents=(),
    )
    return Found(made_process, made.proofs, titles, tuple(made.left_out))


@dataclass(frozen=True, slots=True)
class _Made:
    """The records made so far, each with its facts; *titles* of the inputs and of the meetings
    under which they are *filed*, by document."""

    titles: Mapping[str, str]
    filed: Mapping[str, str]
    proofs: dict[Record, tuple[Fact, ...]]
    left_out: list[Fact]

    def all(self, facts: Iterable[Fact], make: Callable[[Fact, str], R | None]) -> tuple[R, ...]:
        """What *make* makes of each fact and the title of its input; what is told several times
        is there once, with every proof."""
        records: dict[R, None] = {}
        for fact in facts:
            record = make(fact, self.titles.get(fact.document_id, ""))
            if record is not None:
                records[record] = None
                self.proofs[record] = (*self.proofs.get(record, ()), fact)
        return tuple(records)


def _meetings(kinds: Mapping[FactKind, list[Fact]], made: _Made) -> tuple[Meeting, ...]:
    groups = gathered(kinds.get(FactKind.MEETING, ()))
    of: dict[tuple[int | None, FactKind], list[Fact]] = defaultdict(list)
    for kind in (FactKind.CHAIR, FactKind.SESSION, FactKind.ATTENDANCE):
        for fact in kinds.get(kind, ()):
            of[meeting_of(fact, groups, made.filed), kind].append(fact)
    made.left_out.extend(
        fact for (place, _), facts in of.items() if place is None for fact in facts
    )
    meetings: dict[str, Meeting] = {}
    for number, group in enumerate(groups):
        parts = {kind: facts for (place, kind), facts in of.items() if place == number}
        meeting = _meeting(group, parts, made, meetings)
        meetings[meeting.id] = meeting
        made.proofs[meeting] = group.facts
    return tuple(meetings.values())


def _meeting(
    group: Told, parts: Mapping[FactKind, list[Fact]], made: _Made, taken: Collection[str]
) -> Meeting:
    sources = dict.fromkeys(made.titles.get(fact.document_id, "") for fact in group.facts)
    return Meeting(
        id=own_id(group.value("title"), taken, "meeting", _LONGEST_ID),
        title=group.value("title"),
        kind=group.kind,
        place=group.value("place"),
        period=group.period,
        description=group.value("purpose") or group.value("topic"),
        source="; ".join(sources),
        chairs=_each_once(made.all(parts.get(FactKind.CHAIR, ()), _chair)),
        sessions=made.all(parts.get(FactKind.SESSION, ()), _session),
        attendance=made.all(parts.get(FactKind.ATTENDANCE, ()), _figure),
    )


def _each_once(chairs: tuple[Chair, ...]) -> tuple[Chair, ...]:
    """Of several records on one person, the one that says most."""
    best: dict[str, Chair] = {}
    for item in sorted(chairs, key=lambda one: (-len(one.office + one.role), one.source)):
        best.setdefault(item.name.casefold(), item)
    return tuple(sorted(best.values(), key=lambda one: one.name))


def _mandate(fact: Fact, source: str) -> Mandate | None:
    title = _value(fact, "title")
    values = (_value(fact, "paragraph"), period_of(fact), _value(fact, "content"))
    return Mandate(title, *values, source) if title else None


def _phase(fact: Fact, _: str) -> Phase | None:
    title = _value(fact, "title")
    return Phase(title, period_of(fact), "; ".join(_values(fact, "contents"))) if title else None


def _milestone(fact: Fact, source: str) -> Milestone | None:
    title = _value(fact, "title")
    return Milestone(title, period_of(fact), source=source) if title else None


def _chair(fact: Fact, source: str) -> Chair | None:
    name, office, role = (_value(fact, part) for part in ("name", "office", "role"))
    state = _value(fact, "state") or None
    return Chair(name, office, state, role, source=source) if name else None


def _session(fact: Fact, _: str) -> Session | None:
    title = _value(fact, "title")
    dimension = "/".join(_values(fact, "dimension")).partition("/")[0]
    is_named = not dimension or dimension.casefold() in title.casefold()
    if not title:
        return None
    return Session(
        title=title if is_named else f"{title}: {dimension}",
        format=", ".join(_values(fact, "format")),
        time=_value(fact, "time"),
        dimension=dimension or None,
        description=_value(fact, "purpose") or _value(fact, "topic"),
        room=_value(fact, "place"),
    )


def _figure(fact: Fact, source: str) -> AttendanceFigure | None:
    count, of = _value(fact, "count").replace(",", ""), _value(fact, "of")
    if not (fact.get("meeting") and count.isdecimal() and of):
        return None
    return AttendanceFigure(int(count), of, source=source)


def _place(fact: Fact) -> int:
    """Where the text tells of it: several sessions may stand in one sentence."""
    told = fact.get("dimension") or fact.get("title")
    return told.quotation.start if told else fact.sentence.start


def _value(fact: Fact, name: str) -> str:
    return next(iter(_values(fact, name)), "")


def _values(fact: Fact, name: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(" ".join(item.value.split()) for item in fact.all(name)))
