"""How a verb tells how far it is; doors show it as they can."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Protocol, TypeVar

T = TypeVar("T")


class Progress(Protocol):
    """Hears of work as it goes on. One piece of work at a time."""

    def begin(self, what: str, total: int | None) -> None:
        """Work called *what* begins, of *total* steps if that is known."""
        ...

    def advance(self) -> None:
        """One step is done."""
        ...

    def end(self) -> None:
        """The work that was begun is over."""
        ...


class Silent:
    """Tells nobody."""

    def begin(self, what: str, total: int | None) -> None:
        pass

    def advance(self) -> None:
        pass

    def end(self) -> None:
        pass


SILENT = Silent()


def told(progress: Progress, what: str, items: Iterable[T], total: int | None) -> Iterator[T]:
    """*items* one after another; *progress* hears when each is done with."""
    progress.begin(what, total)
    try:
        for item in items:
            yield item
            progress.advance()
    finally:
        progress.end()
