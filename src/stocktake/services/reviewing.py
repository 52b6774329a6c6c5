"""What people correct of inputs: it is kept beside what was told or inferred, and replaces it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from stocktake import lexicon, store
from stocktake.errors import NotFoundError, UsageError
from stocktake.model import Review, ReviewState, content_id
from stocktake.services import clock, metadata_checks, process_file
from stocktake.services.metadata import NAMES, split
from stocktake.services.metadata_checks import Known
from stocktake.services.workspace import Workspace
from stocktake.store import Taken


@dataclass(frozen=True, slots=True)
class Correction:
    """A person's word on an input: *which* is a name it came under or the beginning of its id;
    *name* one of title, actor, date, meeting, kind, language, confidentiality; an empty *value*
    takes an earlier correction back."""

    which: str
    name: str
    value: str


def correct(
    workspace: Workspace, correction: Correction, reviewer: str, at: str | None = None
) -> Review:
    """Keep a correction, which holds from the next build on; *at* is now if it is not given.

    UsageError for an unknown name, SettingsError for a value it cannot have, NotFoundError for
    no such input.
    """
    name, value = correction.name, correction.value
    if name not in NAMES:
        raise UsageError(f"inputs have no {name!r}.", remedy=f"One of: {', '.join(NAMES)}.")
    known = _known(workspace)
    for part in split(name, value):
        metadata_checks.check(name, part, "", known)
    when = at or clock.now()
    with workspace.store() as base, base.writing() as connection:
        taken = find_input(store.taken(connection), correction.which)
        review = Review(
            id=content_id(taken.id, name, value, reviewer, when, len(store.reviews(connection))),
            record_id=taken.id,
            state=ReviewState.EDITED if value else ReviewState.MACHINE,
            field=f"metadata.{name}",
            machine_value="; ".join(datum.value for datum in taken.told if datum.name == name),
            human_value=value,
            reviewer=reviewer,
            at=when,
        )
        store.add_review(connection, review)
    return review


def _known(workspace: Workspace) -> Known:
    settings = process_file.load(workspace.process_file)
    return Known.of(settings.process, lexicon.load(workspace.lexicon))


def find_input(taken: Iterable[Taken], which: str) -> Taken:
    """The input of that name or with an id that so begins; NotFoundError unless there is one."""
    every = list(taken)
    found = [item for item in every if which in item.names] or [
        item for item in every if len(which) >= 6 and item.id.startswith(which.lower())
    ]
    if len(found) == 1:
        return found[0]
    if found:
        ids = ", ".join(item.id[:12] for item in found)
        raise NotFoundError(f"{which!r} is several inputs.", remedy=f"Say which: {ids}.")
    raise NotFoundError(
        f"there is no input {which!r}.", remedy="See them with: stocktake show inputs"
    )
