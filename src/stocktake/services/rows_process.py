"""Rows of what process.toml tells: of the whole in several tables, of sessions, of attendance."""

from __future__ import annotations

from collections.abc import Iterable

from stocktake.model import Process, Rules
from stocktake.services.attendance import Attended
from stocktake.services.current_process import Current
from stocktake.services.rows import Row

_SHORT = 10


def process(known: Current) -> dict[str, list[Row]]:
    """The tables of a process by their names; those that hold nothing are empty."""
    told = known.process
    return {
        "process": _process(told),
        "mandates": [
            {
                "resolution": item.resolution,
                "paragraph": item.paragraph,
                "date": str(item.date or ""),
                "content": item.content,
                "source": item.source,
            }
            for item in told.mandates
        ],
        "phases": [
            {"title": item.title, "period": str(item.period or ""), "content": item.description}
            for item in told.phases
        ],
        "milestones": [
            {"title": item.title, "date": str(item.date or ""), "source": item.source}
            for item in told.milestones
        ],
        "meetings": _meetings(told),
        "documents": [
            {
                "title": item.title,
                "from": "; ".join(map(known.name, item.who)),
                "due": str(item.due or ""),
                "meeting": item.meeting,
                "kind": item.kind,
                "source": item.source,
            }
            for item in told.documents
        ],
        "rules": _rules(told),
    }


def sessions(told: Process) -> list[Row]:
    """One row a session."""
    return [
        {
            "meeting": meeting.id,
            "session": item.id,
            "title": item.title,
            "format": item.format,
            "day": str(item.day or ""),
            "time": "–".join(filter(None, (item.start, item.end))) or item.time,
            "room": item.room,
            "dimension": item.dimension or "",
            "moderator": item.moderator,
            "speakers": "; ".join(item.speakers),
            "outcome": item.outcome,
        }
        for meeting, item in told.sessions()
    ]


def attendance(found: Iterable[Attended], known: Current) -> list[Row]:
    """One row a thing told, with the figures that other sources give."""
    return [
        {
            "meeting": item.told.meeting,
            "session": item.told.session,
            "actor": known.name(item.told.actor_id),
            "person": item.told.person,
            "office": item.told.office,
            "count": "" if item.told.count is None else item.told.count,
            "of": item.told.of,
            "date": item.told.date,
            "source": item.told.source,
            "others say": "; ".join(
                f"{other.count} {other.of} ({other.source})" for other in item.others
            ),
            "id": item.told.id[:_SHORT],
        }
        for item in found
    ]


def minutes(number: float) -> float | str:
    """Minutes to show: whole ones as such, nothing for none."""
    return int(number) if number == int(number) and number else round(number, 2) or ""


def _process(told: Process) -> list[Row]:
    return [
        {
            "title": told.title,
            "mandate": told.mandate,
            "time zone": told.timezone,
            "expected": len(told.expected_actor_ids),
        }
    ]


def _meetings(told: Process) -> list[Row]:
    return [
        {
            "id": item.id,
            "title": item.title,
            "kind": item.kind,
            "period": str(item.period or ""),
            "place": item.place,
            "time zone": told.zone_of(item),
            "phase": item.phase,
            "chairs": "; ".join(
                ", ".join(filter(None, (chair.name, chair.office, str(chair.term or ""))))
                for chair in item.chairs
            ),
            "sessions": len(item.sessions),
            "invited": len(item.invited),
            "source": item.source,
        }
        for item in told.meetings
    ]


def _rules(told: Process) -> list[Row]:
    named = [("all", told.rules), *((item.id, item.rules) for item in told.meetings if item.rules)]
    return [_rule(name, rules) for name, rules in named if rules != Rules()]


def _rule(name: str, rules: Rules) -> Row:
    return {
        "meeting": name,
        "attend": "; ".join(rules.attend),
        "speak": "; ".join(rules.speak),
        "submit": "; ".join(rules.submit),
        "groups first": "yes" if rules.groups_first else "no",
        "order": rules.order or "asked",
        "minutes": minutes(rules.minutes),
        "for groups": minutes(rules.group_minutes),
        "source": rules.source,
    }
