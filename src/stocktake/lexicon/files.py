"""Data files of the lexicon: the package's own, and the workspace's laid over them."""

from __future__ import annotations

import csv
import hashlib
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from stocktake.errors import SettingsError

PACKAGED = Path(__file__).parent / "data"


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a CSV file: its *cells* by column, and its *place* for messages."""

    place: str
    cells: dict[str, str]

    def __getitem__(self, column: str) -> str:
        return self.cells.get(column, "")

    @property
    def origin(self) -> str:
        """The place, for people: the package's own files by their name below ``data``."""
        return self.place.removeprefix(f"{PACKAGED}/")

    def several(self, column: str) -> tuple[str, ...]:
        """The parts of a cell that holds several values with ``;`` between them."""
        return tuple(part.strip() for part in self[column].split(";") if part.strip())


@dataclass(frozen=True, slots=True)
class Table:
    """One ``[[…]]`` entry of a TOML file, or the whole of it, with its *place* for messages."""

    place: str
    values: dict[str, Any]


def homes(folder: Path | None) -> tuple[Path, ...]:
    """The folders to read from; later ones replace and add to what earlier ones say."""
    return (PACKAGED,) if folder is None else (PACKAGED, folder)


def rows(name: str, columns: Sequence[str], folder: Path | None) -> Iterator[Row]:
    """The lines of the CSV file called *name*; the first of *columns* must be filled."""
    for path in _existing(name, folder):
        reader = csv.DictReader(_text(path).splitlines())
        _check_columns(reader.fieldnames or (), columns, path)
        for cells in reader:
            yield _row(cells, columns, f"{path}, line {reader.line_num}")


def tables(name: str, entry: str, keys: Sequence[str], folder: Path | None) -> Iterator[Table]:
    """The ``[[entry]]`` tables of the TOML file called *name*; the first of *keys* must be set."""
    for path in _existing(name, folder):
        content = toml(path)
        _refuse_unknown(content, (entry,), str(path))
        for number, values in enumerate(content.get(entry, ()), start=1):
            place = f"{path}, {entry} {number}"
            _refuse_unknown(values, keys, place)
            if not values.get(keys[0]):
                raise SettingsError(f"{keys[0]!r} is missing.", remedy="Write one.", place=place)
            yield Table(place, values)


def word_lists(name: str, keys: Sequence[str], folder: Path | None) -> dict[str, tuple[str, ...]]:
    """The lists of words of the TOML file called *name*; the workspace's words are added."""
    lists: dict[str, tuple[str, ...]] = dict.fromkeys(keys, ())
    for path in _existing(name, folder):
        content = toml(path)
        _refuse_unknown(content, keys, str(path))
        for key, words in content.items():
            lists[key] = (*lists[key], *_words(words, f"{path}, {key}"))
    return lists


def digest(folder: Path | None) -> str:
    """A hash of all data files, by their names below their folder and their bytes."""
    total = hashlib.sha256()
    for number, home in enumerate(homes(folder)):
        for path in sorted(path for path in home.rglob("*") if path.is_file()):
            total.update(f"{number}\0{path.relative_to(home).as_posix()}\0".encode())
            total.update(hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest()[:32]


def _existing(name: str, folder: Path | None) -> list[Path]:
    return [home / name for home in homes(folder) if (home / name).is_file()]


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise SettingsError(
            f"this is not text in UTF-8 ({error.reason}).",
            remedy="Save the file as UTF-8.",
            place=str(path),
        ) from error


def toml(path: Path) -> dict[str, Any]:
    """What the TOML file holds; SettingsError if it is none in UTF-8."""
    try:
        return tomllib.loads(_text(path))
    except tomllib.TOMLDecodeError as error:
        raise SettingsError(
            f"this is not TOML: {error}.", remedy="Mend that line.", place=str(path)
        ) from error


def _check_columns(found: Sequence[str], columns: Sequence[str], path: Path) -> None:
    _refuse_unknown(dict.fromkeys(found), columns, f"{path}, line 1")
    if columns[0] not in found:
        raise SettingsError(
            f"the column {columns[0]!r} is missing.",
            remedy=f"Columns: {', '.join(columns)}.",
            place=f"{path}, line 1",
        )


def _row(cells: dict[str, Any], columns: Sequence[str], place: str) -> Row:
    if None in cells:
        raise SettingsError(
            "this line has more cells than the first.",
            remedy="Put a cell that holds a comma in double quotes.",
            place=place,
        )
    if not (cells[columns[0]] or "").strip():
        raise SettingsError(
            f"{columns[0]!r} is empty.", remedy="Fill it or delete the line.", place=place
        )
    return Row(place, {name: (value or "").strip() for name, value in cells.items()})


def _refuse_unknown(found: dict[str, Any], known: Sequence[str], place: str) -> None:
    for name in found:
        if name not in known:
            raise SettingsError(
                f"{name!r} is not known here.", remedy=f"Known: {', '.join(known)}.", place=place
            )


def _words(words: object, place: str) -> tuple[str, ...]:
    if isinstance(words, list) and all(isinstance(word, str) and word.strip() for word in words):
        return tuple(words)
    raise SettingsError(
        "this is not a list of words.", remedy='Write it as ["one", "two"].', place=place
    )
