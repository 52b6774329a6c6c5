"""The models that can be installed, as ``models.toml`` pins them, and where they are kept."""

from __future__ import annotations

import hashlib
import os
import tomllib
from dataclasses import dataclass
from pathlib import Path

from stocktake.embedders.base import ModelMissingError
from stocktake.errors import IntegrityError, UsageError

PINNED = Path(__file__).parent / "models.toml"
FOLDER = "STOCKTAKE_MODELS"
_SHOWN_DIGITS = 12


@dataclass(frozen=True, slots=True)
class ModelFile:
    """A file of a model: the *member* of the package it is taken from, its *name*, its hash."""

    member: str
    name: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Pack:
    """A model: what it is, the package that carries it, pinned by hash, and its files; the first
    file holds the weights."""

    name: str
    title: str
    licence: str
    source: str
    package: str
    version: str
    sha256: str
    megabytes: int
    files: tuple[ModelFile, ...]

    @property
    def folder(self) -> Path:
        """Where its files are kept; another version has another folder."""
        return models_folder() / f"{self.name}-{self.files[0].sha256[:_SHOWN_DIGITS]}"

    @property
    def installed(self) -> bool:
        return all((self.folder / file.name).is_file() for file in self.files)

    @property
    def said(self) -> str:
        """What a stock says of the model."""
        return f"{self.title} (sha256 {self.files[0].sha256})"

    def there(self) -> Pack:
        """The model itself; ModelMissingError if it is not installed."""
        if not self.installed:
            raise ModelMissingError(
                f"the model {self.name!r} is not installed.",
                remedy=f"Run: stocktake models install {self.name}",
                place=str(self.folder),
            )
        return self

    def paths(self) -> list[Path]:
        """The files, in the order of *files*, if they are what they were when they were pinned.

        ModelMissingError if one is not there, IntegrityError if one was changed.
        """
        self.there()
        for file in self.files:
            check(self.folder / file.name, file.sha256)
        return [self.folder / file.name for file in self.files]


def models_folder() -> Path:
    """The folder of all models: STOCKTAKE_MODELS, or a folder of the user's data."""
    named = os.environ.get(FOLDER)
    if named:
        return Path(named)
    data = os.environ.get("XDG_DATA_HOME")
    return (Path(data) if data else Path.home() / ".local" / "share") / "stocktake" / "models"


def packs(path: Path = PINNED) -> dict[str, Pack]:
    """The models that can be installed, by name."""
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    return {name: _pack(name, entry) for name, entry in table.items()}


def pack(name: str) -> Pack:
    """The model called *name*; UsageError lists the known ones if there is none."""
    known = packs()
    if name not in known:
        raise UsageError(
            f"there is no model called {name!r}.", remedy=f"Known: {', '.join(sorted(known))}."
        )
    return known[name]


def check(path: Path, sha256: str) -> None:
    """IntegrityError if the file at *path* has another hash than *sha256*."""
    with path.open("rb") as stream:
        found = hashlib.file_digest(stream, "sha256").hexdigest()
    if found != sha256:
        raise IntegrityError(
            f"the file is not the one that was pinned (sha256 {found}, not {sha256}).",
            remedy="Delete it and install the model again: stocktake models install",
            place=str(path),
        )


def _pack(name: str, entry: dict[str, object]) -> Pack:
    files = entry.pop("files")
    assert isinstance(files, list)
    return Pack(name=name, files=tuple(ModelFile(**file) for file in files), **entry)  # type: ignore[arg-type]
