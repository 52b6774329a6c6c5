"""The process: its mandate, its parts in time, its events, as process.toml tells them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from stocktake.model.dates import Period
from stocktake.model.planned import AttendanceFigure, ExpectedDocument, Mandate, Milestone, Rules


@dataclass(frozen=True, slots=True)
class Phase:
    """A part of the process in time."""

    title: str
    period: Period | None = None
    description: str = ""


@dataclass(frozen=True, slots=True)
class Chair:
    """Who presides, in what office and role (chair, co-facilitator, …), in which *term*."""

    name: str
    office: str = ""
    state: str | None = None
    role: str = ""
    term: Period | None = None
    source: str = ""


@dataclass(frozen=True, slots=True)
class Session:
    """An item of a meeting's programme; *dimension* is the code of the dimension it treats.

    *id* is what inputs refer to. *day* with *start* and *end* (``10:00``, in the time zone of the
    meeting) say when exactly it is; *time* says it in words where that is all that is known.
    *documents* and *speakers* are named as on the programme; *outcome* is what came of it.
    """

    title: str
    format: str = ""
    time: str = ""
    dimension: str | None = None
    description: str = ""
    id: str = ""
    day: date | None = None
    start: str = ""
    end: str = ""
    room: str = ""
    moderator: str = ""
    speakers: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    outcome: str = ""


@dataclass(frozen=True, slots=True)
class Meeting:
    """An event with place, dates, chairs and programme; *id* is what inputs refer to.

    *timezone* is a name of the IANA database, empty: that of the process. *invited* are ids of
    actors; *rules* None: those of the process; *attendance* what sources say of it.
    """

    id: str
    title: str
    kind: str = ""
    place: str = ""
    period: Period | None = None
    phase: str = ""
    chairs: tuple[Chair, ...] = ()
    sessions: tuple[Session, ...] = ()
    source: str = ""
    timezone: str = ""
    description: str = ""
    rules: Rules | None = None
    invited: tuple[str, ...] = ()
    attendance: tuple[AttendanceFigure, ...] = ()


@dataclass(frozen=True, slots=True)
class Process:
    """The whole. *schemes* names the scheme files by kind (themes, dimensions, lenses);
    *expected_actor_ids* those from whom inputs are expected; *asked* maps an actor id to the
    theme codes it was asked about (an actor that is not in it was asked about all); *affected* maps
    the code of a theme or lens to names, or words in names, of those whom it affects most;
    *relations* are thresholds that replace those of the published table, by their names.

    *timezone* and *rules* hold for every meeting that has none of its own.
    """

    title: str
    mandate: str = ""
    phases: tuple[Phase, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    themes: str = "migration"
    dimensions: str = "dimensions"
    lenses: str = "lenses"
    expected_actor_ids: tuple[str, ...] = ()
    asked: tuple[tuple[str, tuple[str, ...]], ...] = ()
    affected: tuple[tuple[str, tuple[str, ...]], ...] = ()
    file_patterns: tuple[str, ...] = ()
    relations: tuple[tuple[str, float], ...] = ()
    mandates: tuple[Mandate, ...] = ()
    milestones: tuple[Milestone, ...] = ()
    documents: tuple[ExpectedDocument, ...] = ()
    timezone: str = ""
    rules: Rules = Rules()  # noqa: RUF009 - it is frozen

    def meeting(self, id_: str) -> Meeting | None:
        """The meeting of that id, or None."""
        return next((item for item in self.meetings if item.id == id_), None)

    def zone_of(self, meeting: Meeting) -> str:
        """The name of the time zone in which a meeting's hours are told, empty: unknown."""
        return meeting.timezone or self.timezone

    def rules_of(self, meeting: Meeting) -> Rules:
        """The rules that hold at a meeting."""
        return meeting.rules or self.rules

    def sessions(self) -> tuple[tuple[Meeting, Session], ...]:
        """Every session with its meeting, in the order of the programme."""
        return tuple((meeting, item) for meeting in self.meetings for item in meeting.sessions)
