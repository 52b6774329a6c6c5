"""A call in a copy of this process, beside what this one goes on to do.

Only for work of ours on data that is here already: nothing is bounded, and the copy may neither
write anything nor use a database or a lock. What files from anywhere cost is for ``run_many``.
"""

from __future__ import annotations

import gc
import os
import pickle
import signal
from collections.abc import Callable, Mapping
from typing import TypeVar

R = TypeVar("R")


def beside(function: Callable[[], R]) -> Callable[[], R]:
    """Begin *function* now; what is returned waits for its result, or raises what it raised.

    Where a process cannot be copied, or there is one processor only, it is called when its result
    is asked for; so it is if the copy comes to nothing.
    """
    if not hasattr(os, "fork") or (os.cpu_count() or 1) == 1:
        return function
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        _answer(function, writing)
    os.close(writing)
    return lambda: _awaited(function, child, reading)


def side_by_side(functions: Mapping[str, Callable[[], R]]) -> dict[str, R]:
    """What each of *functions* returns, under its name; the first is run here."""
    started = {name: beside(function) for name, function in list(functions.items())[1:]}
    return {name: started.get(name, function)() for name, function in functions.items()}


def _answer(function: Callable[[], R], writing: int) -> None:
    """What the copy does: nothing but to call and to answer, then it is gone."""
    try:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        gc.disable()
        with os.fdopen(writing, "wb") as stream:
            pickle.dump(function(), stream, pickle.HIGHEST_PROTOCOL)
    finally:
        os._exit(0)


def _awaited(function: Callable[[], R], child: int, reading: int) -> R:
    with os.fdopen(reading, "rb") as stream:
        packed = stream.read()
    os.waitpid(child, 0)
    try:
        result: R = pickle.loads(packed)  # noqa: S301 it comes from a copy of this process
    except (EOFError, pickle.UnpicklingError):
        return function()
    return result
