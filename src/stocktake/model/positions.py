"""Where actors stand, how that changes over time, and where it contradicts a group's."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class PositionStance(StrEnum):
    """Where an actor stands on a proposal or theme."""

    SUPPORTS = "supports"
    OPPOSES = "opposes"
    MIXED = "mixed"
    SILENT = "silent"


@dataclass(frozen=True, slots=True)
class Position:
    """Where an actor stands. *target* is a proposal id, or ``theme:CODE`` for a theme.

    *via* is the id of the group through which it is held, None for the actor's own words.
    *counts* is False for a group that stands beside members of its own, which are counted.
    *dates* are those of the statements (Periods as text), each once, in order.
    """

    actor_id: str
    target: str
    stance: PositionStance
    via: str | None
    statement_ids: tuple[str, ...]
    counts: bool = True
    dates: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Stand:
    """The stance that an actor took at a *date* (a Period as text), and where it did."""

    date: str
    stance: PositionStance
    statement_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PositionChange:
    """An actor stood differently towards the same *target* at different dates, in its own words;
    *stands* are in order of time, and no two that follow each other are the same."""

    actor_id: str
    target: str
    stands: tuple[Stand, ...]


@dataclass(frozen=True, slots=True)
class Contradiction:
    """A member took the opposite side of a group to which it belonged on the day the group spoke,
    each in its own words."""

    target: str
    group_id: str
    group_stance: PositionStance
    group_statement_ids: tuple[str, ...]
    member_id: str
    member_stance: PositionStance
    member_statement_ids: tuple[str, ...]
