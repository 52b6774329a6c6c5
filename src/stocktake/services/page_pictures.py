"""Pictures of the pages of PDFs, drawn in a worker of its own and kept from then on."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from stocktake import workers
from stocktake.errors import NotFoundError
from stocktake.model import Input
from stocktake.readers import pictures
from stocktake.services import originals, process_file
from stocktake.services.whole_files import write_whole
from stocktake.services.workspace import Workspace
from stocktake.settings import Limits

PDF = "application/pdf"
FOLDER = "pictures"


@dataclass(frozen=True, slots=True)
class _Task:
    path: Path
    name: str
    page: int


def picture(workspace: Workspace, input_: Input, page: int) -> bytes:
    """Page *page* (from 1) of an input as a PNG; NotFoundError if it has no such page or none at
    all, ReadError or LimitError if it cannot be drawn."""
    if input_.media_type != PDF:
        raise NotFoundError("only PDFs have pages that can be shown.", place=input_.name)
    place = workspace.root / FOLDER / input_.id[:2] / input_.id / f"{page}.png"
    if place.is_file():
        return place.read_bytes()
    limits = process_file.load(workspace.process_file).limits
    task = _Task(originals.path_of(workspace, input_.id), input_.name, page)
    drawn = workers.run_isolated(_draw, task, limits, limits=limits)
    place.parent.mkdir(parents=True, exist_ok=True)
    write_whole(place, drawn)
    return drawn


def _draw(task: _Task, limits: Limits) -> bytes:
    return pictures.picture(task.path.read_bytes(), task.name, task.page, limits)
