"""What was made of a stock, kept on the disk: made once for all processes and beyond their end.

Everything here can be made again: a file that is lost or damaged is made anew, and the oldest go
when there are too many.
"""

from __future__ import annotations

import fcntl
import hashlib
import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from threading import Lock

from stocktake.services.whole_files import PART

ROOM = 512 << 20
_DIGEST = 16
_TURNS = 64
_LOOK_AGAIN = 16
Name = tuple[str, ...]


class KeptFiles:
    """Bytes under names in *folder*/*edition*, up to *room* bytes; what stands there of other
    editions goes away."""

    def __init__(self, folder: Path, edition: str, room: int = ROOM) -> None:
        self._folder = folder / edition
        self._turns = folder / "turns"
        self._room = room
        self._lock = Lock()
        self._added = room
        self._clear(folder)

    def once(self, name: Name, make: Callable[[], bytes | None]) -> bytes | None:
        """What is kept under *name*, or what *make* makes now. Whoever asks meanwhile, in whatever
        process, waits for it. None is not kept."""
        path = self._path(name)
        found = _read(path)
        if found is not None:
            return found
        with self._turn(path):
            found = _read(path)
            if found is None:
                found = make()
                if found is not None:
                    self._keep(path, found)
            return found

    def _keep(self, path: Path, data: bytes) -> None:
        """Without room on the disk nothing is kept."""
        part = path.with_name(f"{PART}{path.name}")
        with suppress(OSError):
            path.parent.mkdir(parents=True, exist_ok=True)
            part.write_bytes(_digest(data) + data)
            part.replace(path)
            self._make_room(len(data))

    def _make_room(self, added: int) -> None:
        """Look now and then how much there is; the oldest half goes when it is too much."""
        with self._lock:
            self._added += added
            if self._added * _LOOK_AGAIN < self._room:
                return
            self._added = 0
            _thin_out(self._folder, self._room)

    @contextmanager
    def _turn(self, path: Path) -> Iterator[None]:
        """Wait for whoever makes the same now; a few names share a turn."""
        number = int(path.name[:4], 16) % _TURNS
        with ExitStack() as held:
            with suppress(OSError):
                self._turns.mkdir(parents=True, exist_ok=True)
                turn = held.enter_context((self._turns / str(number)).open("ab"))
                fcntl.flock(turn, fcntl.LOCK_EX)
            yield

    def _path(self, name: Name) -> Path:
        told = "\0".join(name).encode("utf-8", "surrogatepass")
        digest = hashlib.blake2b(told, digest_size=_DIGEST).hexdigest()
        return self._folder / digest[:2] / digest

    def _clear(self, folder: Path) -> None:
        for path in folder.glob("*"):
            if path not in {self._folder, self._turns}:
                shutil.rmtree(path, ignore_errors=True)


def _read(path: Path) -> bytes | None:
    """What is kept in a file; None if it is not there or not whole."""
    try:
        told = path.read_bytes()
    except OSError:
        return None
    data = told[_DIGEST:]
    return data if _digest(data) == told[:_DIGEST] else None


def _digest(data: bytes) -> bytes:
    return hashlib.blake2b(data, digest_size=_DIGEST).digest()


def _thin_out(folder: Path, room: int) -> None:
    """Let the oldest go until half of the *room* is free, if there is no room left."""
    files = sorted(_aged(folder))
    left = sum(size for _, size, _ in files)
    if left <= room:
        return
    for _, size, path in files:
        if left * 2 <= room:
            return
        path.unlink(missing_ok=True)
        left -= size


def _aged(folder: Path) -> Iterator[tuple[float, int, Path]]:
    for path in folder.glob("*/*"):
        with suppress(OSError):
            told = path.stat()
            yield told.st_mtime, told.st_size, path
