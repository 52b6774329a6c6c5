"""Paths that users name."""

from __future__ import annotations

import difflib
from pathlib import Path

from stocktake.errors import NotFoundError


def existing(path: Path) -> Path:
    """*path* itself; NotFoundError, with the nearest name that is there, if it does not exist."""
    if path.exists():
        return path
    raise NotFoundError(f"there is no file or folder {path}.", remedy=_nearest(path))


def _nearest(path: Path) -> str:
    parent = path.absolute().parent
    if not parent.is_dir():
        return f"The folder {path.parent} is not there either."
    names = sorted(entry.name for entry in parent.iterdir() if not entry.name.startswith("."))
    near = difflib.get_close_matches(path.name, names, n=1)
    return f"Do you mean {path.parent / near[0]}?" if near else "Check the path."
