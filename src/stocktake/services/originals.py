"""Originals: the bytes that were handed in, kept by their sha256 and never touched again."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from stocktake.services.whole_files import settle, unfinished
from stocktake.services.workspace import Workspace

READ_ONLY = 0o444
CHUNK = 1 << 20
HEAD = 4096


@dataclass(frozen=True, slots=True)
class Original:
    """What was kept: its hash, its size in bytes, and how it begins."""

    sha256: str
    size: int
    head: bytes


def path_of(workspace: Workspace, sha256: str) -> Path:
    """Where the original with that hash lies."""
    return workspace.originals / sha256[:2] / sha256


def keep(workspace: Workspace, stream: BinaryIO) -> Original:
    """Keep all that *stream* holds; the same bytes twice are kept once.

    Before anything is written down of it, ``settle_in``.
    """
    total = hashlib.sha256()
    size, head = 0, b""
    with unfinished(workspace.originals, READ_ONLY) as file:
        for piece in _pieces(stream):
            head = head or piece[:HEAD]
            size += len(piece)
            total.update(piece)
            file.write(piece)
        target = path_of(workspace, total.hexdigest())
        target.parent.mkdir(exist_ok=True)
        file.move_to(target)
    return Original(total.hexdigest(), size, head)


def settle_in(workspace: Workspace, hashes: Iterable[str]) -> None:
    """Make the originals with these hashes outlive a power cut from now on."""
    settle(sorted({path_of(workspace, sha256).parent for sha256 in hashes}))
    settle([workspace.originals])


def hash_of(path: Path) -> str:
    """The sha256 of a file, read in pieces."""
    total = hashlib.sha256()
    with path.open("rb") as file:
        for piece in _pieces(file):
            total.update(piece)
    return total.hexdigest()


def _pieces(stream: BinaryIO) -> Iterator[bytes]:
    while piece := stream.read(CHUNK):
        yield piece
