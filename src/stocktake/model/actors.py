"""Who takes part: actors, their membership of groups, and their status in the process, dated."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class ActorKind(StrEnum):
    """What kind of actor speaks; the values are shown to people."""

    STATE = "State"
    GROUP = "group of States"
    UN_ENTITY = "UN entity"
    INTERNATIONAL_ORGANISATION = "international organisation"
    CIVIL_SOCIETY = "civil society"
    PRIVATE_SECTOR = "private sector"
    ACADEMIA = "academia"
    OFFICE_HOLDER = "office holder"
    OTHER = "other"


@dataclass(frozen=True, slots=True, order=True)
class Actor:
    """An actor; *id* is the ISO 3166 alpha-3 code of a State, ``group:…``, ``un:…``, ``igo:…``,
    ``org:…`` or ``office:…`` otherwise. *region* is the UN regional group of a State."""

    id: str
    name: str
    kind: ActorKind
    region: str | None = None


@dataclass(frozen=True, slots=True, order=True)
class Membership:
    """*member_id* belongs to *group_id* from a day to a day (None: open), as *source* says."""

    group_id: str
    member_id: str
    since: date | None
    until: date | None
    source: str

    def holds_on(self, day: date | None) -> bool:
        """Whether the membership holds on *day*; without a day, whether it holds now."""
        if day is None:
            return self.until is None
        return (self.since is None or self.since <= day) and (
            self.until is None or day <= self.until
        )


class ParticipationStatus(StrEnum):
    """An actor's status in the process."""

    PARTICIPATING = "participating"
    OBSERVER = "observer"
    ABSENT = "absent"
    WITHDRAWN = "withdrawn"
    RETURNED = "returned"


@dataclass(frozen=True, slots=True)
class Participation:
    """An actor's status from a day (ISO, may be imprecise), with the facts that prove it.

    *fact_ids* is empty only for a status that a person entered; *source* then says from where.
    *reaction_ids* are facts that tell of reactions to it.
    """

    actor_id: str
    status: ParticipationStatus
    since: str | None
    source: str
    fact_ids: tuple[str, ...] = ()
    reaction_ids: tuple[str, ...] = ()
