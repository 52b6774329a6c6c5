"""Withdrawing what was published already, with a trace: it stays, and does not count.

A withdrawal is a Review of the input. From the next build on the input's result is left out, and
its line in the ledger tells when it was withdrawn, by whom and why. What was said of it before,
in stocks that are frozen, stays as it was.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import Connection

from stocktake import store
from stocktake.errors import UsageError
from stocktake.model import Metadatum, Review, ReviewState, content_id
from stocktake.model.withdrawals import WITHDRAWN
from stocktake.services.reviewing import find_input
from stocktake.services.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """Who withdraws an input, or lets it count again, at which moment (ISO), and why."""

    by: str
    at: str
    reason: str = ""


def withdraw(connection: Connection, input_id: str, how: Withdrawal) -> Review:
    """Withdraw an input; UsageError if it is withdrawn already."""
    if input_id in withdrawn(connection):
        raise UsageError("this input is withdrawn already.")
    return _keep(connection, input_id, how, ("", WITHDRAWN))


def restore(connection: Connection, input_id: str, how: Withdrawal) -> Review:
    """Let a withdrawn input count again; UsageError if it is not withdrawn."""
    if input_id not in withdrawn(connection):
        raise UsageError("this input is not withdrawn.")
    return _keep(connection, input_id, how, (WITHDRAWN, ""))


def by_name(workspace: Workspace, which: str, how: Withdrawal, *, undo: bool = False) -> Review:
    """Withdraw the input that came under the name *which*, or whose id begins so; or *undo* that.

    NotFoundError if there is no such input, or several; UsageError without a reason.
    """
    if not undo and not how.reason.strip():
        raise UsageError("a reason is missing.", remedy="Say why: --reason TEXT.")
    with workspace.store() as base, base.writing() as connection:
        found = find_input(store.taken(connection), which)
        return (restore if undo else withdraw)(connection, found.id, how)


def withdrawn(connection: Connection) -> dict[str, Review]:
    """The withdrawals that stand, by the ids of their inputs."""
    last = {review.record_id: review for review in store.reviews(connection, WITHDRAWN)}
    return {id_: review for id_, review in last.items() if review.human_value}


def told(standing: Mapping[str, Review]) -> dict[str, Metadatum]:
    """What each withdrawal tells of its input: the day, by whom, and why."""
    return {
        id_: Metadatum(WITHDRAWN, _words(review), WITHDRAWN) for id_, review in standing.items()
    }


def _words(review: Review) -> str:
    reason = f": {review.note}" if review.note else ""
    return f"{review.at[:10]}, by {review.reviewer}{reason}"


def _keep(
    connection: Connection, input_id: str, how: Withdrawal, values: tuple[str, str]
) -> Review:
    count = len(store.reviews(connection))
    review = Review(
        id=content_id(input_id, WITHDRAWN, *values, how.by, how.at, count),
        record_id=input_id,
        state=ReviewState.REJECTED if values[1] else ReviewState.MACHINE,
        field=WITHDRAWN,
        machine_value=values[0],
        human_value=values[1],
        reviewer=how.by,
        at=how.at,
        note=how.reason.strip(),
    )
    store.add_review(connection, review)
    return review
