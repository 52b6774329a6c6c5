"""Files that come in pieces, over lines that break: begun, gone on with, handed in or given up.

What came lies in ``uploads/`` in a file of its own, whose length is how far it is; so nothing is
lost when the line or the server breaks. Only who began an upload sees it.
"""

from __future__ import annotations

import fcntl
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

from stocktake.errors import LimitError, NotFoundError, StocktakeError, UsageError
from stocktake.model.uploads import Upload
from stocktake.services import handing_in, originals, process_file
from stocktake.services.handing_in import Desk
from stocktake.services.people import moments, secrets
from stocktake.services.workspace import Workspace
from stocktake.store import Store, uploads

HOURS = 48
AT_ONCE = 5
OWNER_ONLY = 0o600
_FOLDER = "uploads"
_SHA256 = re.compile(r"[0-9a-f]{64}")


class ConflictError(StocktakeError):
    """A piece does not begin where the last one ended."""

    http_status = 409


class BusyError(StocktakeError):
    """Another piece of the same upload is coming."""

    http_status = 423


class ChecksumError(StocktakeError):
    """What came is not what was announced; it was given up."""

    http_status = 460


@dataclass(frozen=True, slots=True)
class Begun:
    """An upload, and how many bytes of it came."""

    upload: Upload
    offset: int

    @property
    def is_whole(self) -> bool:
        return self.offset == self.upload.size


class Part:
    """An upload while a piece of it comes: bytes are added, never more than were announced."""

    def __init__(self, stream: BinaryIO, upload: Upload, offset: int) -> None:
        self._stream = stream
        self._upload = upload
        self.offset = offset

    def write(self, piece: bytes) -> None:
        """Add bytes; LimitError if they are more than were announced, and none of them stays."""
        if self.offset + len(piece) > self._upload.size:
            raise LimitError(f"more than the {self._upload.size:,} bytes that were announced came.")
        self._stream.write(piece)
        self.offset += len(piece)


def begin(desk: Desk, name: str, size: int, sha256: str = "") -> Begun:
    """Announce a file; LimitError if it is too large or too much is under way, UsageError for what
    can be no file."""
    if size <= 0:
        raise UsageError("the file is empty.", remedy="Choose another one.")
    if sha256 and not _SHA256.fullmatch(sha256):
        raise UsageError("sha256 must have 64 hexadecimal digits, in lower case.")
    handing_in.refuse_size(desk.workspace, size)
    clear(desk.workspace, desk.base, desk.now)
    made = Upload(
        secrets.new_id(),
        desk.account.id,
        handing_in.plain_name(name),
        size,
        sha256,
        moments.later(desk.now, hours=HOURS),
    )
    with desk.base.writing() as connection:
        _refuse_too_many(desk, uploads.uploads_of(connection, desk.account.id), size)
        uploads.add_upload(connection, made)
    path = _path(desk.workspace, made.id)
    path.parent.mkdir(exist_ok=True)
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, OWNER_ONLY))
    return Begun(made, 0)


def one(desk: Desk, upload_id: str) -> Begun:
    """How far an upload of the account is; NotFoundError if it is none of its, or no longer."""
    with desk.base.reading() as connection:
        found = uploads.upload(connection, upload_id)
    if found is None or found.account_id != desk.account.id:
        raise _none()
    path = _path(desk.workspace, found.id)
    if found.until < moments.told(desk.now) or not path.is_file():
        raise _none()
    return Begun(found, path.stat().st_size)


def own(desk: Desk) -> list[Begun]:
    """The uploads of the account that are under way or whole, and not yet handed in."""
    with desk.base.reading() as connection:
        every = uploads.uploads_of(connection, desk.account.id)
    kept = [item for item in every if item.until >= moments.told(desk.now)]
    paths = {item.id: _path(desk.workspace, item.id) for item in kept}
    return [Begun(item, paths[item.id].stat().st_size) for item in kept if paths[item.id].is_file()]


@contextmanager
def going_on(desk: Desk, upload_id: str, offset: int) -> Iterator[Part]:
    """Take further bytes from *offset* on; all that came stays, whatever breaks.

    NotFoundError as ``one``, ConflictError if *offset* is not where it ended, BusyError while
    another piece is coming, ChecksumError if the whole is not what was announced.
    """
    upload = one(desk, upload_id).upload
    with _path(desk.workspace, upload.id).open("r+b") as stream:
        _lock(stream)
        end = stream.seek(0, os.SEEK_END)
        if offset != end:
            raise ConflictError(f"{end:,} bytes came so far.", remedy="Go on from there.")
        part = Part(stream, upload, offset)
        try:
            yield part
        finally:
            stream.flush()
            os.fsync(stream.fileno())
            with desk.base.writing() as connection:
                until = moments.later(desk.now, hours=HOURS)
                uploads.keep_upload(connection, upload.id, until)
        _check_whole(desk, Begun(upload, part.offset))


@contextmanager
def whole(desk: Desk, upload_id: str) -> Iterator[tuple[BinaryIO, str]]:
    """The bytes of an upload that is whole, with its name; it ends when they were taken."""
    begun = one(desk, upload_id)
    if not begun.is_whole:
        raise UsageError("not all of the file came yet.", remedy="Choose it again to go on.")
    with _path(desk.workspace, upload_id).open("rb") as stream:
        yield stream, begun.upload.name
    _drop(desk, upload_id)


def give_up(desk: Desk, upload_id: str) -> None:
    """Forget an upload of the account; NotFoundError as ``one``."""
    _drop(desk, one(desk, upload_id).upload.id)


def clear(workspace: Workspace, base: Store, now: datetime) -> None:
    """Take away what was not gone on with for HOURS hours, and files of no upload."""
    with base.writing() as connection:
        uploads.drop_uploads_before(connection, moments.told(now))
        known = uploads.upload_ids(connection)
        for path in (workspace.root / _FOLDER).glob("*"):
            if path.name not in known:
                path.unlink(missing_ok=True)


def _refuse_too_many(desk: Desk, under_way: list[Upload], size: int) -> None:
    """A person has so many uploads under way, and room for two of the largest files."""
    room = 2 * process_file.load(desk.workspace.process_file).limits.file_bytes
    total = size + sum(item.size for item in under_way)
    if len(under_way) >= AT_ONCE or total > room:
        raise LimitError(
            f"{len(under_way)} of your files are under way already.",
            remedy="Hand them in or give them up first.",
        )


def _check_whole(desk: Desk, begun: Begun) -> None:
    """A whole file whose sender said its hash is given up if it has another."""
    upload = begun.upload
    if not begun.is_whole or not upload.sha256:
        return
    if originals.hash_of(_path(desk.workspace, upload.id)) != upload.sha256:
        _drop(desk, upload.id)
        raise ChecksumError("what came is not the file that was announced.", remedy="Send it anew.")


def _drop(desk: Desk, upload_id: str) -> None:
    with desk.base.writing() as connection:
        uploads.drop_upload(connection, upload_id)
    _path(desk.workspace, upload_id).unlink(missing_ok=True)


def _lock(stream: BinaryIO) -> None:
    try:
        fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        raise BusyError("another piece of this file is coming.", remedy="Try again.") from error


def _path(workspace: Workspace, upload_id: str) -> Path:
    """Where the bytes lie; *upload_id* is one that the database knows."""
    return workspace.root / _FOLDER / upload_id


def _none() -> NotFoundError:
    return NotFoundError("there is no such upload.", remedy="Send the file anew.")
