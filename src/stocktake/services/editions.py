"""Editions: what each audience may see is a workspace of its own, which holds nothing else.

So no page, count, search, chart, export or feed of an audience can lead to what it may not see:
it is not there. Where nothing is kept back from an audience, the workspace itself is its edition.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sqlalchemy import Connection

from stocktake import store
from stocktake.errors import NotFoundError
from stocktake.model import Input
from stocktake.model.accounts import Audience
from stocktake.services.workspace import Workspace, is_workspace
from stocktake.store import Store

FOLDER = "editions"
MARK = "confidentiality"


def of(workspace: Workspace, base: Store, audience: Audience) -> Workspace:
    """The edition for *audience*; NotFoundError if it was not made yet."""
    if audience is Audience.CHAIRS:
        return workspace
    with base.reading() as connection:
        if not kept_back(store.marks(connection, MARK), audience):
            return workspace
    place = place_of(workspace, audience)
    if not is_workspace(place.root):
        raise NotFoundError(
            "what these readers may see was not put together yet.", remedy="Run: stocktake build"
        )
    return place


def place_of(workspace: Workspace, audience: Audience) -> Workspace:
    """Where the edition for *audience* lies, or would lie."""
    return Workspace(workspace.root / FOLDER / audience.value)


def audience_of(mark: str | None) -> Audience:
    """For whom an input with that mark is: all, without one; the chairs, with an unknown one."""
    if not mark:
        return Audience.PUBLIC
    return Audience(mark) if mark in set(Audience) else Audience.CHAIRS


def kept_back(marks: Mapping[str, str], audience: Audience) -> set[str]:
    """The ids of the inputs that, by their marks, *audience* may not see."""
    return {id_ for id_, mark in marks.items() if not audience.may_see(audience_of(mark))}


def allowed(inputs: Iterable[Input], audience: Audience) -> set[str]:
    """The ids of the inputs that *audience* may see."""
    return {item.id for item in inputs if audience.may_see(audience_of(item.get(MARK)))}


def hidden_now(connection: Connection, audience: Audience) -> set[str]:
    """The ids of the inputs that are kept back from *audience* from this moment on, whatever its
    edition still holds."""
    return kept_back(store.marks(connection, MARK), audience)
