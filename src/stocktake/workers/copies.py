"""Workers that are copies of this process, which has imported already what they need.

A copy holds none of our files, and has a process group of its own. It is made only while there is
one thread: another could leave it a lock that nobody opens.
"""

from __future__ import annotations

import contextlib
import gc
import os
import signal
import subprocess
import threading
import time
from typing import IO, NoReturn

from stocktake.workers import serve

_POLL_SECONDS = 0.01


class Copied:
    """The other side of a copy, as ``subprocess.Popen`` is that of a fresh process."""

    def __init__(self, pid: int, stdin: IO[bytes], stdout: IO[bytes]) -> None:
        self.pid = pid
        self.stdin: IO[bytes] | None = stdin
        self.stdout: IO[bytes] | None = stdout
        self.returncode: int | None = None
        self._lock = threading.Lock()

    def poll(self) -> int | None:
        """Its exit code if it has ended, as subprocess tells it: a signal if negative."""
        with self._lock:
            if self.returncode is None:
                self.returncode = self._ended()
            return self.returncode

    def wait(self, timeout: float | None = None) -> int:
        """Its exit code once it has ended; subprocess.TimeoutExpired after *timeout* seconds."""
        started = time.monotonic()
        while (code := self.poll()) is None:
            if timeout is not None and time.monotonic() - started > timeout:
                raise subprocess.TimeoutExpired("a copy", timeout)
            time.sleep(_POLL_SECONDS)
        return code

    def _ended(self) -> int | None:
        try:
            pid, status = os.waitpid(self.pid, os.WNOHANG)
        except ChildProcessError:  # somebody else heard of it
            return 0
        return os.waitstatus_to_exitcode(status) if pid else None


def may_copy() -> bool:
    """Whether this process can be copied, and nothing speaks against it."""
    return hasattr(os, "fork") and threading.active_count() == 1


def copied(environment: dict[str, str]) -> Copied:
    """A copy of this process that waits to be told its limits, then for tasks."""
    requests, stdin = os.pipe()
    stdout, answers = os.pipe()
    pid = os.fork()
    if pid == 0:
        _serve(requests, answers, environment)
    with contextlib.suppress(OSError):  # it may have done so itself
        os.setpgid(pid, pid)
    os.close(requests)
    os.close(answers)
    return Copied(pid, os.fdopen(stdin, "wb"), os.fdopen(stdout, "rb"))


def _serve(requests: int, answers: int, environment: dict[str, str]) -> NoReturn:
    """All that the copy does."""
    code = 1
    try:
        os.setpgid(0, 0)
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        gc.freeze()
        os.environ.update(environment)
        os.dup2(requests, 0)
        os.dup2(answers, 1)
        os.dup2(os.open(os.devnull, os.O_RDWR), 2)
        os.closerange(3, os.sysconf("SC_OPEN_MAX"))
        serve.serve(*serve.channels())
        code = 0
    finally:
        os._exit(code)
