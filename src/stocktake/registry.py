"""One way to add a part: by hand in its room, or by entry point from another package."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.metadata import EntryPoint, entry_points
from typing import Generic, TypeVar

from stocktake.errors import UsageError

T = TypeVar("T")


class Registry(Generic[T]):
    """Named parts of one kind.

    Built-in parts are given to the constructor; parts of other packages are found under the
    entry point group ``stocktake.<kind>s`` (``_`` for a space) and loaded when first asked for.
    """

    def __init__(self, kind: str, built_in: dict[str, T]) -> None:
        self.kind = kind
        self._built_in = dict(built_in)

    def names(self) -> list[str]:
        """All known names, in alphabetical order."""
        return sorted({*self._built_in, *self._plugged_in()})

    def get(self, name: str) -> T:
        """Return the part called *name*; UsageError lists the known names if there is none."""
        if name in self._built_in:
            return self._built_in[name]
        plugged_in = self._plugged_in()
        if name in plugged_in:
            part: T = plugged_in[name].load()
            return part
        raise UsageError(
            f"there is no {self.kind} called {name!r}.",
            remedy=f"Known: {', '.join(self.names())}.",
        )

    def __iter__(self) -> Iterator[tuple[str, T]]:
        return ((name, self.get(name)) for name in self.names())

    def _plugged_in(self) -> dict[str, EntryPoint]:
        group = f"stocktake.{self.kind.replace(' ', '_')}s"
        return {point.name: point for point in entry_points(group=group)}
