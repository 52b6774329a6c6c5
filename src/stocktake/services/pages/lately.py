"""What was made lately, kept to be given again: the last so many, each under its key."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

Key = TypeVar("Key", bound=Hashable)
Made = TypeVar("Made")


class Lately(Generic[Key, Made]):
    """The last *most* things that were made, each made once as long as it is kept."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._made: dict[Key, Made] = {}

    def once(self, key: Key, make: Callable[[], Made]) -> Made:
        """What was made under *key*, or is made now; the one made first makes room."""
        found = self._made.get(key)
        if found is None:
            found = make()
            if key not in self._made and len(self._made) >= self._most:
                self._made.pop(next(iter(self._made)), None)
            self._made[key] = found
        return found
