"""TOML files of nested sections: the package's own, and the workspace's merged over them."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from stocktake.errors import SettingsError
from stocktake.lexicon.files import homes


def sections(name: str, folder: Path | None) -> dict[str, Any]:
    """The file called *name* as nested tables: lists grow, what has the same name is replaced."""
    merged: dict[str, Any] = {}
    for home in homes(folder):
        path = home / name
        if path.is_file():
            merged = _over(merged, _read(path))
    return merged


def _read(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise SettingsError(
            f"this is not TOML in UTF-8: {error}.", remedy="Mend that line.", place=str(path)
        ) from error


def _over(below: Mapping[str, Any], above: Mapping[str, Any]) -> dict[str, Any]:
    return {**below, **{name: _merged(below.get(name), value) for name, value in above.items()}}


def _merged(below: Any, above: Any) -> Any:
    if isinstance(below, dict) and isinstance(above, dict):
        return _over(below, above)
    if isinstance(below, list) and isinstance(above, list):
        return [*below, *above]
    return above
