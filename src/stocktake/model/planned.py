"""What a process is planned to be: its mandate, milestones, documents that are due, and rules."""

from __future__ import annotations

from dataclasses import dataclass

from stocktake.model.dates import Period


@dataclass(frozen=True, slots=True)
class Mandate:
    """A decision on which the process rests: a *resolution*, and its *paragraph* if it is one."""

    resolution: str
    paragraph: str = ""
    date: Period | None = None
    content: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class Milestone:
    """Something that is to happen, or happened, at a date: a draft, an adoption."""

    title: str
    date: Period | None = None
    description: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class ExpectedDocument:
    """A document that somebody is to hand in; *who* are ids of actors or, where the lexicon knows
    none, names; *meeting* is the id of the meeting it is for; *kind* that of the input."""

    title: str
    who: tuple[str, ...] = ()
    due: Period | None = None
    meeting: str = ""
    kind: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class Rules:
    """Who may attend, speak and submit (kinds of actors, or words), and how the floor is given.

    *order* names one of the orders of speakers in the lexicon, empty: as they asked. *minutes* is
    how long one may speak, *group_minutes* who speaks for a group; 0: no limit.
    """

    attend: tuple[str, ...] = ()
    speak: tuple[str, ...] = ()
    submit: tuple[str, ...] = ()
    groups_first: bool = False
    order: str = ""
    minutes: float = 0
    group_minutes: float = 0
    source: str = ""

    def limit(self, *, group: bool) -> float:
        """The minutes that a speaker has, for a group or for one alone; 0: no limit."""
        return self.group_minutes or self.minutes if group else self.minutes


@dataclass(frozen=True, slots=True)
class AttendanceFigure:
    """How many attended, as one *source* says: *count* *of* what (delegations, participants)."""

    count: int
    of: str
    date: Period | None = None
    source: str = ""
