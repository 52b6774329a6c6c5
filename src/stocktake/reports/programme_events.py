"""The events of a calendar: meetings, sessions, milestones, what is due."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from stocktake.model import Event, Meeting, Period, Precision, Session, content_id
from stocktake.reports.patterns import words
from stocktake.reports.programme_shown import Shown

_DOMAIN = "stocktake"


@dataclass(frozen=True, slots=True)
class _Offered:
    """What may become an event: by what it is known, when it is, and what is told of it."""

    key: tuple[str, ...]
    kind: str
    title: str
    period: Period | None
    start: str = ""
    end: str = ""
    zone: str = ""
    place: str = ""
    text: str = ""


def events(shown: Shown) -> tuple[tuple[Event, ...], tuple[str, ...]]:
    """The events in order of time, and the titles of what is left out: no day is told of it."""
    offered = list(_offered(shown))
    exact = [item for item in offered if _days(item.period)]
    made = [_event(item, number, shown) for item, number in _numbered(exact)]
    made.sort(key=lambda item: (item.first, item.start, item.uid))
    left_out = tuple(item.title for item in offered if not _days(item.period))
    return tuple(made), left_out


def _offered(shown: Shown) -> Iterator[_Offered]:
    for meeting in shown.chosen:
        yield _of_meeting(meeting)
        yield from (_of_session(item, meeting, shown) for item in meeting.sessions if item.day)
    if not shown.meetings:
        for mark in shown.process.milestones:
            kind = words("programme_milestone")
            yield _Offered(("milestone", mark.title), kind, mark.title, mark.date)
        for due in shown.process.documents:
            kind, who = words("programme_due"), ", ".join(map(shown.name, due.who))
            key = ("document", due.meeting, due.title, *due.who)
            yield _Offered(key, kind, f"{kind}: {due.title}", due.due, text=who)


def _of_meeting(meeting: Meeting) -> _Offered:
    kind = meeting.kind or words("programme_meeting")
    chairs = [", ".join(filter(None, (chair.name, chair.office))) for chair in meeting.chairs]
    told = "\n".join(filter(None, (meeting.description, *chairs)))
    key = ("meeting", meeting.id)
    return _Offered(key, kind, meeting.title, meeting.period, place=meeting.place, text=told)


def _of_session(session: Session, meeting: Meeting, shown: Shown) -> _Offered:
    told = (meeting.title, session.moderator, *session.speakers, session.description)
    return _Offered(
        key=("session", meeting.id, session.id),
        kind=session.format or words("programme_session"),
        title=session.title,
        period=Period(session.day, session.day) if session.day else None,
        start=session.start,
        end=session.end,
        zone=shown.process.zone_of(meeting) if session.start else "",
        place=", ".join(filter(None, (session.room, meeting.place))),
        text="\n".join(filter(None, (*told, *session.questions))),
    )


def _numbered(offered: Iterable[_Offered]) -> Iterator[tuple[_Offered, int]]:
    """Each with how many of the same key came before it."""
    seen: Counter[tuple[str, ...]] = Counter()
    for item in offered:
        yield item, seen[item.key]
        seen[item.key] += 1


def _event(item: _Offered, number: int, shown: Shown) -> Event:
    same = (str(number),) if number else ()
    period = item.period or Period(date.min, date.min)
    return Event(
        uid=f"{content_id('event', shown.process.title, *item.key, *same)}@{_DOMAIN}",
        title=item.title,
        kind=item.kind,
        first=period.start,
        last=period.end,
        stamp=shown.stamp or period.start,
        start=item.start,
        end=item.end,
        zone=item.zone,
        place=item.place,
        text=item.text,
    )


def _days(period: Period | None) -> bool:
    """Whether the period is told to the day: a month is no entry of a calendar."""
    return period is not None and period.precision is Precision.DAY
