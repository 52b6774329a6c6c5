"""Files written whole: at any moment there is the old one or the new one, never half of one."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
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
        """Make the file last under its name, in place of what was there."""
        self.stream.flush()
        os.fsync(self.stream.fileno())
        self.path.chmod(self.mode)
        self.path.replace(target)


@contextmanager
def unfinished(folder: Path, mode: int = 0o644) -> Iterator[Unfinished]:
    """A new file in *folder*, on the disk of the place it will be moved to."""
    folder.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=PART, dir=folder)
    path = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            yield Unfinished(path, stream, mode)
    finally:
        path.unlink(missing_ok=True)


def file_in(out: Path, name: str, suffix: str) -> Path:
    """*out* if it is a file with that suffix, or else a file of that *name* in it."""
    is_file = not out.is_dir() and out.suffix == suffix
    return out if is_file else out / f"{name}{suffix}"


def write_whole(path: Path, data: bytes) -> None:
    """Write *data* to *path* whole or not at all."""
    with unfinished(path.parent) as file:
        file.write(data)
        file.move_to(path)
