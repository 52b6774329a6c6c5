"""Who is to act together with whom, as statements tell it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Partnership:
    """*actor* (an id, or the words of a text) is to act with *partner*, an actor's id.

    *asked_by* are the ids of those who ask for it or bind themselves to it, *statement_ids* what
    proves it.
    """

    actor: str
    partner: str
    asked_by: tuple[str, ...]
    statement_ids: tuple[str, ...]
