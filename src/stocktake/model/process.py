"""The process: its mandate, its parts in time, its events, as process.toml tells them."""

from __future__ import annotations

from dataclasses import dataclass

from stocktake.model.dates import Period


@dataclass(frozen=True, slots=True)
class Phase:
    """A part of the process in time."""

    title: str
    period: Period | None = None
    description: str = ""


@dataclass(frozen=True, slots=True)
class Chair:
    """Who presides, in what office."""

    name: str
    office: str = ""
    state: str | None = None


@dataclass(frozen=True, slots=True)
class Session:
    """An item of a meeting's programme; *dimension* is the code of the dimension it treats."""

    title: str
    format: str = ""
    time: str = ""
    dimension: str | None = None
    description: str = ""


@dataclass(frozen=True, slots=True)
class Meeting:
    """An event with place, dates, chairs and programme; *id* is what inputs refer to."""

    id: str
    title: str
    kind: str = ""
    place: str = ""
    period: Period | None = None
    phase: str = ""
    chairs: tuple[Chair, ...] = ()
    sessions: tuple[Session, ...] = ()
    source: str = ""


@dataclass(frozen=True, slots=True)
class Process:
    """The whole. *schemes* names the scheme files by kind (themes, dimensions, lenses);
    *expected_actor_ids* those from whom inputs are expected; *asked* maps an actor id to the
    theme codes it was asked about (an actor that is not in it was asked about all); *affected* maps
    the code of a theme or lens to names, or words in names, of those whom it affects most;
    *relations* are thresholds that replace those of the published table, by their names."""

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
