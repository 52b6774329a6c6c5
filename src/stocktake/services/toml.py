"""Tables of a TOML file, read with errors that name the file, the key and what to do."""

from __future__ import annotations

import difflib
import tomllib
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from stocktake.errors import SettingsError
from stocktake.model import Period


@dataclass(frozen=True, slots=True)
class TomlTable:
    """A table and its *place*: the file and, within it, the way to the table."""

    place: str
    values: dict[str, Any]

    def only(self, known: Collection[str]) -> TomlTable:
        """The table itself, if it has no key but *known* ones."""
        for key in self.values:
            if key not in known:
                near = difflib.get_close_matches(key, known, n=1)
                hint = f"Do you mean {near[0]!r}?" if near else f"Known: {', '.join(known)}."
                raise SettingsError(f"{key!r} is not known here.", remedy=hint, place=self.place)
        return self

    def text(self, key: str, default: str = "") -> str:
        """The string under *key*."""
        value = self.values.get(key, default)
        if not isinstance(value, str):
            raise self.error(key, "is not a text", f'Write it as {key} = "…".')
        return value

    def needed(self, key: str) -> str:
        """The string under *key*, which must not be empty."""
        value = self.text(key)
        if not value.strip():
            raise self.error(key, "is missing or empty", f'Write {key} = "…".')
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        """The list of strings under *key*; none if there is no such key."""
        value = self.values.get(key, [])
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            raise self.error(key, "is not a list of texts", f'Write it as {key} = ["…", "…"].')
        return tuple(value)

    def period(self, key: str) -> Period | None:
        """The period under *key*; None if there is no such key or it is empty."""
        value = str(self.values.get(key, "")).strip()
        try:
            return Period.parse(value) if value else None
        except ValueError as error:
            remedy = 'Write it as "2017", "2017-12", "2017-12-04" or "2017-12-04/2017-12-06".'
            raise self.error(key, f"is no period ({error})", remedy) from error

    def number(self, key: str, default: float) -> float:
        """The number under *key*, which must be more than 0."""
        value = self.values.get(key, default)
        if isinstance(value, bool) or not isinstance(value, int | float) or value <= 0:
            raise self.error(key, "is not a number above 0", f"Write it as {key} = {default:g}.")
        return value

    def flag(self, key: str) -> bool:
        """The true or false under *key*; false if there is no such key."""
        value = self.values.get(key, False)
        if not isinstance(value, bool):
            raise self.error(key, "is neither true nor false", f"Write it as {key} = true.")
        return value

    def table(self, key: str) -> TomlTable:
        """The table under *key*; an empty one if there is no such key."""
        value = self.values.get(key, {})
        if not isinstance(value, dict):
            raise self.error(key, "is not a table", f"Write it as [{key}].")
        return TomlTable(f"{self.place}, [{key}]", value)

    def tables(self, key: str) -> Iterator[TomlTable]:
        """The tables under *key*, which is written as ``[[key]]``."""
        value = self.values.get(key, [])
        if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
            raise self.error(key, "is not a list of tables", f"Write each as [[{key}]].")
        for number, item in enumerate(value, start=1):
            yield TomlTable(f"{self.place}, {key} {number}", item)

    def error(self, key: str, what: str, remedy: str) -> SettingsError:
        return SettingsError(f"{key!r} {what}.", remedy=remedy, place=self.place)


def read_toml(path: Path) -> TomlTable:
    """Read a file; SettingsError if it is no TOML in UTF-8."""
    try:
        return TomlTable(str(path), tomllib.loads(path.read_text(encoding="utf-8-sig")))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingsError(
            f"this is not TOML in UTF-8: {error}.", remedy="Mend that place.", place=str(path)
        ) from error
