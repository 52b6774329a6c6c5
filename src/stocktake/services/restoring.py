"""A workspace made of a backup: in a new folder, each file checked, the whole verified."""

from __future__ import annotations

import hashlib
import shutil
import tarfile
import zlib
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import IO

from stocktake.errors import IntegrityError, NotFoundError, ReadError, StocktakeError, UsageError
from stocktake.services import moving, store_place, whole_files
from stocktake.services.backing_up import KEPT, SUMS
from stocktake.services.progress import SILENT, Progress
from stocktake.services.verifying import Verified, verify
from stocktake.services.workspace import DATABASE, PROCESS_FILE, Workspace

CHUNK = 1 << 20
BROKEN = (tarfile.TarError, zlib.error, EOFError, OSError)
_OUTSIDE = frozenset({"", ".", "..", "/"})
_PLAIN = frozenset({tarfile.REGTYPE, tarfile.AREGTYPE})
_FOLDERS = frozenset(pattern.split("/")[0] for pattern in KEPT if pattern[0] != "*")


@dataclass(frozen=True, slots=True)
class _Unpacked:
    """A file that was unpacked to *path*, with the sha256 of what came."""

    name: str
    path: Path
    sha256: str


def restore(
    path: Path, folder: Path, progress: Progress = SILENT, url: str | None = None
) -> Verified:
    """Make a workspace in *folder*, which must be new or empty, of the backup at *path*; its
    records come to *url*, or into the folder.

    It is a workspace from the moment when all of it was verified. UsageError for another folder,
    NotFoundError without a backup, ReadError if it is damaged or none, IntegrityError if what it
    holds is not what was kept; the folder is then empty.
    """
    if not path.is_file():
        raise NotFoundError(f"there is no file {path}.", remedy="Name a file that backup wrote.")
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise UsageError(f"{folder} is not empty.", remedy="Name a folder that is new or empty.")
    if url:
        store_place.check_new(url)
    folder.mkdir(parents=True, exist_ok=True)
    try:
        return _restored(path, folder, progress, url)
    except BaseException:
        with suppress(StocktakeError):
            store_place.drop(folder)
        for place in folder.iterdir():
            shutil.rmtree(place) if place.is_dir() else place.unlink()
        raise


def _restored(path: Path, folder: Path, progress: Progress, url: str | None) -> Verified:
    found = {item.name: item for item in _unpacked(path, folder)}
    _check(found, str(path))
    if url:
        moving.load(folder / DATABASE, folder, url)
        for file in folder.glob(f"{DATABASE}*"):
            file.unlink()
    outcome = verify(Workspace(folder.absolute()), progress)
    if outcome.faults:
        raise IntegrityError(
            f"{len(outcome.faults)} things are not what they were when they were kept: "
            f"{outcome.faults[0]}",
            remedy="Restore an earlier backup.",
            place=str(path),
        )
    found[PROCESS_FILE].path.replace(folder / PROCESS_FILE)
    return outcome


def _unpacked(path: Path, folder: Path) -> Iterator[_Unpacked]:
    try:
        with tarfile.open(path) as tar:
            for member in tar:
                stream = tar.extractfile(_checked(member, path, folder))
                if stream is None:
                    raise ReadError(f"{member.name} holds nothing.", place=str(path))
                yield _written(member.name, stream, _place(folder, member.name))
    except BROKEN as error:
        raise ReadError(
            f"cannot be read to its end ({error}).",
            remedy="It is damaged or no backup: take another copy of it.",
            place=str(path),
        ) from error


def _checked(member: tarfile.TarInfo, path: Path, folder: Path) -> tarfile.TarInfo:
    """A member that is a plain file of a workspace, at a place of its own within the folder."""
    parts = PurePosixPath(member.name).parts
    is_inside = not _OUTSIDE & set(member.name.split("/")) and "\\" not in member.name
    is_ours = member.name in {DATABASE, SUMS} or member.name.endswith(".toml")
    is_ours = is_ours and member.name != store_place.FILE
    if not (is_inside and (is_ours or parts[0] in _FOLDERS) and member.type in _PLAIN):
        raise ReadError(
            f"holds {member.name!r}, which is no part of a workspace.",
            remedy="Restore only what stocktake backup wrote.",
            place=str(path),
        )
    if _place(folder, member.name).exists():
        raise ReadError(f"holds {member.name} twice.", place=str(path))
    if member.size > shutil.disk_usage(folder).free:
        raise StocktakeError(
            f"there is no room for {member.name}.", remedy="Name a folder on a larger disk."
        )
    return member


def _place(folder: Path, name: str) -> Path:
    """Where a member goes; the file that makes a folder a workspace has its name last of all."""
    return folder / (f"{whole_files.PART}{name}" if name == PROCESS_FILE else name)


def _written(name: str, stream: IO[bytes], target: Path) -> _Unpacked:
    total = hashlib.sha256()
    target.parent.mkdir(parents=True, exist_ok=True)
    with target.open("xb") as file:
        while piece := stream.read(CHUNK):
            total.update(piece)
            file.write(piece)
    return _Unpacked(name, target, total.hexdigest())


def _check(found: dict[str, _Unpacked], place: str) -> None:
    """ReadError unless *found* is just what the list of the backup names; the list then goes."""
    sums = found.pop(SUMS, None)
    if sums is None or not {PROCESS_FILE, DATABASE} <= found.keys():
        raise ReadError("is no backup, or not all of one.", place=place)
    lines = sums.path.read_text("utf-8", "replace").splitlines()
    listed = {name: sha256 for sha256, _, name in (line.partition("  ") for line in lines)}
    wrong = {
        name
        for name in listed.keys() | found.keys()
        if name not in found or listed.get(name) != found[name].sha256
    }
    if wrong:
        raise ReadError(
            f"{min(wrong)} is not what was backed up.",
            remedy="The backup is damaged: take another copy of it.",
            place=place,
        )
    sums.path.unlink()
