"""Where in the process something belongs that a person enters, and whom it is about."""

from __future__ import annotations

from collections.abc import Iterable

from stocktake.errors import NotFoundError, SettingsError
from stocktake.model import Input
from stocktake.services.current_process import Current
from stocktake.services.metadata import known_actor

Place = tuple[str, str]


def place_in(known: Current, meeting: str, session: str, place: str) -> Place:
    """The ids of meeting and session (empty: the whole meeting).

    A process with one meeting needs not say which. SettingsError names *place* and what is wrong.
    """
    try:
        if session:
            found, item = known.session(f"{meeting}/{session}" if meeting else session)
            return found.id, item.id
        if meeting:
            return known.meeting(meeting).id, ""
    except NotFoundError as error:
        raise SettingsError(error.message, remedy=error.remedy, place=place) from error
    meetings = known.process.meetings
    if len(meetings) == 1:
        return meetings[0].id, ""
    remedy = f"Say one of: {', '.join(item.id for item in meetings) or 'none is there'}."
    raise SettingsError("meeting is empty.", remedy=remedy, place=place)


def place_of(source: Input, known: Current) -> Place:
    """The ids of the meeting and session that an input is for, empty where it does not say or
    process.toml has them no more."""
    meeting, session = source.get("meeting") or "", source.get("session") or ""
    for which in (f"{meeting}/{session}", session):
        try:
            found, item = known.session(which)
        except NotFoundError:
            continue
        return found.id, item.id
    return meeting, ""


def chosen(known: Current, found: Iterable[Place], wanted: Place) -> list[Place]:
    """Those of the places *found* that are *wanted* (a meeting holds its sessions; two empty names:
    all), in the order of the programme; what process.toml has no more stands last."""
    programme = [
        (item.id, name)
        for item in known.process.meetings
        for name in ("", *(each.id for each in item.sessions))
    ]
    order = {where: number for number, where in enumerate(programme)}
    places = sorted(found, key=lambda where: (order.get(where, len(order)), where))
    if wanted == ("", ""):
        return places
    asked = place_in(known, *wanted, "--meeting, --session")
    return [where for where in places if asked in {where, (where[0], "")}]


def actor_in(known: Current, name: str, key: str, place: str) -> str:
    """The id of the actor that *name* is the name or id of; SettingsError if nobody knows it."""
    found = known_actor(name, known.words) if name else None
    if found is None:
        raise SettingsError(
            f"{key}: no actor is called {name!r}." if name else f"{key} is empty.",
            remedy="Correct it, or add it to lexicon/actors/organisations.csv in the workspace.",
            place=place,
        )
    return found
