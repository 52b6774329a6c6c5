"""Withdrawing what was published, by its sender or the secretariat: the input, what was handed in
and the log change in one transaction, and change back in one."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import Connection

from stocktake import store
from stocktake.errors import NotFoundError, UsageError
from stocktake.model.accounts import Account
from stocktake.model.audit import Deed
from stocktake.model.submissions import Submission, SubmissionState
from stocktake.services import withdrawing
from stocktake.services.people import moments
from stocktake.services.withdrawing import Withdrawal
from stocktake.store import Store

_SENDER = "its sender"
_SECRETARIAT = "the secretariat"


@dataclass(frozen=True, slots=True)
class Act:
    """Who withdraws or restores, when, and why."""

    base: Store
    account: Account
    now: datetime
    reason: str = ""

    def told(self, by: str) -> Withdrawal:
        return Withdrawal(by, moments.told(self.now), self.reason)


def withdraw_own(act: Act, submission_id: str) -> None:
    """Withdraw an own submission that is published. Where somebody else handed in the same file
    and stands by it, that one still counts. UsageError if it is not published."""
    with act.base.writing() as connection:
        found = _own(connection, act, submission_id, SubmissionState.PUBLISHED)
        _change(connection, found, SubmissionState.WITHDRAWN, act.reason)
        if not _of_input(connection, found.input_id, SubmissionState.PUBLISHED):
            withdrawing.withdraw(connection, found.input_id, act.told(_SENDER))
        _log(connection, act, "withdrew after publication", found.input_id)


def restore_own(act: Act, submission_id: str) -> None:
    """Let an own submission count again that its sender withdrew after it was published."""
    with act.base.writing() as connection:
        found = _own(connection, act, submission_id, SubmissionState.WITHDRAWN)
        standing = withdrawing.withdrawn(connection).get(found.input_id)
        if standing is None or standing.reviewer != _SENDER:
            raise UsageError("its sender did not withdraw it after publication.")
        withdrawing.restore(connection, found.input_id, act.told(_SENDER))
        _change(connection, found, SubmissionState.PUBLISHED, "")
        _log(connection, act, "restored", found.input_id)


def can_restore(base: Store, submission: Submission) -> bool:
    """Whether its sender withdrew this submission after it was published."""
    with base.reading() as connection:
        standing = withdrawing.withdrawn(connection).get(submission.input_id)
    is_back = submission.state is SubmissionState.WITHDRAWN
    return is_back and standing is not None and standing.reviewer == _SENDER


def withdraw(act: Act, input_id: str) -> None:
    """Withdraw an input, for the secretariat; UsageError without a reason."""
    if not act.reason.strip():
        raise UsageError("a reason is missing.", remedy="Say why the input is withdrawn.")
    with act.base.writing() as connection:
        _check(connection, input_id)
        withdrawing.withdraw(connection, input_id, act.told(_SECRETARIAT))
        for found in _of_input(connection, input_id, SubmissionState.PUBLISHED):
            _change(connection, found, SubmissionState.WITHDRAWN, act.reason.strip())
        _log(connection, act, "withdrew after publication", input_id)


def restore(act: Act, input_id: str) -> None:
    """Let a withdrawn input count again, for the secretariat."""
    with act.base.writing() as connection:
        _check(connection, input_id)
        withdrawing.restore(connection, input_id, act.told(_SECRETARIAT))
        for found in _of_input(connection, input_id, SubmissionState.WITHDRAWN):
            _change(connection, found, SubmissionState.PUBLISHED, "")
        _log(connection, act, "restored", input_id)


def _check(connection: Connection, input_id: str) -> None:
    if input_id not in store.ids(connection):
        raise NotFoundError("there is no such input.")


def _own(
    connection: Connection, act: Act, submission_id: str, state: SubmissionState
) -> Submission:
    found = store.submission(connection, submission_id)
    if found is None or found.account_id != act.account.id:
        raise NotFoundError("there is no such submission.")
    if found.state is not state or found.input_id not in store.ids(connection):
        raise UsageError(f"this submission is {found.state}.")
    return found


def _of_input(connection: Connection, input_id: str, state: SubmissionState) -> list[Submission]:
    every = store.submissions(connection)
    return [item for item in every if item.input_id == input_id and item.state is state]


def _change(connection: Connection, found: Submission, state: SubmissionState, reason: str) -> None:
    store.change_submission(connection, replace(found, state=state, reason=reason))


def _log(connection: Connection, act: Act, deed: str, input_id: str) -> None:
    detail = (("reason", act.reason.strip()),) if act.reason.strip() else ()
    store.log(connection, Deed(moments.told(act.now), act.account.id, deed, input_id, detail))
