"""The list of speakers of a meeting: entered by people, ordered by its rules."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from stocktake.analysis.speaking import Total, Turn, totals, turns
from stocktake.errors import SettingsError
from stocktake.lexicon.programme import ProgrammeWords, programme_words
from stocktake.model import Speaker, SpeakerStatus, content_id
from stocktake.model.entered import SPEAKER
from stocktake.services import current_process, entering
from stocktake.services.csv_lines import Told, records
from stocktake.services.current_process import Current
from stocktake.services.deciding import Person
from stocktake.services.entering import Entered
from stocktake.services.place_of_entry import actor_in, chosen, place_in
from stocktake.services.rows import Row
from stocktake.services.rows_process import minutes
from stocktake.services.workspace import Workspace

COLUMNS = (
    "meeting", "session", "actor", "person", "office", "behalf", "gender", "asked", "status",
    "minutes", "source",
)  # fmt: skip
NOT_ADMITTED = "may not speak"
TOTALS = ("by", "value", "spoke", "minutes", "waiting")


@dataclass(frozen=True, slots=True)
class Listed:
    """The list of a meeting or session in order, with how the time was shared so far."""

    meeting: str
    session: str
    turns: tuple[Turn, ...]
    totals: tuple[Total, ...]


def enter(workspace: Workspace, path: Path, person: Person) -> Entered:
    """Keep the speakers of a CSV file with COLUMNS, if every line is right.

    A line on the same actor and person in the same place takes the place of an earlier one.
    """
    known = current_process.current(workspace)
    made, wrong = records(path, COLUMNS, lambda told, place: _speaker(told, place, known))
    return Entered(0, wrong) if wrong else Entered(entering.keep(workspace, SPEAKER, made, person))


def remove(workspace: Workspace, which: str, person: Person) -> str:
    """Take a speaker off the list, by the beginning of the entry's id; returns the id."""
    return entering.remove(workspace, SPEAKER, which, person)


def listed(
    workspace: Workspace, meeting: str | None = None, session: str | None = None
) -> list[Listed]:
    """The lists of all places for which somebody asked, or of one *meeting* or *session*, in the
    order of the programme. SettingsError for a place that is not in process.toml.
    """
    known = current_process.current(workspace)
    words = programme_words(workspace.lexicon)
    found = defaultdict(list)
    for item in entering.standing(workspace, SPEAKER, Speaker):
        found[item.meeting, item.session].append(item)
    places = chosen(known, found, (meeting or "", session or ""))
    return [_list(where, found[where], known, words) for where in places]


def rows(lists: Iterable[Listed], known: Current) -> list[Row]:
    """One row a turn."""
    return [_row(turn, item, known) for item in lists for turn in item.turns]


def total_rows(lists: Iterable[Listed]) -> list[Row]:
    """One row a total."""
    return [
        {"meeting": item.meeting, "session": item.session}
        | {name: getattr(total, name) for name in TOTALS}
        for item in lists
        for total in item.totals
    ]


def _list(
    where: tuple[str, str], found: list[Speaker], known: Current, words: ProgrammeWords
) -> Listed:
    meeting = known.process.meeting(where[0])
    rules = known.process.rules_of(meeting) if meeting else known.process.rules
    actors = {item.actor_id: known.words.actors.get(item.actor_id) for item in found}
    ordered = turns(found, actors, rules, words)
    return Listed(*where, tuple(ordered), tuple(totals(ordered)))


def _row(turn: Turn, item: Listed, known: Current) -> Row:
    speaker = turn.speaker
    return {
        "meeting": item.meeting,
        "session": item.session,
        "number": turn.number,
        "actor": turn.actor.name,
        "behalf": "; ".join(map(known.name, speaker.behalf)),
        "person": speaker.person,
        "office": speaker.office,
        "region": turn.actor.region or "",
        "gender": speaker.gender,
        "asked": speaker.asked,
        "status": speaker.status.value,
        "limit": minutes(turn.limit),
        "minutes": minutes(speaker.minutes),
        "over": minutes(turn.over),
        "rules": NOT_ADMITTED if turn.admitted is False else "",
        "source": speaker.source,
        "id": speaker.id[:10],
    }


def _speaker(told: Told, place: str, known: Current) -> Speaker:
    meeting, session = place_in(known, told.get("meeting", ""), told.get("session", ""), place)
    actor = actor_in(known, told.get("actor", ""), "actor", place)
    groups = [name.strip() for name in told.get("behalf", "").split(";") if name.strip()]
    spoken = _minutes(told.get("minutes", ""), place)
    person = told.get("person", "")
    return Speaker(
        id=content_id("speaker", meeting, session, actor, person),
        meeting=meeting,
        actor_id=actor,
        session=session,
        person=person,
        office=told.get("office", ""),
        behalf=tuple(actor_in(known, name, "behalf", place) for name in groups),
        gender=told.get("gender", "").casefold(),
        asked=told.get("asked", ""),
        status=_status(told.get("status", ""), spoken, place),
        minutes=spoken,
        source=told.get("source", ""),
    )


def _minutes(text: str, place: str) -> float:
    try:
        spoken = float(text.replace(",", ".") or 0)
    except ValueError:
        spoken = -1
    if not 0 <= spoken < float("inf"):
        remedy = "Write a number, such as 3 or 2.5."
        raise SettingsError(f"minutes: {text!r} is no time.", remedy=remedy, place=place)
    return spoken


def _status(text: str, spoken: float, place: str) -> SpeakerStatus:
    """The status that is told; who has minutes and none told, spoke."""
    if not text:
        return SpeakerStatus.SPOKE if spoken else SpeakerStatus.ASKED
    try:
        return SpeakerStatus(text.casefold())
    except ValueError as error:
        remedy = f"One of: {', '.join(SpeakerStatus)}."
        raise SettingsError(f"status: there is no {text!r}.", remedy=remedy, place=place) from error
