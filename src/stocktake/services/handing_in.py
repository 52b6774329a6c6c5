"""Handing in: a file or typed text is received, seen as it was read, corrected, published.

What is received is kept, but is no input until the secretariat publishes it. Each step and its
entry in the log are one transaction: what was acknowledged is there once, or nothing is.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import BinaryIO

from sqlalchemy import Connection

from stocktake import lexicon, store, workers
from stocktake.errors import LimitError, NotFoundError, UsageError
from stocktake.lexicon.files import digest
from stocktake.model import Document, Input, Metadatum, Statement
from stocktake.model.accounts import Account, Permission
from stocktake.model.audit import Deed
from stocktake.model.submissions import Submission, SubmissionState
from stocktake.services import metadata_checks, originals, process_file, reading
from stocktake.services.media_types import media_type
from stocktake.services.metadata_checks import Known
from stocktake.services.people import moments, secrets
from stocktake.services.reading import Task
from stocktake.services.workspace import Workspace
from stocktake.store import Store

ORIGIN = "handed in"
TOLD = ("title", "actor", "date", "meeting", "kind", "language", "confidentiality")
_CHECKED = ("actor", "date", "meeting", "kind", "language")
_OPEN = frozenset({SubmissionState.RECEIVED, SubmissionState.RETURNED})
_HEAD = 4096
_NO_NAME = "document"


@dataclass(frozen=True, slots=True)
class Desk:
    """Where things are handed in: the workspace with its store, by whom, and when."""

    workspace: Workspace
    base: Store
    account: Account
    now: datetime


@dataclass(frozen=True, slots=True)
class HowRead:
    """How a submission was read: its text, and what was said in it."""

    document: Document
    statements: tuple[Statement, ...]


def hand_in(
    desk: Desk, stream: BinaryIO, name: str, told: Mapping[str, str], replaces: str | None = None
) -> Submission:
    """Receive a file; *replaces* is an earlier submission of the account that it stands for.

    The same file with the same things told of it is received once, however often it is sent: a
    sender who got no answer sends it again.

    UsageError for what cannot be told of it, LimitError for a file that is too large, NotFoundError
    if there is nothing of the account's to replace.
    """
    checked = _checked(desk, told)
    size = _size(stream)
    refuse_size(desk.workspace, size)
    original = originals.keep(desk.workspace, stream)
    originals.settle_in(desk.workspace, [original.sha256])
    made = Submission(
        secrets.new_id(),
        desk.account.id,
        moments.told(desk.now),
        SubmissionState.RECEIVED,
        original.sha256,
        plain_name(name),
        checked,
        replaces=replaces,
    )
    with desk.base.writing() as connection:
        before = _same(store.submissions(connection, desk.account.id), made)
        if before:
            return before
        if replaces:
            before = _own(connection, desk, replaces)
            store.change_submission(connection, replace(before, state=SubmissionState.REPLACED))
        store.add_submission(connection, made)
        _log(connection, desk, "handed in", made)
    return made


def type_in(desk: Desk, text: str, told: Mapping[str, str]) -> Submission:
    """Receive typed text; UsageError if there is none."""
    if not text.strip():
        raise UsageError("there is nothing to hand in.", remedy="Choose a file or type a text.")
    name = f"{told.get('title', '').strip() or _NO_NAME}.txt"
    return hand_in(desk, io.BytesIO(text.replace("\r\n", "\n").encode()), name, told)


def how_read(workspace: Workspace, submission: Submission) -> HowRead:
    """How the program reads a submission, without taking it in; ReadError or LimitError if it
    cannot be read."""
    limits = process_file.load(workspace.process_file).limits
    path = originals.path_of(workspace, submission.input_id)
    with path.open("rb") as file:
        kind = media_type(submission.name, file.read(_HEAD))
    input_ = Input(submission.input_id, submission.name, kind, path.stat().st_size)
    words = (workspace.lexicon, digest(workspace.lexicon))
    task = Task(input_, path, tuple(_metadata(submission)), (), words, limits)
    outcome = workers.run_isolated(reading.work, task, limits=limits, reach=workspace.reach)
    return HowRead(outcome.document, tuple(outcome.findings.statements))


def correct(desk: Desk, submission_id: str, told: Mapping[str, str]) -> Submission:
    """Change what is told of an own submission that is not published."""
    checked = _checked(desk, told)
    with desk.base.writing() as connection:
        found = _own(connection, desk, submission_id)
        _refuse_closed(found)
        changed = replace(found, told=checked, state=SubmissionState.RECEIVED, reason="")
        store.change_submission(connection, changed)
        _log(connection, desk, "corrected", changed)
    return changed


def withdraw(desk: Desk, submission_id: str) -> Submission:
    """Take back an own submission that is not published; what it was stays in the log."""
    return _changed(desk, submission_id, SubmissionState.WITHDRAWN, "withdrew", "")


def give_back(desk: Desk, submission_id: str, reason: str) -> Submission:
    """Return a submission to its sender; UsageError without a reason."""
    if not reason.strip():
        raise UsageError("a reason is missing.", remedy="Say what its sender should change.")
    return _changed(desk, submission_id, SubmissionState.RETURNED, "returned", reason.strip())


def publish(desk: Desk, submission_id: str) -> Submission:
    """Make a submission an input, which the next build takes stock of."""
    with desk.base.writing() as connection:
        found = _any(connection, submission_id)
        _refuse_closed(found)
        path = originals.path_of(desk.workspace, found.input_id)
        with path.open("rb") as file:
            kind = media_type(found.name, file.read(_HEAD))
        input_ = Input(found.input_id, found.name, kind, path.stat().st_size)
        store.add_inputs(connection, [input_])
        store.tell(connection, {found.input_id: list(_metadata(found))})
        changed = replace(found, state=SubmissionState.PUBLISHED)
        store.change_submission(connection, changed)
        _log(connection, desk, "published", changed)
    return changed


def own(desk: Desk) -> list[Submission]:
    """What the account handed in, the latest first."""
    with desk.base.reading() as connection:
        return store.submissions(connection, desk.account.id)


def every(desk: Desk) -> list[Submission]:
    """What all handed in, the latest first."""
    with desk.base.reading() as connection:
        return store.submissions(connection)


def one(desk: Desk, submission_id: str) -> Submission:
    """A submission that the account may see: its own, or any if it admits; NotFoundError else."""
    with desk.base.reading() as connection:
        if desk.account.may(Permission.ADMIT):
            return _any(connection, submission_id)
        return _own(connection, desk, submission_id)


def _changed(
    desk: Desk, submission_id: str, state: SubmissionState, act: str, reason: str
) -> Submission:
    with desk.base.writing() as connection:
        by_sender = state is SubmissionState.WITHDRAWN
        found = (
            _own(connection, desk, submission_id) if by_sender else _any(connection, submission_id)
        )
        _refuse_closed(found)
        changed = replace(found, state=state, reason=reason)
        store.change_submission(connection, changed)
        _log(connection, desk, act, changed)
    return changed


def _checked(desk: Desk, told: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """What is told, as far as it can be; a delegate speaks for no one but the own actor."""
    values = {name: told.get(name, "").strip() for name in (*TOLD, "question")}
    if desk.account.actor_id and not desk.account.may(Permission.ADMIT):
        values["actor"] = desk.account.actor_id
    settings = process_file.load(desk.workspace.process_file)
    known = Known.of(settings.process, lexicon.load(desk.workspace.lexicon))
    for name in _CHECKED:
        if values[name]:
            metadata_checks.check(name, values[name], "", known)
    return tuple((name, value) for name, value in values.items() if value)


def _metadata(submission: Submission) -> list[Metadatum]:
    return [Metadatum(name, value, ORIGIN) for name, value in submission.told if name in TOLD]


def _size(stream: BinaryIO) -> int:
    size = stream.seek(0, io.SEEK_END)
    stream.seek(0)
    if not size:
        raise UsageError("the file is empty.", remedy="Choose another one.")
    return size


def _same(known: Iterable[Submission], made: Submission) -> Submission | None:
    """What was received already and says the same."""
    said = _said(made)
    received = (item for item in known if item.state is SubmissionState.RECEIVED)
    return next((item for item in received if _said(item) == said), None)


def _said(item: Submission) -> tuple[object, ...]:
    return item.input_id, item.name, item.told, item.replaces


def refuse_size(workspace: Workspace, size: int) -> None:
    """LimitError for a file that is larger than one may be."""
    most = process_file.load(workspace.process_file).limits.file_bytes
    if size > most:
        raise LimitError(f"the file has {size:,} bytes.", remedy=f"At most {most:,} are taken.")


def _refuse_closed(submission: Submission) -> None:
    if submission.state not in _OPEN:
        raise UsageError(f"this submission is {submission.state} already.")


def plain_name(name: str) -> str:
    """The last part of a file's name, without what no name should hold."""
    last = name.replace("\\", "/").rsplit("/", 1)[-1]
    kept = "".join(letter for letter in last if letter.isprintable()).strip(". ")
    return kept[-200:] or _NO_NAME


def _any(connection: Connection, submission_id: str) -> Submission:
    found = store.submission(connection, submission_id)
    if found is None:
        raise NotFoundError("there is no such submission.")
    return found


def _own(connection: Connection, desk: Desk, submission_id: str) -> Submission:
    found = _any(connection, submission_id)
    if found.account_id != desk.account.id:
        raise NotFoundError("there is no such submission.")
    return found


def _log(connection: Connection, desk: Desk, act: str, submission: Submission) -> None:
    told = {"name": submission.name, "sha256": submission.input_id, "reason": submission.reason}
    detail = tuple((name, value) for name, value in told.items() if value)
    deed = Deed(moments.told(desk.now), desk.account.id, act, submission.id, detail)
    store.log(connection, deed)
