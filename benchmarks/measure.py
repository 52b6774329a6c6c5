"""Time and peak memory of a command with all of its children."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

PROC = Path("/proc")
_UNCOMPILED = "PYTHONDONTWRITEBYTECODE"


@dataclass(frozen=True, slots=True)
class Measured:
    """Wall time in seconds, peak of the proportional set sizes of all processes in bytes,
    processor time of all processes that were waited for in seconds."""

    seconds: float
    peak_bytes: int
    processor_seconds: float


def measure(command: Sequence[str]) -> Measured:
    """Run *command* to its end, compiled as an installed program is; CalledProcessError if it
    fails."""
    environment = {name: value for name, value in os.environ.items() if name != _UNCOMPILED}
    started, used = time.perf_counter(), _used()
    process = subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, env=environment
    )
    peak = 0
    while process.poll() is None:
        peak = max(peak, sum(memory_of(pid) for pid in tree(process.pid)))
        time.sleep(0.05)
    seconds = time.perf_counter() - started
    if process.returncode:
        _, message = process.communicate()
        raise subprocess.CalledProcessError(process.returncode, command, stderr=message)
    return Measured(seconds, peak, _used() - used)


def _used() -> float:
    """Processor time of all children that have ended so far, in seconds."""
    times = os.times()
    return times.children_user + times.children_system


def tree(root: int) -> Iterator[int]:
    """*root* and all processes below it."""
    yield root
    try:
        threads = list((PROC / str(root) / "task").iterdir())
        children = " ".join((thread / "children").read_text() for thread in threads)
    except (FileNotFoundError, ProcessLookupError):
        return
    for child in children.split():
        yield from tree(int(child))


def processor_seconds(root: int) -> float:
    """The processor time of *root* and all processes below it, those that ended included."""
    return sum(_ticks(pid) for pid in tree(root)) / os.sysconf("SC_CLK_TCK")


def _ticks(pid: int) -> int:
    try:
        told = (PROC / str(pid) / "stat").read_text()
    except (FileNotFoundError, ProcessLookupError):
        return 0
    return sum(int(word) for word in told.rpartition(")")[2].split()[11:15])


def memory_of(pid: int) -> int:
    """Proportional set size in bytes; 0 for a process that has just gone."""
    try:
        lines = (PROC / str(pid) / "smaps_rollup").read_text().splitlines()
    except (FileNotFoundError, ProcessLookupError, PermissionError):
        return 0
    return sum(int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:"))
