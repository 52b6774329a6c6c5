"""The other side of a worker: start it, give it one task after another, and see it die."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from typing import IO, Any, Protocol

from stocktake.errors import StocktakeError
from stocktake.settings import Limits
from stocktake.workers.confining import ALL_READING, Reach, clear, scratch_of
from stocktake.workers.copies import copied, may_copy
from stocktake.workers.deaths import death
from stocktake.workers.watching import Watch
from stocktake.workers.wire import receive, send

_ONE_THREAD = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "OMP_THREAD_LIMIT"), "1")


class Process(Protocol):
    """What is needed of ``subprocess.Popen``."""

    pid: int
    stdin: IO[bytes] | None
    stdout: IO[bytes] | None
    returncode: int | None

    def poll(self) -> int | None: ...

    def wait(self, timeout: float | None = None) -> int: ...


class Worker:
    """A process that runs tasks one at a time, and is replaced by a new one when it ends.

    The first is *first*, if it is given and alive.
    """

    def __init__(
        self, limits: Limits, first: Process | None = None, reach: Reach = ALL_READING
    ) -> None:
        self._limits = limits
        self._rules = (limits, reach)
        self._process = first if first and first.poll() is None else None
        if self._process:
            _tell(self._process, self._rules)
        self._closed = False
        self._lock = threading.Lock()

    def run(self, function: Callable[..., Any], arguments: tuple[Any, ...]) -> Any:
        """The result of ``function(*arguments)``, or the StocktakeError that stands for it.

        Processor time is bounded by the worker itself; the clock, which also counts what OCR
        takes, and how many processes it starts, by this side.
        """
        process = self._started()
        watch = Watch(process.pid, self._limits, lambda: kill(process))
        try:
            return self._ask(process, function, arguments)
        except (EOFError, OSError):
            code = self._buried(process)
            return watch.verdict or death(code, self._limits)
        finally:
            watch.end()

    def close(self) -> None:
        """Kill the process, and start none any more; safe from any thread, at any time."""
        with self._lock:
            self._closed = True
            process, self._process = self._process, None
        if process:
            kill(process)

    def _ask(
        self,
        process: Process,
        function: Callable[..., Any],
        arguments: tuple[Any, ...],
    ) -> Any:
        assert process.stdin
        assert process.stdout
        send(process.stdin, (function, arguments))
        went_well, result, worn_out = receive(process.stdout)
        if worn_out:
            self._buried(process)
        if not went_well:
            assert isinstance(result, StocktakeError)
        return result

    def _started(self) -> Process:
        with self._lock:
            if self._closed:
                raise EOFError
            if self._process is None:
                self._process = launch()
                _tell(self._process, self._rules)
            return self._process

    def _buried(self, process: Process) -> int | None:
        with self._lock:
            if self._process is process:
                self._process = None
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(0.2)
        code = process.returncode
        kill(process)
        return code


def spare() -> Process | None:
    """A worker that has loaded already what this process has, if this can be copied."""
    return copied(_ONE_THREAD) if may_copy() else None


def launch() -> Process:
    """A fresh worker that waits to be told its limits.

    It has a process group of its own, so that Ctrl-C reaches only this side.
    """
    path = os.pathsep.join(entry for entry in sys.path if entry)
    process = subprocess.Popen(
        [sys.executable, "-m", "stocktake.workers"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**os.environ, **_ONE_THREAD, "PYTHONPATH": path, "PYTHONHASHSEED": "0"},
        start_new_session=True,
    )
    _tell(process, list(sys.path))
    return process


def _tell(process: Process, *messages: object) -> None:
    assert process.stdin
    with contextlib.suppress(OSError):
        for message in messages:
            send(process.stdin, message)


def kill(process: Process) -> None:
    """End a worker with all that it started."""
    with contextlib.suppress(OSError):
        if hasattr(os, "killpg"):
            os.killpg(process.pid, signal.SIGKILL)
        else:
            os.kill(process.pid, signal.SIGTERM)  # which ends it at once where there are no groups
    process.wait()
    clear(scratch_of(process.pid))
    for stream in (process.stdin, process.stdout):
        if stream:
            with contextlib.suppress(OSError):
                stream.close()
