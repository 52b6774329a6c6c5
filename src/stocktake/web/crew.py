"""Copies of this process that do the same work, kept at their number until told to end.

A copy shares with its first process what was read before, so that it costs little and starts at
once. Whatever must not be shared, such as an open database, is let go of before.
"""

from __future__ import annotations

import gc
import multiprocessing
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from multiprocessing.connection import wait
from multiprocessing.context import ForkProcess
from threading import Event

from stocktake.errors import StocktakeError

_COPIES = multiprocessing.get_context("fork")
_LOOK_EVERY = 0.5
_AT_ONCE = 1.0
_MOST_AT_ONCE = 5
SIGNALS = (signal.SIGINT, signal.SIGTERM)


@dataclass(slots=True)
class Crew:
    """*count* copies that do *work*; each has *grace* seconds to end what is under way."""

    work: Callable[[], None]
    count: int
    grace: float
    copies: dict[ForkProcess, float] = field(default_factory=dict)
    failures: int = 0

    def run(self) -> None:
        """Work until a signal tells to end. StocktakeError if copies end as soon as they begin."""
        gc.collect()
        gc.freeze()
        with _until_told() as ending:
            try:
                while not ending.is_set():
                    self._fill_up()
                    wait([copy.sentinel for copy in self.copies], _LOOK_EVERY)
                    self._count_out()
            finally:
                self._end()

    def _fill_up(self) -> None:
        while len(self.copies) < self.count:
            copy = _COPIES.Process(target=_do, args=(self.work,))
            copy.start()
            self.copies[copy] = time.monotonic()

    def _count_out(self) -> None:
        for copy, since in [*self.copies.items()]:
            if not copy.is_alive():
                del self.copies[copy]
                self.failures = self.failures + 1 if time.monotonic() - since < _AT_ONCE else 0
        if self.failures >= _MOST_AT_ONCE:
            raise StocktakeError("the processes that answer end as soon as they begin.")

    def _end(self) -> None:
        for copy in self.copies:
            copy.terminate()
        for copy in self.copies:
            copy.join(self.grace)
            copy.kill()
            copy.join()


def _do(work: Callable[[], None]) -> None:
    for number in SIGNALS:
        signal.signal(number, signal.SIG_DFL)
    try:
        work()
    except KeyboardInterrupt:
        return


@contextmanager
def _until_told() -> Iterator[Event]:
    """An event that is set by the signals that end a program."""
    ending = Event()
    before = {number: signal.signal(number, lambda *_: ending.set()) for number in SIGNALS}
    try:
        yield ending
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
