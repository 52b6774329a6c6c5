"""Workers that start, and import what they need, while this side still gets ready itself."""

from __future__ import annotations

from collections.abc import Sequence
from subprocess import Popen
from types import TracebackType

from stocktake.workers.host import kill, launch


class Ahead:
    """*count* processes that import *modules*; those that nobody takes are killed at the end."""

    def __init__(self, count: int, modules: Sequence[str]) -> None:
        self.waiting = [launch(modules) for _ in range(count)]

    def __enter__(self) -> Ahead:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        while self.waiting:
            kill(self.waiting.pop())

    def next(self) -> Popen[bytes] | None:
        """One that is given away; None if none is left."""
        return self.waiting.pop() if self.waiting else None
