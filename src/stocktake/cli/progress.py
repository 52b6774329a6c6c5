"""Progress on standard error: a bar with the time left on a terminal, plain lines elsewhere."""

from __future__ import annotations

import sys
from dataclasses import dataclass, field

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

TENTHS = 10


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
    """A line at each tenth of the work."""

    _what: str = ""
    _total: int | None = None
    _done: int = 0
    _shown: set[int] = field(default_factory=set)

    def begin(self, what: str, total: int | None) -> None:
        self._what, self._total, self._done, self._shown = what, total, 0, set()

    def advance(self) -> None:
        self._done += 1
        if not self._total or self._total < TENTHS:
            return
        tenth = self._done * TENTHS // self._total
        if tenth and tenth not in self._shown:
            self._shown.add(tenth)
            self._say(f"{self._what}: {self._done:,} of {self._total:,}")

    def end(self) -> None:
        if self._done and not self._shown:
            self._say(f"{self._what}: {self._done:,}")

    def _say(self, line: str) -> None:
        print(line, file=sys.stderr, flush=True)  # noqa: T201


def shown() -> Bar | Lines:
    """The progress that suits where standard error goes."""
    return Bar() if sys.stderr.isatty() else Lines()
