"""The main job in one go: a folder of documents goes in, a sourced report comes out."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from stocktake.errors import UsageError
from stocktake.model import Stock
from stocktake.services import adding, building, reporting, starting, workspace
from stocktake.services.adding import Added
from stocktake.services.building import Also, Built
from stocktake.services.paths import existing
from stocktake.services.progress import SILENT, Progress
from stocktake.services.reporting import Prepared
from stocktake.services.workspace import PROCESS_FILE, Workspace

EXAMPLE = Path(__file__).parent.parent / "demo"


@dataclass(frozen=True, slots=True)
class Wish:
    """What to take stock of. *process* is a process.toml for a new workspace; a folder's own is
    used if none is named. *workers* None: one a processor. *url*: where the records of a new
    workspace are, if not in its folder."""

    paths: tuple[Path, ...]
    into: Path
    manifest: Path | None = None
    process: Path | None = None
    title: str | None = None
    workers: int | None = None
    formats: tuple[str, ...] = reporting.FORMATS
    url: str | None = None
    cluster: str = ""


@dataclass(frozen=True, slots=True)
class TakenStock:
    """What came of it: the files of the report last."""

    workspace: Workspace
    added: Added
    built: Built
    report: tuple[Path, ...]


def take(wish: Wish, progress: Progress = SILENT) -> TakenStock:
    """Make the workspace if it is not there yet, take in, build, and write the report.

    NotFoundError if a path does not exist; nothing is made then.
    """
    for path in wish.paths:
        existing(path)
    if workspace.is_workspace(wish.into):
        place = workspace.at(wish.into)
    else:
        process = wish.process or _process_in(wish.paths)
        title = wish.title or _title(wish.paths)
        place = starting.init(wish.into, title, process, url=wish.url)
    added = adding.add(place, wish.paths, wish.manifest, progress)
    made: list[Prepared] = []

    def prepare(stock: Stock) -> None:
        made.append(reporting.prepare(place, stock, wish.formats))

    built = building.build(
        place, wish.workers, progress, Also(meanwhile=prepare, cluster=wish.cluster)
    )
    written = reporting.write(made[-1], place.report, progress)
    return TakenStock(place, added, built, tuple(written))


def demo(folder: Path, workers: int | None = None, progress: Progress = SILENT) -> TakenStock:
    """Copy the bundled example into *folder* and take stock of it.

    UsageError if the folder holds anything but an earlier demo.
    """
    source = folder / "example"
    if folder.exists() and any(folder.iterdir()) and not source.is_dir():
        raise UsageError(f"{folder} is not empty.", remedy="Name a folder that is not there yet.")
    shutil.copytree(EXAMPLE, source, dirs_exist_ok=True)
    return take(Wish((source,), folder, workers=workers), progress)


def _process_in(paths: Sequence[Path]) -> Path | None:
    found = (path / PROCESS_FILE for path in paths if path.is_dir())
    return next((path for path in found if path.is_file()), None)


def _title(paths: Sequence[Path]) -> str:
    return " and ".join(dict.fromkeys(path.absolute().stem.replace("_", " ") for path in paths))
