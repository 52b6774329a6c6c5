"""What lies at the paths a user names: files, folders and archives, in a fixed order."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from stocktake.errors import ReadError, StocktakeError
from stocktake.services import archives, store_place
from stocktake.services.paths import existing
from stocktake.services.workspace import DATABASE, PROCESS_FILE, is_workspace
from stocktake.settings import Limits

MANIFESTS = ("manifest.csv", "manifest.jsonl")
SYSTEM_FILES = frozenset({"thumbs.db", "desktop.ini", "__macosx", "icon\r"})
OFFICE_LOCK = "~$"
FOLDERS = frozenset({"originals", "report", "lexicon", "answers"})


@dataclass(frozen=True, slots=True)
class Offered:
    """A file to take in. *path* is where it lies on disk, for the manifest; *problem* says why an
    archive could not be taken apart, or not wholly, and is itself taken in."""

    name: str
    path: Path
    stream: BinaryIO
    problem: StocktakeError | None = None


@dataclass(frozen=True, slots=True)
class Skipped:
    """A hidden file, one of the operating system or of a workspace, a link to a folder."""

    path: Path


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A file or folder that cannot be opened."""

    error: StocktakeError


Found = Offered | Skipped | Unreadable


def gather(
    wanted: Iterable[tuple[Path, str]], limits: Limits, aside: frozenset[Path]
) -> Iterator[Found]:
    """All that lies at the paths *wanted*, each with the name a single file there goes by; those
    *aside* (manifests) are passed over.

    NotFoundError if one of the paths does not exist. Each stream is closed once the next is asked
    for.
    """
    for path, name in [(existing(path), name) for path, name in wanted]:
        if path.is_dir():
            yield from _folder(path, limits, aside)
        elif path.absolute() not in aside:
            yield from _file(path, name, limits)


def manifest_in(folder: Path) -> Path | None:
    """The manifest that lies in *folder*, if there is one."""
    return next((folder / name for name in MANIFESTS if (folder / name).is_file()), None)


def _folder(root: Path, limits: Limits, aside: frozenset[Path]) -> Iterator[Found]:
    unreadable: list[OSError] = []
    for folder, subfolders, names in os.walk(root, onerror=unreadable.append):
        here = Path(folder)
        skipped = [name for name in subfolders if _is_aside(here / name)]
        subfolders[:] = sorted(set(subfolders) - set(skipped))
        yield from (Skipped(here / name) for name in sorted(skipped))
        for name in sorted(names):
            path = here / name
            if path.absolute() in aside:
                continue
            if _is_aside(path):
                yield Skipped(path)
            else:
                yield from _file(path, path.relative_to(root).as_posix(), limits)
    yield from (Unreadable(closed(Path(error.filename), error)) for error in unreadable)


def _is_aside(path: Path) -> bool:
    name = path.name.lower()
    if path.is_dir() and path.is_symlink():
        return True
    if name.startswith((".", OFFICE_LOCK)) or name in SYSTEM_FILES:
        return True
    if path.is_dir():
        return _is_other_workspace(path) or _is_of_workspace(path)
    return name in {PROCESS_FILE, store_place.FILE} or name.startswith(DATABASE)


def _is_other_workspace(folder: Path) -> bool:
    return is_workspace(folder) and store_place.is_here(folder)


def _is_of_workspace(folder: Path) -> bool:
    return folder.name in FOLDERS and is_workspace(folder.parent)


def _file(path: Path, name: str, limits: Limits) -> Iterator[Found]:
    if not path.is_file():
        yield Skipped(path)
        return
    try:
        stream = path.open("rb")
    except OSError as error:
        yield Unreadable(closed(path, error))
        return
    with stream:
        if archives.is_archive(stream, name):
            yield from _archive(path, name, stream, limits)
        else:
            yield Offered(name, path.absolute(), stream)


def _archive(path: Path, name: str, stream: BinaryIO, limits: Limits) -> Iterator[Found]:
    try:
        for inner, content in archives.members(stream, name, limits):
            inner_path = path.absolute() / inner.removeprefix(f"{name}/")
            if any(_is_aside(Path(part)) for part in inner_path.parts[len(path.parts) :]):
                yield Skipped(inner_path)
            else:
                yield Offered(inner, inner_path, content)
    except ReadError as error:
        stream.seek(0)
        yield Offered(name, path.absolute(), stream, error)


def closed(path: Path, error: OSError) -> ReadError:
    """The error for a file that the system does not let us read."""
    return ReadError(
        f"cannot be opened ({error.strerror}).",
        remedy="Check who may read it.",
        place=str(path),
    )
