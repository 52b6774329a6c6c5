"""The process as process.toml tells it now, and what its parts are called."""

from __future__ import annotations

from dataclasses import dataclass

from stocktake import lexicon
from stocktake.errors import NotFoundError, SettingsError
from stocktake.lexicon import Lexicon
from stocktake.lexicon.programme import ProgrammeWords, programme_words
from stocktake.model import Meeting, Process, Session
from stocktake.services import process_file
from stocktake.services.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Current:
    """The process with ids of actors, and the lexicon that knows them."""

    process: Process
    words: Lexicon

    def meeting(self, which: str) -> Meeting:
        """The meeting of that id; NotFoundError lists those there are."""
        found = self.process.meeting(which)
        if found is None:
            known = ", ".join(item.id for item in self.process.meetings) or "none"
            raise NotFoundError(
                f"process.toml has no meeting {which!r}.", remedy=f"Known: {known}."
            )
        return found

    def session(self, which: str) -> tuple[Meeting, Session]:
        """The session of that id, or ``MEETING/SESSION`` where several meetings have such a one."""
        found = [
            (meeting, session)
            for meeting, session in self.process.sessions()
            if which in {session.id, f"{meeting.id}/{session.id}"}
        ]
        if len(found) == 1:
            return found[0]
        places = found or self.process.sessions()
        known = ", ".join(f"{meeting.id}/{session.id}" for meeting, session in places) or "none"
        what = "is in several meetings" if found else "is no session of process.toml"
        raise NotFoundError(f"{which!r} {what}.", remedy=f"Say one of: {known}.")

    def name(self, who: str) -> str:
        """The name of an actor; anything else as it is."""
        try:
            return self.words.actors.get(who).name
        except NotFoundError:
            return who


def current(workspace: Workspace) -> Current:
    """What process.toml of a workspace says; SettingsError names what is wrong in it."""
    words = lexicon.load(workspace.lexicon)
    file = process_file.load(workspace.process_file)
    place = str(workspace.process_file)
    _check_orders(file.process, programme_words(workspace.lexicon), place)
    return Current(process_file.with_actor_ids(file, words, place), words)


def _check_orders(process: Process, known: ProgrammeWords, place: str) -> None:
    """SettingsError if rules name an order of speakers that the lexicon does not know."""
    own = [(f"meeting {item.id!r}", item.rules) for item in process.meetings if item.rules]
    for where, rules in (("[rules]", process.rules), *own):
        try:
            known.order(rules.order)
        except SettingsError as error:
            there = f"{place}, {where}"
            raise SettingsError(error.message, remedy=error.remedy, place=there) from error
