"""The process as process.toml tells it now, and what its parts are called."""

from __future__ import annotations

from dataclasses import dataclass

from stocktake import lexicon
from stocktake.errors import NotFoundError
from stocktake.lexicon import Lexicon
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
    return Current(process_file.with_actor_ids(file, words, place), words)
