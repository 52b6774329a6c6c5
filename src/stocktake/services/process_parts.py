"""The parts of process.toml that tell of the process: phases, meetings, what is due, rules."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields

from stocktake.model import (
    AttendanceFigure,
    ExpectedDocument,
    Mandate,
    Meeting,
    Milestone,
    Phase,
    Rules,
)
from stocktake.services.process_sessions import chair, sessions
from stocktake.services.toml import TomlTable
from stocktake.services.toml_times import zone


def phase(table: TomlTable) -> Phase:
    table.only(names(Phase))
    return Phase(table.needed("title"), table.period("period"), table.text("description"))


def mandate(table: TomlTable) -> Mandate:
    table.only(names(Mandate))
    return Mandate(
        resolution=table.needed("resolution"),
        paragraph=table.text("paragraph"),
        date=table.period("date"),
        content=table.text("content"),
        source=table.text("source"),
    )


def milestone(table: TomlTable) -> Milestone:
    table.only(names(Milestone))
    return Milestone(
        title=table.needed("title"),
        date=table.period("date"),
        description=table.text("description"),
        source=table.text("source"),
    )


def documents(table: TomlTable, meetings: tuple[Meeting, ...]) -> Iterator[ExpectedDocument]:
    """The documents that are due; *meetings* are those to which they may belong."""
    known = [meeting.id for meeting in meetings]
    for item in table.tables("documents"):
        item.only(("title", "from", "due", "meeting", "kind", "source"))
        meeting = item.text("meeting")
        if meeting and meeting not in known:
            remedy = f"Known: {', '.join(known) or 'none'}."
            raise item.error("meeting", f"names no meeting: {meeting!r}", remedy)
        yield ExpectedDocument(
            title=item.needed("title"),
            who=item.texts("from"),
            due=item.period("due"),
            meeting=meeting,
            kind=item.text("kind"),
            source=item.text("source"),
        )


def meetings(table: TomlTable) -> tuple[Meeting, ...]:
    found: dict[str, Meeting] = {}
    for item in table.tables("meetings"):
        meeting = _meeting(item)
        if meeting.id in found:
            raise item.error("id", f"is there twice: {meeting.id!r}", "Give each meeting its own.")
        found[meeting.id] = meeting
    return tuple(found.values())


def rules(table: TomlTable) -> Rules:
    table.only(names(Rules))
    return Rules(
        attend=table.texts("attend"),
        speak=table.texts("speak"),
        submit=table.texts("submit"),
        groups_first=table.flag("groups_first"),
        order=table.text("order"),
        minutes=_minutes(table, "minutes"),
        group_minutes=_minutes(table, "group_minutes"),
        source=table.text("source"),
    )


def _meeting(table: TomlTable) -> Meeting:
    table.only(names(Meeting))
    period = table.period("period")
    return Meeting(
        id=table.needed("id"),
        title=table.needed("title"),
        kind=table.text("kind"),
        place=table.text("place"),
        period=period,
        phase=table.text("phase"),
        chairs=tuple(chair(item) for item in table.tables("chairs")),
        sessions=sessions(table, period),
        source=table.text("source"),
        timezone=zone(table, "timezone"),
        description=table.text("description"),
        rules=rules(table.table("rules")) if "rules" in table.values else None,
        invited=table.texts("invited"),
        attendance=tuple(_figure(item) for item in table.tables("attendance")),
    )


def _figure(table: TomlTable) -> AttendanceFigure:
    table.only(names(AttendanceFigure))
    return AttendanceFigure(
        count=_count(table),
        of=table.needed("of"),
        date=table.period("date"),
        source=table.needed("source"),
    )


def _count(table: TomlTable) -> int:
    value = table.values.get("count")
    if isinstance(value, bool) or not isinstance(value, int) or value < 0:
        raise table.error("count", "is no whole number", "Write it as count = 136.")
    return value


def _minutes(table: TomlTable, key: str) -> float:
    return float(table.number(key, 3)) if key in table.values else 0


def names(kind: type) -> list[str]:
    """The names of the fields of a dataclass."""
    return [field.name for field in fields(kind)]
