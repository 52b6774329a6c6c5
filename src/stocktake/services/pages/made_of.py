"""What pages are made of: a stock, the words of its workspace, and this very software.

A page that was kept is the page only as long as all of it is the same.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from functools import cache
from importlib.resources import as_file, files
from pathlib import Path

from stocktake.services.workspace import Workspace

_DIGEST = 16
_PASSING = frozenset({"__pycache__"})


def digest(workspace: Workspace, key: str, number: int) -> str:
    """The hash of all that pages of the stock with that *key* and *number* are made of."""
    told = hashlib.blake2b(digest_size=_DIGEST)
    for part in (key, str(number), _software(), *_words(workspace)):
        told.update(part.encode() + b"\0")
    return told.hexdigest()


def _words(workspace: Workspace) -> Iterator[str]:
    """The process and the words of a workspace, file by file."""
    places = [*workspace.root.glob("*.toml"), *workspace.lexicon.rglob("*")]
    for path in sorted(places):
        if path.is_file():
            yield path.relative_to(workspace.root).as_posix()
            yield hashlib.blake2b(path.read_bytes(), digest_size=_DIGEST).hexdigest()


@cache
def _software() -> str:
    """This installation: its files by name, size and time, as they were when it started."""
    told = hashlib.blake2b(digest_size=_DIGEST)
    with as_file(files("stocktake")) as folder:
        for path in sorted(_files(folder)):
            seen = path.stat()
            told.update(f"{path.relative_to(folder)} {seen.st_size} {seen.st_mtime_ns}\0".encode())
    return told.hexdigest()


def _files(folder: Path) -> Iterator[Path]:
    for path in folder.rglob("*"):
        if path.is_file() and not _PASSING & set(path.parts):
            yield path
