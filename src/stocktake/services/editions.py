"""Editions: what each audience may see is a workspace of its own, which holds nothing else.

So no page, count, search, chart, export or feed of an audience can lead to what it may not see:
it is not there. Where nothing is kept back from an audience, the workspace itself is its edition.
Proposals keep the numbers that they have in the whole, so that all speak of the same one.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Collection, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection

from stocktake import store
from stocktake.errors import NotFoundError, StocktakeError
from stocktake.model import Input
from stocktake.model.accounts import Audience
from stocktake.services import store_place, whole_files
from stocktake.services.workspace import PROCESS_FILE, Workspace, is_workspace
from stocktake.store import Store

FOLDER = "editions"
MARK = "confidentiality"
_POINTER = ".current"
_PROPOSAL = "proposal:"


@dataclass(frozen=True, slots=True)
class Edition:
    """A workspace that holds what one audience may see, with the *numbers* that the proposals of
    its statements have in the whole."""

    workspace: Workspace
    numbers: Mapping[str, int]


def of(workspace: Workspace, base: Store, audience: Audience) -> Workspace:
    """The edition for *audience*; NotFoundError if it was not made yet."""
    with base.reading() as connection:
        return among(workspace, audience, hidden_now(connection, audience))


def among(workspace: Workspace, audience: Audience, hidden: Collection[str]) -> Workspace:
    """The same for whoever knows already what is *hidden* now."""
    place = _place(workspace, audience)
    if place is None and not hidden:
        return workspace
    if place is None or not is_workspace(place):
        raise NotFoundError(
            "what these readers may see was not put together yet.", remedy="Run: stocktake build"
        )
    return Workspace(place)


def audience_of(mark: str | None) -> Audience:
    """For whom an input with that mark is: all, without one; the chairs, with an unknown one."""
    if not mark:
        return Audience.PUBLIC
    return Audience(mark) if mark in set(Audience) else Audience.CHAIRS


def hidden_now(connection: Connection, audience: Audience) -> set[str]:
    """The ids of the inputs that people keep back from *audience* from this moment on, whatever
    its edition still holds."""
    if audience is Audience.CHAIRS:
        return set()
    marks = store.marks(connection, MARK)
    return {id_ for id_, mark in marks.items() if not audience.may_see(audience_of(mark))}


def seen(inputs: Iterable[Input], audience: Audience) -> set[str]:
    """The ids of those of *inputs* that, by all that is known of them, *audience* may see."""
    return {item.id for item in inputs if audience.may_see(audience_of(item.get(MARK)))}


def prepare(workspace: Workspace, base: Store, inputs: Iterable[Input]) -> list[Edition]:
    """Bring the editions of *workspace* up to what *inputs* tell of confidentiality; their stocks
    are then to be taken. An edition that holds what its audience may no longer see is made anew."""
    if workspace.root.parent.name == FOLDER:
        return []
    every = list(inputs)
    made = (_prepared(workspace, base, every, audience) for audience in Audience)
    return [edition for edition in made if edition]


def _prepared(
    workspace: Workspace, base: Store, inputs: list[Input], audience: Audience
) -> Edition | None:
    allowed = seen(inputs, audience)
    hidden = {item.id for item in inputs} - allowed
    if not hidden:
        _drop(workspace, audience)
        return None
    with base.reading() as connection:
        allowed |= store.draft_sources(connection).keys() - hidden
        place = _place(workspace, audience)
        is_new = place is None or not _holds_only(Workspace(place), allowed)
        place = _begin(workspace, audience) if place is None or is_new else place
        edition = Workspace(place)
        _furnish(workspace, edition)
        if is_new:
            store_place.drop(edition.root)
        numbers = _fill(connection, edition, allowed)
    _point(workspace, audience, place)
    return Edition(edition, numbers)


def _fill(connection: Connection, edition: Workspace, allowed: Collection[str]) -> dict[str, int]:
    """Copy what belongs to the *allowed* inputs; returns the numbers of their statements."""
    with edition.store() as target, target.writing() as writing:
        store.copy_inputs(connection, writing, allowed)
        told = store.statement_ids_kept(writing)
        every = store.proposal_numbers(connection)
        withheld = {number for id_, number in every.items() if id_ not in told}
        numbers = {id_: number for id_, number in every.items() if id_ in told}
        decided = {f"{_PROPOSAL}{number}" for number in set(numbers.values()) - withheld}
        store.copy_reviews(connection, writing, {*allowed, *told, *decided})
    return numbers


def _holds_only(edition: Workspace, allowed: Collection[str]) -> bool:
    if not is_workspace(edition.root):
        return False
    with edition.store() as base, base.reading() as connection:
        return store.ids(connection) <= set(allowed)


def _furnish(workspace: Workspace, edition: Workspace) -> None:
    """Give an edition the process, the lexicon, and a way to what is kept once for all."""
    edition.root.mkdir(parents=True, exist_ok=True)
    for place in (workspace.originals, workspace.vectors):
        place.mkdir(exist_ok=True)
        link = edition.root / place.name
        if not os.path.lexists(link):
            link.symlink_to(os.path.relpath(place, edition.root), target_is_directory=True)
    shutil.copytree(workspace.lexicon, edition.lexicon, dirs_exist_ok=True)
    for file in workspace.root.glob("*.toml"):
        if file.name not in {PROCESS_FILE, store_place.FILE}:
            shutil.copyfile(file, edition.root / file.name)
    if url := store_place.beside(workspace.root, edition.root.name):
        store_place.keep(edition.root, url)
    whole_files.write_whole(edition.process_file, workspace.process_file.read_bytes())


def _begin(workspace: Workspace, audience: Audience) -> Path:
    """A place for an edition that was not used before, so that readers of the old one go on."""
    folder = workspace.root / FOLDER
    folder.mkdir(exist_ok=True)
    used = [int(path.suffix[1:]) for path in folder.glob(f"{audience}.*") if path.is_dir()]
    return folder / f"{audience}.{max(used, default=0) + 1}"


def _point(workspace: Workspace, audience: Audience, place: Path) -> None:
    """Make *place* the edition, and clear away those before the last."""
    whole_files.write_whole(_pointer(workspace, audience), place.name.encode())
    for path in (workspace.root / FOLDER).glob(f"{audience}.*"):
        if path.is_dir() and int(path.suffix[1:]) < int(place.suffix[1:]) - 1:
            _clear_away(path)


def _clear_away(place: Path) -> None:
    """Where somebody still reads it, another time."""
    with suppress(StocktakeError):
        store_place.drop(place)
        shutil.rmtree(place, ignore_errors=True)


def _drop(workspace: Workspace, audience: Audience) -> None:
    _pointer(workspace, audience).unlink(missing_ok=True)


def _place(workspace: Workspace, audience: Audience) -> Path | None:
    pointer = _pointer(workspace, audience)
    return pointer.parent / pointer.read_text("utf-8") if pointer.exists() else None


def _pointer(workspace: Workspace, audience: Audience) -> Path:
    return workspace.root / FOLDER / f"{audience}{_POINTER}"
