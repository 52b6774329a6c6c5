"""The programme of a process as it is shown: its calendar, and the sessions of its meetings."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Labelled:
    """A fixed word such as "Room", and what is told under it."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class ProgrammeItem:
    """A session: when it is, what it is, and what is told of it; *points* are its questions."""

    id: str
    time: str
    title: str
    about: tuple[Labelled, ...] = ()
    points: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ProgrammeDay:
    """The sessions of one day; *title* is empty where their day is not told."""

    title: str
    items: tuple[ProgrammeItem, ...]


@dataclass(frozen=True, slots=True)
class ProgrammePart:
    """A meeting with its programme."""

    id: str
    title: str
    about: tuple[Labelled, ...]
    days: tuple[ProgrammeDay, ...]


@dataclass(frozen=True, slots=True)
class ProgrammeDate:
    """A line of the calendar of a process: *kind* is a fixed word (meeting, milestone, due)."""

    when: str
    kind: str
    title: str
    place: str = ""


@dataclass(frozen=True, slots=True)
class Event:
    """What a calendar holds: from day *first* to *last*, both included.

    *start* and *end* are hours (``10:00``) in *zone*, a name of the IANA database, empty where only
    the days are known; without a zone they are those of wherever it is. *uid* stays the same when
    the event is moved or reworded; *stamp* is the day of which the data are.
    """

    uid: str
    title: str
    kind: str
    first: date
    last: date
    stamp: date
    start: str = ""
    end: str = ""
    zone: str = ""
    place: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class Programme:
    """All of it; *calendar* and *headings* stand above the table of *dates*.

    *left_out* are the titles of what no calendar can hold, for want of a day.
    """

    title: str
    subtitle: str
    calendar: str
    headings: tuple[str, ...]
    dates: tuple[ProgrammeDate, ...]
    parts: tuple[ProgrammePart, ...]
    events: tuple[Event, ...] = ()
    left_out: tuple[str, ...] = ()
