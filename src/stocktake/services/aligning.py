"""What people say of which provision of one draft became which of a later one."""

from __future__ import annotations

from stocktake import legal, store
from stocktake.errors import NotFoundError, UsageError
from stocktake.model import Became, Draft, Review, ReviewState, content_id
from stocktake.model.aligned import decided, record_of_drafts
from stocktake.services import clock, drafts
from stocktake.services.deciding import Person
from stocktake.services.workspace import Workspace


def decide(
    workspace: Workspace,
    labels: tuple[str, str],
    said: Became,
    person: Person,
    *,
    undo: bool = False,
) -> Review:
    """Keep that provisions of one draft became those of another; *undo* takes it back.

    NotFoundError if a draft or provision is not there, UsageError if nothing is said.
    """
    if not said.old and not said.new:
        raise UsageError("no provision is named.", remedy="Say --old ID, --new ID, or both.")
    old, new = (drafts.one(workspace, label).draft for label in labels)
    _check(old, said.old, labels[0])
    _check(new, said.new, labels[1])
    machine = next((item for item in legal.align(old, new) if set(item.old) & set(said.old)), None)
    found = Became(machine.old, machine.new) if machine else Became((), said.new)
    when = person.at or clock.now()
    state = ReviewState.CONFIRMED if found == said else ReviewState.EDITED
    with workspace.store() as base, base.writing() as connection:
        count = len(store.reviews(connection))
        review = Review(
            id=content_id(old.id, new.id, str(said), undo, person.name, when, count),
            record_id=record_of_drafts(old.id, new.id),
            state=ReviewState.MACHINE if undo else state,
            field=said.field,
            machine_value=str(found),
            human_value="" if undo else str(said),
            reviewer=person.name,
            at=when,
            note=person.note,
        )
        store.add_review(connection, review)
    return review


def said_of(workspace: Workspace, old: Draft, new: Draft) -> tuple[Became, ...]:
    """What people decided of the alignment of two drafts."""
    with workspace.store() as base, base.reading() as connection:
        return decided(store.reviews(connection), old.id, new.id)


def _check(draft: Draft, ids: tuple[str, ...], label: str) -> None:
    known = {item.id for item in draft.provisions}
    strange = [id_ for id_ in ids if id_ not in known]
    if strange:
        raise NotFoundError(
            f"the draft {label!r} has no provision {strange[0]!r}.",
            remedy=f"See them with: stocktake draft show {label}",
        )
