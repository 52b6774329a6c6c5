"""What a worker may touch: no network, no file to change, no process but its own children.

Whoever gets a parser to do what it should not, gets no further than its worker. What the kernel
does not grant is left out: ``granted`` tells what it does.
"""

from __future__ import annotations

import os
import shutil
import socket
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from stocktake.settings import Limits
from stocktake.workers import landlock, seccomp

SYSTEM = ("/usr", "/lib", "/lib64", "/bin", "/etc", "/proc", "/sys", "/dev", "/opt", "/nix")
NOWHERE = Path(os.devnull)
VARIABLES = ("TESSDATA_PREFIX", "STOCKTAKE_MODELS")


@dataclass(frozen=True, slots=True)
class Reach:
    """Which files a worker gets at: it reads beneath *reads*, where programs and libraries lie,
    and beneath *writes*; None: it reads everything. It writes beneath *writes* alone, and in a
    folder of its own that goes with it."""

    reads: tuple[Path, ...] | None = None
    writes: tuple[Path, ...] = ()


NO_FILES = Reach(reads=())
ALL_READING = Reach()


@dataclass(frozen=True, slots=True)
class Granted:
    """What the kernel grants: that *files* can be kept away, and system *calls*."""

    files: bool
    calls: bool


def confine(reach: Reach) -> Granted:
    """Give up, for good, whatever this process and its children are not to touch."""
    scratch = _own_scratch()
    reads = None if reach.reads is None else (*reach.reads, *_programs())
    files = landlock.restrict(reads, (*reach.writes, scratch, NOWHERE))
    return Granted(files, seccomp.restrict())


def scratch_of(pid: int) -> Path:
    """The folder for what the worker of that id writes for itself; whoever ends it removes it."""
    return Path(tempfile.gettempdir(), f"stocktake-worker-{pid}")


def clear(scratch: Path) -> None:
    """Remove what a worker wrote for itself."""
    shutil.rmtree(scratch, ignore_errors=True)


def _own_scratch() -> Path:
    scratch = scratch_of(os.getpid())
    clear(scratch)
    scratch.mkdir(mode=0o700)
    os.environ["TMPDIR"] = tempfile.tempdir = str(scratch)
    return scratch


def _programs() -> Iterator[Path]:
    """Where Python, its packages and the programs and data of the system lie."""
    yield from map(Path, SYSTEM)
    yield from (Path(entry or ".") for entry in sys.path)
    yield from map(Path, (sys.prefix, sys.base_prefix, sys.executable))
    yield from (Path(os.environ[name]) for name in VARIABLES if os.environ.get(name))


def granted() -> Granted:
    """What ``confine`` comes to on this machine, tried in a worker of its own."""
    from stocktake.workers.crew import run_isolated

    return run_isolated(_tried, limits=Limits(seconds=30, ocr_seconds=0))


def _tried() -> Granted:
    return Granted(_is_refused(_write), _is_refused(_connect))


def _is_refused(deed: Callable[[], None]) -> bool:
    try:
        deed()
    except PermissionError:
        return True
    return False


def _write() -> None:
    path = Path(tempfile.gettempdir()).parent / f".stocktake-{os.getpid()}"
    path.touch(exist_ok=False)
    path.unlink()


def _connect() -> None:
    socket.socket().close()
