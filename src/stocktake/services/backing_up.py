"""A backup: all of a workspace that cannot be made anew, in one tar file, while it is in use.

Editions, pictures, vectors, reports and exports are made of the rest by the next build, and stay
out. ``SHA256SUMS`` is the last member, in the form that ``sha256sum --check`` reads.
"""

from __future__ import annotations

import hashlib
import io
import tarfile
import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from stocktake import store
from stocktake.errors import UsageError
from stocktake.services import store_place, whole_files
from stocktake.services.progress import SILENT, Progress, told
from stocktake.services.workspace import DATABASE, Workspace

SUMS = "SHA256SUMS"
# What is handed out as a whole, and the tables that people wrote, in the folder or one below.
KEPT = ("*.toml", "*/*.toml", "originals/*/*", "lexicon/**/*", "answers/**/*")
OWNER_ONLY = 0o600
_PACKED = (".gz", ".tgz")


@dataclass(frozen=True, slots=True)
class BackedUp:
    """Where the backup is, how many *files* it holds, and how large it is in bytes."""

    path: Path
    files: int
    size: int


@dataclass(frozen=True, slots=True)
class _Hashed:
    """A stream that knows the hash of what was read from it."""

    stream: BinaryIO
    total: hashlib._Hash = field(default_factory=hashlib.sha256)

    def read(self, size: int = -1) -> bytes:
        piece = self.stream.read(size)
        self.total.update(piece)
        return piece


def backup(workspace: Workspace, path: Path, progress: Progress = SILENT) -> BackedUp:
    """Write the backup to *path*, packed if its name ends in .gz; it appears when it is whole.

    UsageError if something is there already, or if the database is not one that can be copied.
    """
    if path.exists():
        raise UsageError(f"{path} is there already.", remedy="Name a file that is not there.")
    folder = path.absolute().parent
    # The database first: what it knows of is on the disk by then, and originals only grow.
    with (
        whole_files.unfinished(folder, OWNER_ONLY) as file,
        tempfile.TemporaryDirectory(prefix=whole_files.PART, dir=folder) as room,
    ):
        database = Path(room) / DATABASE
        with workspace.store() as base, base.reading() as connection:
            store.snapshot(connection, database)
        named = {DATABASE: database, **files(workspace.root)}
        with _archive(file.stream, is_packed=path.suffix in _PACKED) as tar:
            members = told(progress, "backing up", sorted(named.items()), len(named))
            sums = "".join(f"{_add(tar, name, place)}  {name}\n" for name, place in members)
            tar.addfile(_member(SUMS, len(sums.encode())), io.BytesIO(sums.encode()))
        file.move_to(path)
    return BackedUp(path, len(named), path.stat().st_size)


def files(root: Path, *more: str) -> dict[str, Path]:
    """The files of the workspace in *root* that cannot be made anew, and those of the patterns
    *more*, by their names within it: none that is not whole or belongs to this machine alone."""
    return {
        path.relative_to(root).as_posix(): path
        for pattern in (*KEPT, *more)
        for path in root.glob(pattern)
        if path.is_file()
        and path.name != store_place.FILE
        and not path.name.startswith(whole_files.PART)
    }


def _add(tar: tarfile.TarFile, name: str, path: Path) -> str:
    """Put a file into the archive; returns the sha256 of what was put there."""
    with path.open("rb") as stream:
        hashed = _Hashed(stream)
        tar.addfile(_member(name, path.stat().st_size), hashed)
    return hashed.total.hexdigest()


def _member(name: str, size: int) -> tarfile.TarInfo:
    member = tarfile.TarInfo(name)
    member.size = size
    member.mode = OWNER_ONLY
    return member


def _archive(stream: BinaryIO, *, is_packed: bool) -> tarfile.TarFile:
    opened = tarfile.TarFile.gzopen if is_packed else tarfile.TarFile.taropen
    return opened("", "w", stream, format=tarfile.PAX_FORMAT)
