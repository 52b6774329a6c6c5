"""A workspace copied whole, to another folder and, if asked, another database."""

from __future__ import annotations

import shutil
from contextlib import closing
from pathlib import Path

from stocktake import store
from stocktake.errors import IntegrityError, UsageError
from stocktake.services import store_place, whole_files
from stocktake.services.backing_up import files
from stocktake.services.progress import SILENT, Progress, told
from stocktake.services.verifying import Verified, verify
from stocktake.services.workspace import PROCESS_FILE, Workspace, is_workspace

MARK = ".copy-of"
VECTORS = "vectors/*"


def copy(
    source: Workspace, folder: Path, url: str | None = None, progress: Progress = SILENT
) -> Verified:
    """Copy *source* to *folder*, its records to *url* or into that folder, and verify all.

    While others use it: what comes is how it stands at one moment. A copy that was broken off
    goes on when it is asked for again; until all is there and verified, *folder* is no workspace.
    UsageError if something else is there, IntegrityError if what came is not what was sent.
    """
    target = Workspace(folder.absolute())
    _begin(source, target, url)
    with source.store() as base, base.reading() as connection, target.store() as other:
        for _ in told(progress, "copying records", store.transfer(connection, other), None):
            pass
    found = sorted(files(source.root, VECTORS).items())
    for name, path in told(progress, "copying files", found, len(found)):
        if name != PROCESS_FILE:
            _copy_file(path, target.root / name)
    outcome = verify(target, progress)
    if outcome.faults:
        raise IntegrityError(
            f"{len(outcome.faults)} things are not what they were when they were kept: "
            f"{outcome.faults[0]}",
            remedy="Mend the workspace that was copied; “stocktake verify” tells how it is.",
            place=str(source.root),
        )
    whole_files.write_whole(target.process_file, source.process_file.read_bytes())
    (target.root / MARK).unlink()
    return outcome


def load(file: Path, root: Path, url: str) -> None:
    """Bring the records of a SQLite *file* to *url*, for the workspace in *root*."""
    store_place.check_new(url)
    store_place.keep(root, url)
    with (
        closing(store.open_store(f"sqlite:///{file}")) as base,
        base.reading() as connection,
        closing(store.open_store(url)) as target,
    ):
        for _ in store.transfer(connection, target):
            pass


def _begin(source: Workspace, target: Workspace, url: str | None) -> None:
    """Make the folder, or go on with one in which the same copy was begun."""
    mark = target.root / MARK
    told_now = f"{source.root}\n{url or ''}\n"
    if mark.is_file() and mark.read_text("utf-8") == told_now:
        return
    if is_workspace(target.root) or (target.root.exists() and any(target.root.iterdir())):
        raise UsageError(
            f"{target.root} is not empty.", remedy="Name a folder that is new or empty."
        )
    if url:
        store_place.check_new(url)
    target.root.mkdir(parents=True, exist_ok=True)
    whole_files.write_whole(mark, told_now.encode())
    if url:
        store_place.keep(target.root, url)


def _copy_file(source: Path, target: Path) -> None:
    if target.is_file() and target.stat().st_size == source.stat().st_size:
        return
    with source.open("rb") as stream, whole_files.unfinished(target.parent) as file:
        shutil.copyfileobj(stream, file.stream)
        file.move_to(target)
