"""Workers that are there before their tasks, and have imported what they need."""

from __future__ import annotations

from collections.abc import Sequence
from types import TracebackType

from stocktake.workers.host import Process, kill, ready


class Ahead:
    """*count* processes that have *modules*; those that nobody takes are killed at the end."""

    def __init__(self, count: int, modules: Sequence[str]) -> None:
        self.waiting = [ready(modules) for _ in range(count)]

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

    def next(self) -> Process | None:
        """One that is given away; None if none is left."""
        return self.waiting.pop() if self.waiting else None
