"""Prompts for a language model: text files under ``data/prompts``, or a workspace's own."""

from __future__ import annotations

from pathlib import Path

from stocktake.errors import SettingsError
from stocktake.lexicon.files import homes


def load_prompt(name: str, folder: Path | None = None) -> str:
    """The prompt called *name*: the workspace's ``prompts/NAME.txt``, or the package's.

    SettingsError if it is no text in UTF-8.
    """
    path = next(
        path for home in reversed(homes(folder)) if (path := home / f"prompts/{name}.txt").is_file()
    )
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise SettingsError(
            f"this is not text in UTF-8 ({error.reason}).",
            remedy="Save the file as UTF-8.",
            place=str(path),
        ) from error
