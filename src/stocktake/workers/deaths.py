"""How a worker ended, told as an error."""

from __future__ import annotations

import errno
import signal
import traceback
from pathlib import Path

from stocktake.errors import LimitError, ReadError, StocktakeError
from stocktake.settings import Limits

_OF_MACHINE = {errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EMFILE, errno.ENFILE, errno.EIO}
_REMEDY = "Everything else goes on. Try the file alone; if it happens again, please report it."


class WorkerDied(ReadError):  # noqa: N818 it says what happened
    """A worker ended, or failed, in a way that was not foreseen."""


class MachineError(StocktakeError):
    """The machine cannot do it now: no fault of the file, which is as it was before."""


def over_time(limits: Limits) -> LimitError:
    """The error for a task that took too long."""
    return LimitError(
        f"took longer than the {limits.seconds:g} seconds that are allowed.",
        remedy="If you trust the file, raise seconds under [limits] in process.toml.",
    )


def over_memory(limits: Limits) -> LimitError:
    """The error for a task that wanted too much memory."""
    return LimitError(
        f"needs more than the {limits.memory_bytes:,} bytes of memory that are allowed.",
        remedy="If you trust the file, raise memory_bytes under [limits] in process.toml.",
    )


def over_crowd(most: int) -> LimitError:
    """The error for a task that started more processes than any reader needs."""
    return LimitError(
        f"started more than {most} processes, and was stopped.",
        remedy="No reader needs as many: do not trust this file.",
    )


def death(code: int | None, limits: Limits) -> StocktakeError:
    """The error for a worker that is gone; *code* as subprocess tells it, a signal if negative."""
    if code is not None and code == -getattr(signal, "SIGXCPU", 0):
        return over_time(limits)
    if code is None or code >= 0:
        return WorkerDied(f"made its worker end (exit code {code}).", remedy=_REMEDY)
    name = signal.Signals(-code).name
    hint = ", perhaps for want of memory" if name == "SIGKILL" else ""
    return WorkerDied(f"made its worker crash ({name}{hint}).", remedy=_REMEDY)


def failure(error: BaseException, limits: Limits) -> StocktakeError:
    """What a worker reports of an error that a task raised."""
    if isinstance(error, StocktakeError):
        return error
    if isinstance(error, MemoryError):
        return over_memory(limits)
    if isinstance(error, OSError) and error.errno in _OF_MACHINE:
        return MachineError(
            f"a file cannot be read on this machine now ({error.strerror}).",
            remedy="Make room, then run the same command again: what was done is kept.",
        )
    frames = traceback.extract_tb(error.__traceback__)
    place = f" at {Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else ""
    words = " ".join(f"{type(error).__name__}: {error}".split())[:300]
    return WorkerDied(f"made its worker fail ({words}{place}).", remedy=_REMEDY)
