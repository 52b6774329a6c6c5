"""The workspace: a folder that holds a process, its inputs and all that was made of them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from stocktake.errors import NotFoundError, UsageError
from stocktake.services import store_place
from stocktake.services.store_place import DATABASE
from stocktake.services.whole_files import write_whole
from stocktake.store import Store, open_store
from stocktake.workers import Reach

PROCESS_FILE = "process.toml"

__all__ = ["DATABASE", "PROCESS_FILE", "Workspace", "at", "find", "is_workspace", "make"]


@dataclass(frozen=True, slots=True)
class Workspace:
    """The places in a workspace folder."""

    root: Path

    @property
    def process_file(self) -> Path:
        return self.root / PROCESS_FILE

    @property
    def originals(self) -> Path:
        return self.root / "originals"

    @property
    def report(self) -> Path:
        return self.root / "report"

    @property
    def answers(self) -> Path:
        return self.root / "answers"

    @property
    def vectors(self) -> Path:
        return self.root / "vectors"

    @property
    def lexicon(self) -> Path:
        return self.root / "lexicon"

    @property
    def reach(self) -> Reach:
        """What workers may read: all of it, also where it is but a link to another place."""
        places = (self.root, self.originals, self.lexicon)
        return Reach(reads=tuple(place.resolve() for place in places))

    def open(self) -> Store:
        """The workspace's database, brought up to this version if an earlier one wrote it; the
        caller closes it."""
        return open_store(store_place.url_of(self.root))

    @contextmanager
    def store(self) -> Iterator[Store]:
        """The workspace's database for the time of a ``with``."""
        store = self.open()
        try:
            yield store
        finally:
            store.close()


def find(start: Path) -> Workspace:
    """The workspace in *start* or the nearest folder above it; NotFoundError if there is none."""
    absolute = start.absolute()
    for folder in (absolute, *absolute.parents):
        if is_workspace(folder):
            return Workspace(folder)
    raise NotFoundError(
        f"there is no workspace in {absolute} or above it.",
        remedy="Make one with: stocktake init DIR, or name one with --workspace DIR.",
    )


def at(folder: Path) -> Workspace:
    """The workspace that *folder* itself is; NotFoundError if it is none."""
    if not is_workspace(folder):
        raise NotFoundError(
            f"{folder} is no workspace ({PROCESS_FILE} is missing).",
            remedy=f"Make one with: stocktake init {folder}",
        )
    return Workspace(folder.absolute())


def is_workspace(folder: Path) -> bool:
    return (folder / PROCESS_FILE).is_file()


def make(folder: Path, process: str, url: str | None = None, note: str = "") -> Workspace:
    """Make a workspace in *folder*, which must be new, empty or hold files of other kinds only.

    *process* is the content of its process.toml, *note* of a file that tells what its lexicon is
    for; its records are at *url*, or in the folder. It is a workspace when all of it is there.
    UsageError if a workspace is there already, in the folder or at the URL.
    """
    if is_workspace(folder):
        raise UsageError(
            f"{folder} is a workspace already.", remedy="Add to it with: stocktake add PATH…"
        )
    if folder.exists() and not folder.is_dir():
        raise UsageError(f"{folder} is a file.", remedy="Name a folder.")
    if url:
        store_place.check_new(url)
    workspace = Workspace(folder.absolute())
    for place in (workspace.originals, workspace.report, workspace.lexicon):
        place.mkdir(parents=True, exist_ok=True)
    if note:
        write_whole(workspace.lexicon / "README.txt", note.encode())
    if url:
        store_place.keep(workspace.root, url)
    with workspace.store():
        write_whole(workspace.process_file, process.encode())
    return workspace
