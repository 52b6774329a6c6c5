"""Where the records of a workspace are: SQLite in its folder, or what its ``store.toml`` names.

The file belongs to one machine and is no part of the process: it is neither backed up nor handed
on, and holds no password.
"""

from __future__ import annotations

from pathlib import Path

from stocktake import store
from stocktake.errors import UsageError
from stocktake.services.toml import read_toml

DATABASE = "stocktake.db"
FILE = "store.toml"
_NOTE = "# Where the records are. No password stands here: put it into PGPASSWORD or ~/.pgpass.\n"


def url_of(root: Path) -> str:
    """The URL of the records of the workspace in *root*.

    SettingsError if its store.toml says it wrongly.
    """
    file = root / FILE
    if not file.is_file():
        return f"sqlite:///{root / DATABASE}"
    return read_toml(file).only({"url"}).needed("url")


def is_here(root: Path) -> bool:
    """Whether *root* holds records, or the name of where they are."""
    return any((root / name).exists() for name in (DATABASE, FILE))


def keep(root: Path, url: str) -> None:
    """Write down that the records of the workspace in *root* are at *url*."""
    (root / FILE).write_text(f'{_NOTE}url = "{url}"\n', encoding="utf-8")


def check_new(url: str) -> None:
    """UsageError if *url* is none, or if there are records already."""
    if store.is_made(url):
        raise UsageError(
            "another workspace has its records there.",
            remedy="Name a schema that is not there yet: …?schema=NAME",
            place=url,
        )


def beside(root: Path, name: str) -> str | None:
    """The URL for records that belong to a part of the workspace in *root* alone, of that *name*;
    None where the part has its own file."""
    url = url_of(root)
    return None if url.startswith("sqlite") else store.url_beside(url, name)


def drop(root: Path) -> None:
    """Forget the records of the workspace in *root* where they are not in its folder."""
    url = url_of(root)
    if not url.startswith("sqlite"):
        store.drop(url)
