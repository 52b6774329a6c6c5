"""Office holders: titles, and the State or organisation behind them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from stocktake.errors import SettingsError
from stocktake.lexicon.files import Table, tables
from stocktake.lexicon.names import Name

PREFIX = "office:"
_KEYS = ("id", "name", "aliases", "alone", "of")


@dataclass(frozen=True, slots=True)
class Office:
    """An office, from ``offices.toml``. *alone*: its title may stand without a holder behind it.

    *of*: id of the organisation that it is always an office of.
    """

    id: str
    name: str
    aliases: tuple[str, ...]
    alone: bool
    of: str | None

    def names(self) -> Iterator[Name]:
        """All ways to write the title; the id of each is ``office:`` and that of the office."""
        return (Name(text, PREFIX + self.id) for text in (self.name, *self.aliases))


def load_offices(folder: Path | None = None) -> dict[str, Office]:
    """Read all offices, by id; SettingsError names the file, the entry and what to do."""
    found = map(_office, tables("actors/offices.toml", "office", _KEYS, folder))
    return {office.id: office for office in found}


def behind(actor_id: str) -> str | None:
    """The State or organisation behind ``office:MEX:foreign-minister``; None if none is told."""
    if not actor_id.startswith(PREFIX):
        return None
    holder, _, _ = actor_id.removeprefix(PREFIX).rpartition(":")
    return holder or None


def voice_of(actor_id: str) -> str:
    """For whom an actor speaks: an office holder for the State or organisation behind it."""
    return behind(actor_id) or actor_id


def office_id(office: str, holder: str) -> str:
    """The id of the office of that id (``office:…``) when *holder* stands behind it."""
    return f"{PREFIX}{holder}:{office.removeprefix(PREFIX)}"


def _office(table: Table) -> Office:
    values = table.values
    aliases = values.get("aliases", [])
    if not values.get("name") or not isinstance(aliases, list):
        raise SettingsError(
            "an office needs a name, and its aliases are a list.",
            remedy='Write name = "Prime Minister" and aliases = ["Premier"].',
            place=table.place,
        )
    alone = bool(values.get("alone", False))
    return Office(values["id"], values["name"], tuple(aliases), alone, values.get("of"))
