"""Who attended, and how many: as people entered it, as process.toml and the inputs tell it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from stocktake import store
from stocktake.errors import SettingsError
from stocktake.lexicon.programme import ProgrammeWords, programme_words
from stocktake.model import (
    Attendance,
    Fact,
    FactKind,
    Input,
    Period,
    Process,
    content_id,
)
from stocktake.model.entered import ATTENDANCE
from stocktake.services import current_process, entering
from stocktake.services.csv_lines import Told, records
from stocktake.services.current_process import Current
from stocktake.services.deciding import Person
from stocktake.services.entering import Entered
from stocktake.services.place_of_entry import actor_in, chosen, place_in, place_of
from stocktake.services.workspace import Workspace

COLUMNS = (
    "meeting", "session", "actor", "of", "count", "date", "person", "office", "source",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Attended:
    """One thing told of attendance, and the figures that other sources give for the same."""

    told: Attendance
    others: tuple[Attendance, ...] = ()


def enter(workspace: Workspace, path: Path, person: Person) -> Entered:
    """Keep what a CSV file with COLUMNS tells, if every line is right: a line tells of an actor, or
    gives a figure *of* something. Another source for the same stands beside it."""
    known = current_process.current(workspace)
    made, wrong = records(path, COLUMNS, lambda told, place: _read(told, place, known))
    if wrong:
        return Entered(0, wrong)
    return Entered(entering.keep(workspace, ATTENDANCE, made, person))


def remove(workspace: Workspace, which: str, person: Person) -> str:
    """Take back what was entered, by the beginning of its id; returns the id."""
    return entering.remove(workspace, ATTENDANCE, which, person)


def attended(
    workspace: Workspace, meeting: str | None = None, session: str | None = None
) -> list[Attended]:
    """All that is told of attendance, of all places or of one, in the order of the programme.

    SettingsError for a place that is not in process.toml.
    """
    known = current_process.current(workspace)
    words = programme_words(workspace.lexicon)
    found: dict[tuple[str, str], list[Attendance]] = defaultdict(list)
    entered = entering.standing(workspace, ATTENDANCE, Attendance)
    for item in (*_planned(known.process), *entered, *_in_inputs(workspace, known)):
        found[item.meeting, item.session].append(item)
    places = chosen(known, found, (meeting or "", session or ""))
    return [one for where in places for one in _beside(found[where], words)]


def _beside(told: Iterable[Attendance], words: ProgrammeWords) -> Iterator[Attended]:
    """Figures first, each with those that differ from it; then actors."""
    ordered = sorted(told, key=lambda item: (item.actor_id, item.of, item.source, item.id))
    figures: dict[str, list[Attendance]] = defaultdict(list)
    for item in ordered:
        if not item.actor_id:
            figures[words.counted_as(item.of)].append(item)
    for item in ordered:
        same = () if item.actor_id else figures[words.counted_as(item.of)]
        yield Attended(item, tuple(each for each in same if each.count != item.count))


def _planned(process: Process) -> Iterator[Attendance]:
    for meeting in process.meetings:
        for figure in meeting.attendance:
            yield Attendance(
                id=content_id("attendance planned", meeting.id, figure.of, figure.source),
                meeting=meeting.id,
                source=figure.source,
                of=figure.of,
                count=figure.count,
                date=str(figure.date) if figure.date else "",
            )


def _in_inputs(workspace: Workspace, known: Current) -> Iterator[Attendance]:
    """What the last stock found in inputs; they are about the meeting that they are for."""
    with workspace.store() as base, base.reading() as connection:
        frozen = store.latest(connection)
        facts = [item for item in frozen.stock.facts if _is_figure(item)] if frozen else []
        ids = {item.document_id for item in facts}
        sources = {item.id: item.input_id for item in store.documents(connection, ids)}
    inputs = {item.id: item for item in frozen.stock.inputs} if frozen else {}
    for fact in facts:
        source = inputs.get(sources.get(fact.document_id, ""))
        if source:
            yield _told_in(fact, source, known)


def _is_figure(fact: Fact) -> bool:
    return fact.kind is FactKind.ATTENDANCE and None not in {fact.get("count"), fact.get("of")}


def _told_in(fact: Fact, source: Input, known: Current) -> Attendance:
    values = {item.name: item.value for item in fact.attributes}
    digits = values["count"].replace(",", "")
    meeting, session = place_of(source, known)
    return Attendance(
        id=fact.id,
        meeting=meeting,
        source=source.title,
        session=session,
        of=values["of"],
        count=int(digits) if digits.isdecimal() else None,
        date=source.get("date") or "",
    )


def _read(told: Told, place: str, known: Current) -> Attendance:
    meeting, session = place_in(known, told.get("meeting", ""), told.get("session", ""), place)
    for name in ("source",) if told.get("actor") else ("source", "of", "count"):
        if not told.get(name):
            raise SettingsError(f"{name} is empty.", remedy="Say it.", place=place)
    actor = actor_in(known, told["actor"], "actor", place) if told.get("actor") else ""
    person = told.get("person", "")
    return Attendance(
        id=content_id(
            "attendance", meeting, session, actor, told.get("of", ""), person, told["source"]
        ),
        meeting=meeting,
        source=told["source"],
        session=session,
        actor_id=actor,
        of=told.get("of", ""),
        count=_count(told.get("count", ""), place),
        date=_date(told.get("date", ""), place),
        person=person,
        office=told.get("office", ""),
    )


def _count(text: str, place: str) -> int | None:
    digits = text.replace(",", "").replace(" ", "")
    if text and not digits.isdecimal():
        remedy = "Write a whole number, such as 136."
        raise SettingsError(f"count: {text!r} is no number.", remedy=remedy, place=place)
    return int(digits) if text else None


def _date(text: str, place: str) -> str:
    try:
        return str(Period.parse(text)) if text else ""
    except ValueError as error:
        remedy = "Write 2017-12-04 or 2017-12-04/2017-12-06."
        raise SettingsError(f"date: {error}.", remedy=remedy, place=place) from error
