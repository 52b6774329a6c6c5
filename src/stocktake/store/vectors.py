"""Vectors of texts, kept in files that only grow: a text is read by a model once and for all.

Two files for each model: ``….keys``, 16 bytes a text (a hash of it), and ``….vectors``, its
float32 numbers at the same place. What a broken-off write left half done is cut off by the next.
They hold nothing that could not be made again.
"""

from __future__ import annotations

import fcntl
import hashlib
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import numpy as np

KEY_BYTES = 16
_NUMBER = np.dtype("<f4")
_BLOCK = 16_384

Matrix = np.ndarray[tuple[int, ...], np.dtype[np.float32]]


@dataclass(frozen=True, slots=True)
class Vectors:
    """The vectors of one model in a *folder*; *model* names it with its version."""

    folder: Path
    model: str
    dimensions: int

    @property
    def keys_path(self) -> Path:
        return self.folder / f"{self._stem}.keys"

    @property
    def path(self) -> Path:
        return self.folder / f"{self._stem}.vectors"

    @property
    def _stem(self) -> str:
        return hashlib.sha256(self.model.encode()).hexdigest()[:KEY_BYTES]

    def places(self) -> dict[bytes, int]:
        """The place of each text's vector, by the text's key."""
        if not self._count():
            return {}
        data = self.keys_path.read_bytes()
        ends = range(KEY_BYTES, self._count() * KEY_BYTES + 1, KEY_BYTES)
        return {data[end - KEY_BYTES : end]: place for place, end in enumerate(ends)}

    def all(self) -> Matrix:
        """All vectors (n, d) in the order of their places, mapped into memory."""
        count = self._count()
        if not count:
            return np.zeros((0, self.dimensions), dtype=_NUMBER)
        return np.memmap(self.path, _NUMBER, mode="r", shape=(count, self.dimensions))

    def add(self, texts: Sequence[str], vectors: Matrix) -> None:
        """Keep the *vectors* (n, d) of *texts* behind what is there. A text that is there already
        is there twice then, which does no harm."""
        self.folder.mkdir(parents=True, exist_ok=True)
        with self._alone():
            count = self._count()
            # Keys last, with the vectors on the disk before: none may ever be without its vector.
            rows = np.ascontiguousarray(vectors, dtype=_NUMBER)
            _append(self.path, count * self._width, rows.tobytes())
            _append(self.keys_path, count * KEY_BYTES, b"".join(map(key_of, texts)))

    def likeness(self, vector: Matrix) -> Matrix:
        """The cosine (n,) of each vector with *vector* (d,), exact, block by block."""
        every = self.all()
        found = np.empty(len(every), dtype=_NUMBER)
        for start in range(0, len(every), _BLOCK):
            found[start : start + _BLOCK] = every[start : start + _BLOCK] @ vector
        return found

    @property
    def _width(self) -> int:
        return self.dimensions * _NUMBER.itemsize

    def _count(self) -> int:
        """How many texts have both a key and a vector."""
        sizes = ((self.keys_path, KEY_BYTES), (self.path, self._width))
        return min(_size(path) // width for path, width in sizes)

    @contextmanager
    def _alone(self) -> Iterator[None]:
        with (self.folder / f"{self._stem}.lock").open("wb") as stream:
            fcntl.flock(stream, fcntl.LOCK_EX)
            yield


def key_of(text: str) -> bytes:
    """The key of a text: 128 bits of its SHA-256."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest()[:KEY_BYTES]


def _append(path: Path, size: int, data: bytes) -> None:
    """Write *data* at *size* bytes, in place of whatever stands behind."""
    with path.open("r+b" if path.exists() else "w+b") as stream:
        stream.truncate(size)
        stream.seek(size)
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())


def _size(path: Path) -> int:
    return path.stat().st_size if path.exists() else 0
