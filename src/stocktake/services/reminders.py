"""Who was to hand in something and has not, and what is due, as of a day; no mail is sent."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from stocktake import store
from stocktake.model import (
    ExpectedDocument,
    Input,
    Meeting,
    Participation,
    ParticipationStatus,
    Period,
)
from stocktake.services import current_process
from stocktake.services.current_process import Current
from stocktake.services.rows import Row
from stocktake.services.workspace import Workspace

INPUT = "an input"


class Due(StrEnum):
    """How a thing that is not there stands on a day."""

    OVERDUE = "overdue"
    DUE = "due"
    UNDATED = "no date"


@dataclass(frozen=True, slots=True)
class Reminder:
    """What is missing from whom. *who* is the id of an actor or a name, empty: nobody is named.

    *through* are ids of groups that handed in for the same, and to which the actor belongs;
    *withdrawn* that it had left by the day.
    """

    who: str
    what: str
    meeting: str
    due: Period | None
    state: Due
    source: str
    through: tuple[str, ...] = ()
    withdrawn: bool = False


@dataclass(frozen=True, slots=True)
class Reminders:
    """All that is missing on a *day*; *stock* is false where none was taken, so that nothing
    counts as handed in."""

    day: date
    items: tuple[Reminder, ...]
    stock: bool


@dataclass(frozen=True, slots=True)
class _Asked:
    """What somebody is asked for: INPUT or a title, of a *kind*, for a *meeting*; empty: any.

    It is there if an input has the title, or is of the kind and of the one who is asked.
    """

    who: str
    what: str
    meeting: str = ""
    kind: str = ""
    due: Period | None = None
    source: str = ""


@dataclass(frozen=True, slots=True)
class _Handed:
    """What was handed in, by whom, as of a *day*."""

    inputs: tuple[Input, ...]
    participation: tuple[Participation, ...]
    known: Current
    day: date

    def answers(self, asked: _Asked, who: str) -> bool:
        """Whether *who* handed in what is asked."""
        return any(self._is_it(item, asked, who) for item in self.inputs)

    def _is_it(self, item: Input, asked: _Asked, who: str) -> bool:
        if asked.meeting and item.get("meeting") != asked.meeting:
            return False
        if asked.what != INPUT and item.title.casefold() == asked.what.casefold():
            return True
        of_kind = item.get("kind") == asked.kind if asked.kind else asked.what == INPUT
        by_whom = who in item.actor_ids if who else bool(asked.meeting)
        return of_kind and by_whom

    def through(self, asked: _Asked) -> tuple[str, ...]:
        """The groups of the one who is asked that handed in what is asked."""
        groups = self.known.words.actors.groups_of(asked.who, self.day)
        return tuple(sorted(group for group in groups if self.answers(asked, group)))

    def has_left(self, who: str) -> bool:
        """Whether the last thing recorded of *who* up to the day is that it withdrew."""
        past = [
            (item.since or "", item.status)
            for item in self.participation
            if item.actor_id == who and _begins_by(item.since, self.day)
        ]
        return bool(past) and max(past)[1] is ParticipationStatus.WITHDRAWN


def reminders(workspace: Workspace, day: date) -> Reminders:
    """What is missing on *day* of what process.toml expects: of those expected and invited an
    input, of each document what its entry says. What came in later than *day* is not known yet."""
    known = current_process.current(workspace)
    with workspace.store() as base, base.reading() as connection:
        frozen = store.latest(connection)
    stock = frozen.stock if frozen else None
    inputs = [item for item in stock.inputs if _begins_by(item.get("date"), day)] if stock else []
    handed = _Handed(tuple(inputs), stock.participation if stock else (), known, day)
    missing = [item for item in _asked(known) if not handed.answers(item, item.who)]
    found = [_reminder(item, handed) for item in missing]
    found.sort(key=lambda item: (_last(item.due), item.meeting, item.what, known.name(item.who)))
    return Reminders(day, tuple(found), stock is not None)


def rows(found: Reminders, known: Current) -> list[Row]:
    """One row a reminder; *days* are how many are left, less than 0: by how many it is late."""
    return [
        {
            "who": known.name(item.who),
            "what": item.what,
            "meeting": item.meeting,
            "due": str(item.due or ""),
            "days": (item.due.end - found.day).days if item.due else "",
            "state": item.state.value,
            "through": "; ".join(map(known.name, item.through)),
            "withdrawn": "yes" if item.withdrawn else "",
            "source": item.source,
        }
        for item in found.items
    ]


def _asked(known: Current) -> Iterator[_Asked]:
    process = known.process
    yield from (_Asked(who, INPUT) for who in process.expected_actor_ids)
    for meeting in process.meetings:
        yield from _of_meeting(meeting)
    for item in process.documents:
        yield from _of_document(item)


def _of_meeting(meeting: Meeting) -> Iterator[_Asked]:
    for who in meeting.invited:
        yield _Asked(who, INPUT, meeting.id, due=meeting.period, source=meeting.source)


def _of_document(item: ExpectedDocument) -> Iterator[_Asked]:
    for who in item.who or ("",):
        yield _Asked(who, item.title, item.meeting, item.kind, item.due, item.source)


def _reminder(asked: _Asked, handed: _Handed) -> Reminder:
    return Reminder(
        who=asked.who,
        what=asked.what,
        meeting=asked.meeting,
        due=asked.due,
        state=_state(asked.due, handed.day),
        source=asked.source,
        through=handed.through(asked),
        withdrawn=handed.has_left(asked.who),
    )


def _state(due: Period | None, day: date) -> Due:
    if due is None:
        return Due.UNDATED
    return Due.OVERDUE if due.end < day else Due.DUE


def _last(due: Period | None) -> date:
    return due.end if due else date.max


def _begins_by(text: str | None, day: date) -> bool:
    """Whether a period written as text begins on *day* or before; so does what has no date."""
    try:
        return not text or Period.parse(text).start <= day
    except ValueError:
        return True
