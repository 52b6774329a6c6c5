"""The bundled example beside a workspace that holds nothing yet: shown in its place, labelled, and
gone in one step. It is a workspace of its own, so nothing of it gets into the other."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from stocktake.errors import UsageError
from stocktake.services import editions, starting, taking
from stocktake.services.background import Builder
from stocktake.services.progress import SILENT, Progress
from stocktake.services.workspace import Workspace, is_workspace
from stocktake.store import Store, inputs

FOLDER = "example"
TITLE = "Your process"


class State(StrEnum):
    """How an example stands."""

    ABSENT = "absent"
    COMING = "coming"
    SHOWN = "shown"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Example:
    """Where the example of a workspace is, and what makes it while a server goes on."""

    workspace: Workspace
    builder: Builder

    @property
    def is_there(self) -> bool:
        """Whether it can be shown: its report is what is written last."""
        return any(self.workspace.report.glob("*"))

    def state(self) -> State:
        """How it stands."""
        if not self.workspace.root.is_dir():
            return State.ABSENT
        if self.builder.state().is_running:
            return State.COMING
        return State.SHOWN if self.is_there else State.FAILED

    def begin(self) -> None:
        """Make it, while others go on; UsageError if it is there already."""
        if self.state() in {State.COMING, State.SHOWN}:
            raise UsageError("the example is there already, or is being made.")
        shutil.copytree(taking.EXAMPLE, self.workspace.root / FOLDER, dirs_exist_ok=True)
        self.builder.start()

    def remove(self) -> None:
        """Take it away; UsageError while it is being made."""
        if self.state() is State.COMING:
            raise UsageError("the example is being made.", remedy="Wait until it is done.")
        shutil.rmtree(self.workspace.root, ignore_errors=True)


def of(workspace: Workspace) -> Example:
    """The example of a workspace, which may not be there."""
    place = Workspace(workspace.root / editions.FOLDER / FOLDER)
    return Example(place, Builder(place, "demo"))


def is_empty(base: Store) -> bool:
    """Whether a workspace holds no input at all."""
    with base.reading() as connection:
        return inputs.is_empty(connection)


def workspace_with(folder: Path, progress: Progress = SILENT) -> Workspace:
    """The workspace in *folder*, a new one if there is none, with the example beside it.

    UsageError for a workspace that holds inputs: nothing would be seen of the example.
    """
    found = Workspace(folder.absolute()) if is_workspace(folder) else starting.init(folder, TITLE)
    with found.store() as base:
        if not is_empty(base):
            raise UsageError(f"{folder} holds inputs already.", remedy="Serve it without --demo.")
    made = of(found)
    if made.state() is not State.SHOWN:
        taking.demo(made.workspace.root, progress=progress)
    return found
