"""Watches a task from outside: how long it takes, and how many processes it starts."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from stocktake.errors import LimitError
from stocktake.settings import Limits
from stocktake.workers.deaths import over_crowd, over_time

MOST_PROCESSES = 32
_PAUSE = 0.5
_PROC = Path("/proc")


class Watch:
    """Calls *stop* as soon as the task of the process group *pid* goes too far; *verdict* is then
    how far."""

    def __init__(self, pid: int, limits: Limits, stop: Callable[[], None]) -> None:
        self.verdict: LimitError | None = None
        self._pid = pid
        self._limits = limits
        self._stop = stop
        self._over = threading.Event()
        self._until = time.monotonic() + limits.seconds + limits.ocr_seconds
        threading.Thread(target=self._look, daemon=True).start()

    def end(self) -> None:
        """Look no more."""
        self._over.set()

    def _look(self) -> None:
        while not self._over.wait(min(_PAUSE, max(0, self._until - time.monotonic()))):
            self.verdict = self._judged()
            if self.verdict:
                self._stop()
                return

    def _judged(self) -> LimitError | None:
        if time.monotonic() >= self._until:
            return over_time(self._limits)
        crowd = processes_of(self._pid) > MOST_PROCESSES
        return over_crowd(MOST_PROCESSES) if crowd else None


def processes_of(group: int) -> int:
    """How many processes live in a process group; 0 where there is no ``/proc``."""
    return sum(_lives_in(group, entry) for entry in _PROC.glob("[0-9]*"))


def _lives_in(group: int, entry: Path) -> bool:
    with suppress(OSError, IndexError, ValueError):
        # The name of the program stands in brackets, and may hold anything.
        told = (entry / "stat").read_text(errors="replace").rpartition(")")[2].split()
        return told[0] != "Z" and int(told[2]) == group
    return False
