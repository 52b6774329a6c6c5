"""The programme of a process: its calendar, and the sessions of its meetings day by day."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby

from stocktake.model import (
    Labelled,
    Meeting,
    Period,
    Process,
    Programme,
    ProgrammeDate,
    ProgrammeDay,
    ProgrammeItem,
    ProgrammePart,
    Session,
)
from stocktake.reports import programme_events
from stocktake.reports.dates import say
from stocktake.reports.patterns import words
from stocktake.reports.programme_shown import Shown

_HEADINGS = ("programme_when", "programme_kind", "programme_what", "programme_where")


def build(shown: Shown) -> Programme:
    """The programme with its calendar, always in the order of time."""
    meetings = shown.chosen
    events, left_out = programme_events.events(shown)
    sessions = sum(len(item.sessions) for item in meetings)
    told = shown.meetings or tuple(item for item in meetings if item.sessions)
    title = meetings[0].title if len(shown.meetings) == 1 else shown.process.title
    return Programme(
        title=title,
        subtitle=words("programme_subtitle", meetings=len(meetings), sessions=sessions),
        calendar=words("programme_calendar"),
        headings=tuple(words(name) for name in _HEADINGS),
        dates=() if shown.meetings else tuple(_dates(shown)),
        parts=tuple(_part(item, shown) for item in meetings if item in told),
        events=events,
        left_out=left_out,
    )


def _dates(shown: Shown) -> list[ProgrammeDate]:
    """Meetings, milestones and what is due, by their first day; what has none stands last."""
    found = [*_meetings(shown), *_milestones(shown.process), *_due(shown)]
    found.sort(key=lambda pair: _first(pair[0]))
    return [line for _, line in found]


Dated = tuple[Period | None, ProgrammeDate]


def _meetings(shown: Shown) -> Iterator[Dated]:
    for item in shown.process.meetings:
        kind = item.kind or words("programme_meeting")
        yield item.period, ProgrammeDate(when(item.period), kind, item.title, item.place)


def _milestones(process: Process) -> Iterator[Dated]:
    for item in process.milestones:
        kind = words("programme_milestone")
        yield item.date, ProgrammeDate(when(item.date), kind, item.title)


def _due(shown: Shown) -> Iterator[Dated]:
    for item in shown.process.documents:
        who = ", ".join(map(shown.name, item.who))
        title = words("programme_from", title=item.title, who=who) if who else item.title
        yield item.due, ProgrammeDate(when(item.due), words("programme_due"), title)


def when(period: Period | None) -> str:
    return say(period) if period else words("programme_undated")


def _first(period: Period | None) -> date:
    return period.start if period else date.max


def _part(meeting: Meeting, shown: Shown) -> ProgrammePart:
    zone = shown.process.zone_of(meeting)
    chairs = "; ".join(", ".join(filter(None, (c.name, c.office))) for c in meeting.chairs)
    about = labelled(
        dates=say(meeting.period) if meeting.period else "",
        place=meeting.place,
        zone=zone,
        chairs=chairs,
        description=meeting.description,
    )
    return ProgrammePart(meeting.id, meeting.title, about, tuple(_days(meeting.sessions, shown)))


def _days(sessions: Sequence[Session], shown: Shown) -> Iterator[ProgrammeDay]:
    dated = any(item.day for item in sessions)
    for day, found in groupby(_in_order(sessions), key=lambda item: item.day):
        untold = words("programme_undated") if dated else ""
        title = say(Period(day, day)) if day else untold
        yield ProgrammeDay(title, tuple(_item(session, shown) for session in found))


def _in_order(sessions: Sequence[Session]) -> list[Session]:
    """By day and hour; a session of no day stands where the file has it, behind the day before."""
    places: list[tuple[date, bool, str, int]] = []
    day = date.min
    for session in sessions:
        day = session.day or day
        places.append((day, session.day is None, session.start, len(places)))
    return [sessions[place[-1]] for place in sorted(places)]


def _item(session: Session, shown: Shown) -> ProgrammeItem:
    about = labelled(
        format=session.format if session.format.casefold() != session.title.casefold() else "",
        dimension=shown.dimension(session.dimension),
        room=session.room,
        moderator=session.moderator,
        speakers="; ".join(session.speakers),
        documents="; ".join(session.documents),
        description=session.description,
        outcome=session.outcome,
    )
    return ProgrammeItem(session.id, hours(session), session.title, about, session.questions)


def hours(session: Session) -> str:
    """The hours of a session, or the time that is told in words."""
    exact = "–".join(filter(None, (session.start, session.end)))
    return exact or session.time


def labelled(**told: str) -> tuple[Labelled, ...]:
    """What is told, each under its label; what is not told is left out."""
    return tuple(Labelled(words(f"label_{name}"), text) for name, text in told.items() if text)
