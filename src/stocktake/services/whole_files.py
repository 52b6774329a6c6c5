"""Files written whole: at any moment there is the old one or the new one, never half of one."""

from __future__ import annotations

import fcntl
import os
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

PART = ".part-"


@dataclass(frozen=True, slots=True)
class Unfinished:
    """A file that has no name yet; it vanishes unless it is given one."""

    path: Path
    stream: BinaryIO
    mode: int

    def write(self, data: bytes) -> None:
        self.stream.write(data)

    def move_to(self, target: Path) -> None:
        """Make the file last under its name, in place of what was there; ``settle`` its folder to
        make the name last as well."""
        self.stream.flush()
        os.fsync(self.stream.fileno())
        self.path.chmod(self.mode)
        self.path.replace(target)


@contextmanager
def unfinished(folder: Path, mode: int = 0o644) -> Iterator[Unfinished]:
    """A new file in *folder*, on the disk of the place it will be moved to."""
    folder.mkdir(parents=True, exist_ok=True)
    handle, path = _held(folder)
    try:
        with os.fdopen(handle, "wb") as stream:
            yield Unfinished(path, stream, mode)
    finally:
        path.unlink(missing_ok=True)


def settle(folders: Iterable[Path]) -> None:
    """Have the disk remember which files lie in *folders*, also when the power fails."""
    for folder in folders:
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def sweep(folder: Path) -> None:
    """Remove what programs that were killed left unfinished in *folder*."""
    for path in folder.glob(f"{PART}*"):
        with suppress(OSError), path.open("rb") as stream:
            fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
            path.unlink()


def file_in(out: Path, name: str, suffix: str) -> Path:
    """*out* if it is a file with that suffix, or else a file of that *name* in it."""
    is_file = not out.is_dir() and out.suffix == suffix
    return out if is_file else out / f"{name}{suffix}"


def write_whole(path: Path, data: bytes) -> None:
    """Write *data* to *path* whole or not at all; what is no file, such as /dev/stderr, gets it as
    it comes."""
    if path.exists() and not path.is_file():
        path.write_bytes(data)
        return
    sweep(path.parent)
    with unfinished(path.parent) as file:
        file.write(data)
        file.move_to(path)
    settle([path.parent])


def _held(folder: Path) -> tuple[int, Path]:
    """A new file, held as long as it is open, so that nobody sweeps it away."""
    while True:
        handle, name = tempfile.mkstemp(prefix=PART, dir=folder)
        fcntl.flock(handle, fcntl.LOCK_EX)
        if os.path.exists(name):
            return handle, Path(name)
        os.close(handle)
