"""Progress on standard error: a bar with the time left on a terminal, plain lines elsewhere."""

from __future__ import annotations

import sys
import time
from dataclasses import dataclass

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    SpinnerColumn,
    TaskID,
    TextColumn,
    TimeRemainingColumn,
)

SECONDS_BETWEEN_LINES = 5.0


@dataclass(slots=True)
class Bar:
    """A bar for each piece of work, gone when it is done."""

    _progress: Progress | None = None
    _task: TaskID | None = None

    def begin(self, what: str, total: int | None) -> None:
        self._progress = Progress(
            SpinnerColumn(),
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            TimeRemainingColumn(),
            console=Console(stderr=True),
            transient=True,
        )
        self._task = self._progress.add_task(what, total=total)
        self._progress.start()

    def advance(self) -> None:
        if self._progress and self._task is not None:
            self._progress.advance(self._task)

    def end(self) -> None:
        if self._progress:
            self._progress.stop()
            self._progress = None


@dataclass(slots=True)
class Lines:
    """A line every few seconds, and one when the work is done."""

    _what: str = ""
    _total: int | None = None
    _done: int = 0
    _told: int = 0
    _said: float = 0.0

    def begin(self, what: str, total: int | None) -> None:
        self._what, self._total = what, total
        self._done, self._told, self._said = 0, 0, time.monotonic()

    def advance(self) -> None:
        self._done += 1
        if time.monotonic() - self._said > SECONDS_BETWEEN_LINES:
            self._say()

    def end(self) -> None:
        if self._done > self._told:
            self._say()

    def _say(self) -> None:
        self._said, self._told = time.monotonic(), self._done
        of = f" of {self._total:,}" if self._total else ""
        print(f"{self._what}: {self._done:,}{of}", file=sys.stderr, flush=True)  # noqa: T201


def shown() -> Bar | Lines:
    """The progress that suits where standard error goes."""
    return Bar() if sys.stderr.isatty() else Lines()
