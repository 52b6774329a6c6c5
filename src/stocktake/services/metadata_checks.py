"""Which values metadata may have, whether a manifest tells them or a person corrects them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection
from dataclasses import dataclass

from stocktake.errors import SettingsError
from stocktake.lexicon import Lexicon
from stocktake.model import InputKind, Period, Process
from stocktake.services.metadata import known_actor

LANGUAGES = ("ar", "en", "es", "fr", "ru", "zh")

Problem = tuple[str, str] | None


@dataclass(frozen=True, slots=True)
class Known:
    """What values are checked against."""

    lexicon: Lexicon
    meeting_ids: Collection[str]
    session_ids: Collection[str] = ()

    @classmethod
    def of(cls, process: Process, lexicon: Lexicon) -> Known:
        """What there is in a process: a session is known by its id, or by ``MEETING/SESSION`` where
        several meetings have such a one."""
        sessions = [(meeting.id, item.id) for meeting, item in process.sessions()]
        counts = Counter(session for _, session in sessions)
        alone = {session for session, count in counts.items() if count == 1}
        full = {f"{meeting}/{session}" for meeting, session in sessions}
        return cls(lexicon, {meeting.id for meeting in process.meetings}, alone | full)


def check(name: str, value: str, place: str, known: Known) -> str:
    """*value* as it is kept; SettingsError, with what to do, if *name* cannot have it."""
    test = CHECKS.get(name)
    problem = test(value, known) if test else None
    if problem:
        raise SettingsError(f"{name}: {problem[0]}", remedy=problem[1], place=place)
    return value


def _check_actor(value: str, known: Known) -> Problem:
    if known_actor(value, known.lexicon):
        return None
    return f"no actor is called {value!r}.", (
        "Correct the name, or add it to lexicon/actors/organisations.csv in the workspace."
    )


def _check_date(value: str, _: Known) -> Problem:
    try:
        Period.parse(value)
    except ValueError as error:
        return f"{error}.", "Write 2017, 2017-12, 2017-12-04 or two of them with a slash."
    return None


def _check_kind(value: str, _: Known) -> Problem:
    if value in list(InputKind):
        return None
    return f"there is no kind {value!r}.", f"One of: {', '.join(InputKind)}."


def _check_meeting(value: str, known: Known) -> Problem:
    if value in known.meeting_ids:
        return None
    return f"process.toml has no meeting {value!r}.", (
        f"Known: {', '.join(sorted(known.meeting_ids)) or 'none'}; or add it to process.toml."
    )


def _check_session(value: str, known: Known) -> Problem:
    if value in known.session_ids:
        return None
    whole = ", ".join(sorted(name for name in known.session_ids if "/" in name))
    return f"process.toml has no session {value!r}, or several.", (
        f"Known: {whole or 'none'}; or add it to process.toml."
    )


def _check_language(value: str, _: Known) -> Problem:
    if value in LANGUAGES:
        return None
    return f"there is no language {value!r}.", f"One of: {', '.join(LANGUAGES)}."


CHECKS: dict[str, Callable[[str, Known], Problem]] = {
    "actor": _check_actor,
    "date": _check_date,
    "kind": _check_kind,
    "meeting": _check_meeting,
    "session": _check_session,
    "language": _check_language,
}
