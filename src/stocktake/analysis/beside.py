"""Parts of an analysis that may be done beside others; who calls it knows how."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol, TypeVar

R = TypeVar("R")


class Beside(Protocol):
    """Begins a call; what comes back gives its result when it is asked for."""

    def __call__(self, function: Callable[[], R], /) -> Callable[[], R]:
        """*function* is pure, and neither reads nor writes anything."""
        ...


def when_asked(function: Callable[[], R], /) -> Callable[[], R]:
    """Beside nothing: the call is made when its result is asked for."""
    return function
