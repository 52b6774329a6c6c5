"""What a worker may use: memory and processor time for each task, no core dumps, no huge files."""

from __future__ import annotations

import math
from pathlib import Path

from stocktake.settings import Limits

try:
    import resource
except ImportError:  # not a POSIX system: the wall clock alone bounds a task
    resource = None  # type: ignore[assignment]

_STATUS = Path("/proc/self/status")


def bound_process(limits: Limits) -> None:
    """Set what holds for the whole life of a worker."""
    if resource:
        _lower(resource.RLIMIT_CORE, 0)
        _lower(resource.RLIMIT_FSIZE, limits.unpacked_bytes)


def bound_task(limits: Limits) -> None:
    """Allow the next task its share on top of what the process has used so far."""
    if not resource:
        return
    used = resource.getrusage(resource.RUSAGE_SELF)
    seconds = used.ru_utime + used.ru_stime + limits.seconds
    _lower(resource.RLIMIT_CPU, math.ceil(seconds))
    if _STATUS.exists():
        _lower(resource.RLIMIT_DATA, data_bytes() + limits.memory_bytes)


def data_bytes() -> int:
    """The private memory that this process has asked for, as the kernel counts it (Linux)."""
    if not _STATUS.exists():
        return 0
    lines = _STATUS.read_text(encoding="ascii", errors="replace").splitlines()
    return next((int(line.split()[1]) * 1024 for line in lines if line.startswith("VmData")), 0)


def _lower(kind: int, value: int) -> None:
    """Set the soft limit, which the next task may raise again, as far as the hard one allows."""
    hard = resource.getrlimit(kind)[1]
    soft = value if hard == resource.RLIM_INFINITY else min(value, hard)
    resource.setrlimit(kind, (soft, hard))
