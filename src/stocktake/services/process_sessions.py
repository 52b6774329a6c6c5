"""The programme of a meeting in process.toml: who presides, and its sessions."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import fields
from datetime import date

from stocktake.model import Chair, Period, Session
from stocktake.services.toml import TomlTable
from stocktake.services.toml_times import clock, day

_NO_WORD = re.compile(r"[\W_]+")


def chair(table: TomlTable) -> Chair:
    table.only([field.name for field in fields(Chair)])
    return Chair(
        name=table.needed("name"),
        office=table.text("office"),
        state=table.text("state") or None,
        role=table.text("role"),
        term=table.period("term"),
        source=table.text("source"),
    )


def sessions(meeting: TomlTable, period: Period | None) -> tuple[Session, ...]:
    """The sessions of a meeting that is held in *period*; each has an id of its own within it."""
    found: dict[str, Session] = {}
    for table in meeting.tables("sessions"):
        session = _session(table, period, found)
        if session.id in found:
            raise table.error("id", f"is there twice: {session.id!r}", "Give each its own.")
        found[session.id] = session
    return tuple(found.values())


def _session(table: TomlTable, period: Period | None, taken: Collection[str]) -> Session:
    table.only([field.name for field in fields(Session)])
    title = table.needed("title")
    start, end = _hours(table)
    return Session(
        title=title,
        format=table.text("format"),
        time=table.text("time"),
        dimension=table.text("dimension") or None,
        description=table.text("description"),
        id=table.text("id") or own_id(title, taken, "session"),
        day=_day(table, period, timed=bool(start)),
        start=start,
        end=end,
        room=table.text("room"),
        moderator=table.text("moderator"),
        speakers=table.texts("speakers"),
        questions=table.texts("questions"),
        documents=table.texts("documents"),
        outcome=table.text("outcome"),
    )


def _hours(table: TomlTable) -> tuple[str, str]:
    start, end = clock(table, "start"), clock(table, "end")
    if end and not start:
        raise table.error("start", "is missing where there is an end", 'Write start = "10:00".')
    if end and end <= start:
        raise table.error("end", f"is not after the start ({start})", "Correct one of the two.")
    return start, end


def _day(table: TomlTable, period: Period | None, *, timed: bool) -> date | None:
    """The day of a session, which must be one of its meeting's."""
    found = day(table, "day")
    if found is None and timed and period and period.start == period.end:
        return period.start
    if found is None and timed:
        raise table.error("day", "is missing where there is a start", 'Write day = "2017-12-04".')
    if found and period and not period.start <= found <= period.end:
        raise table.error("day", f"is outside the meeting ({period})", "Correct one of the two.")
    return found


def own_id(title: str, taken: Collection[str], nameless: str, longest: int | None = None) -> str:
    """An id made of the first *longest* letters of a title, or *nameless* if it has none; with a
    number where another has it already."""
    plain = _NO_WORD.sub("-", title.casefold())[:longest].strip("-") or nameless
    numbered = (plain if n == 1 else f"{plain}-{n}" for n in range(1, len(taken) + 2))
    return next(id_ for id_ in numbered if id_ not in taken)
