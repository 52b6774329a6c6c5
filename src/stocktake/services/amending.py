"""Amendments that people enter, and what they say of those that were found.

Each is a Review that holds the amendment whole, tied to a provision and the hash of its text.
"""

from __future__ import annotations

from dataclasses import replace

from stocktake import store
from stocktake.errors import NotFoundError, UsageError
from stocktake.model import (
    Amendment,
    AmendmentResult,
    JudgedAmendment,
    Review,
    ReviewState,
    content_id,
    judged_amendments,
)
from stocktake.model.amendment_reviews import FIELD, record_of
from stocktake.model.codec import dumps
from stocktake.services import amending_checks, amendments, clock, drafts
from stocktake.services.amending_checks import Told
from stocktake.services.amendments import OnDraft
from stocktake.services.deciding import Person
from stocktake.services.workspace import Workspace

_SHORTEST = 6
_LIST = "See them with: stocktake draft amendments"


def enter(
    workspace: Workspace, told: Told, person: Person, label: str | None = None
) -> AmendmentResult:
    """Keep an amendment to the draft with that label, or the latest; how it fares there alone.

    NotFoundError for a place or words that are not in the draft, UsageError for what is not clear
    or not said, SettingsError for an actor that nobody knows.
    """
    one = drafts.one(workspace, label)
    amendment = amending_checks.made(workspace, one, told)
    _keep(workspace, (None, amendment), ReviewState.EDITED, person)
    return amending_checks.alone(workspace, one, amendment)


def confirm(
    workspace: Workspace, which: str, person: Person, label: str | None = None
) -> AmendmentResult:
    """Say that an amendment (the beginning of its id) is right as it stands on a draft: it is tied
    to the words that its provision has there."""
    found, item = _find(workspace, which, label)
    tied = amending_checks.tied(found.one, item)
    standing = replace(tied, review=ReviewState.CONFIRMED)
    _keep(workspace, (_machine(workspace, item), standing), ReviewState.CONFIRMED, person)
    return amending_checks.alone(workspace, found.one, standing)


def edit(
    workspace: Workspace, which: str, told: Told, person: Person, label: str | None = None
) -> AmendmentResult:
    """Correct an amendment; what is not told stays as it was. Errors are those of ``enter``."""
    if told == Told():
        raise UsageError("nothing is corrected.", remedy="Say what: --in, --old, --new, --actor …")
    found, item = _find(workspace, which, label)
    standing = amending_checks.made(workspace, found.one, told, item)
    _keep(workspace, (_machine(workspace, item), standing), ReviewState.EDITED, person)
    return amending_checks.alone(workspace, found.one, standing)


def reject(workspace: Workspace, which: str, person: Person, label: str | None = None) -> None:
    """Say that what was found is no amendment."""
    _, item = _find(workspace, which, label)
    was = _machine(workspace, item) or item
    _keep(workspace, (was, None), ReviewState.REJECTED, person)


def undo(workspace: Workspace, which: str, person: Person) -> None:
    """Take back the last thing that was said of an amendment; NotFoundError if nothing was."""
    near = [item for item in _judged(workspace).values() if _begins(item.id, which)]
    if len(near) != 1:
        raise NotFoundError(
            f"{'several amendments were' if near else 'no amendment was'} judged as {which!r}.",
            remedy="See what people said: stocktake draft amendments --reviewed, or --rejected",
        )
    last = near[0].stands or near[0].found
    if last:
        _keep(workspace, (last, None), ReviewState.MACHINE, person)


def _keep(
    workspace: Workspace,
    values: tuple[Amendment | None, Amendment | None],
    state: ReviewState,
    person: Person,
) -> None:
    """Keep a Review: *values* are the amendment as it was found and as the person left it."""
    when = person.at or clock.now()
    id_ = next(value.id for value in values if value)
    was, now = (dumps(value) if value else "" for value in values)
    with workspace.store() as base, base.writing() as connection:
        count = len(store.reviews(connection))
        review = Review(
            id=content_id(id_, FIELD, was, now, person.name, when, count),
            record_id=record_of(id_),
            state=state,
            field=FIELD,
            machine_value=was,
            human_value=now,
            reviewer=person.name,
            at=when,
            note=person.note,
        )
        store.add_review(connection, review)


def _judged(workspace: Workspace) -> dict[str, JudgedAmendment]:
    with workspace.store() as base, base.reading() as connection:
        return judged_amendments(store.reviews(connection))


def _machine(workspace: Workspace, item: Amendment) -> Amendment | None:
    """The amendment as the machine found it; None where a person entered it."""
    judged = _judged(workspace).get(item.id)
    return judged.found if judged else item


def _find(workspace: Workspace, which: str, label: str | None) -> tuple[OnDraft, Amendment]:
    found = amendments.on_draft(workspace, label)
    near = [item.amendment for item in found.results if _begins(item.amendment.id, which)]
    if len(near) != 1:
        raise NotFoundError(
            f"{'no' if not near else 'more than one'} amendment begins with {which!r}.",
            remedy=f"Give {_SHORTEST} or more digits of an id. {_LIST}",
        )
    return found, near[0]


def _begins(id_: str, which: str) -> bool:
    return len(which) >= _SHORTEST and id_.startswith(which.lower())
