"""A build that goes on while a server answers: started, watched, in a process of its own."""

from __future__ import annotations

import fcntl
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import BinaryIO

from stocktake.errors import UsageError
from stocktake.services.workspace import Workspace

LOG = "build.log"
GUARD = "build.lock"
_LINES = 12


@dataclass(frozen=True, slots=True)
class BuildState:
    """Whether a build *is_running*, how the last one ended (None: none yet, or running), and the
    last lines that it wrote."""

    is_running: bool
    code: int | None
    lines: tuple[str, ...]


class Builder:
    """Starts builds of one workspace, one at a time, however many processes have a Builder; *how*
    is the command that builds: ``build``, or ``demo`` for the example."""

    def __init__(self, workspace: Workspace, how: str = "build") -> None:
        self._workspace = workspace
        root = str(workspace.root)
        self._command = ["demo", root] if how == "demo" else ["build", "-w", root]
        self._lock = Lock()
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start a build; UsageError while one is running."""
        with self._lock, self._guard().open("wb") as guard:
            if not _is_free(guard):
                raise UsageError("a build is running.", remedy="Wait until it is done.")
            with self._log().open("wb") as log:
                self._process = subprocess.Popen(
                    [sys.executable, "-m", "stocktake", *self._command],
                    stdin=subprocess.DEVNULL,
                    stdout=log,
                    stderr=log,
                    start_new_session=True,
                    pass_fds=[guard.fileno()],
                )

    def state(self) -> BuildState:
        """How it stands."""
        with self._lock:
            running = self._is_running()
            code = self._process.poll() if self._process and not running else None
        text = self._log().read_text("utf-8", "replace") if self._log().exists() else ""
        return BuildState(running, code, tuple(text.splitlines()[-_LINES:]))

    def _is_running(self) -> bool:
        with self._guard().open("ab") as guard:
            return not _is_free(guard)

    def _guard(self) -> Path:
        """The file that a build holds as long as it runs, whoever started it."""
        return self._workspace.root / GUARD

    def _log(self) -> Path:
        return self._workspace.root / LOG


def _is_free(guard: BinaryIO) -> bool:
    """Whether nobody holds the file; it is then held until all who have it open have closed it."""
    try:
        fcntl.flock(guard, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
