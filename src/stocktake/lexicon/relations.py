"""The thresholds by which views meet or part and actors form coalitions: one published table."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path
from typing import Any

from stocktake.errors import SettingsError

PACKAGED = Path(__file__).parent / "data" / "relations" / "thresholds.toml"


@dataclass(frozen=True, slots=True)
class Thresholds:
    """The table; thresholds.toml says what each entry means."""

    least_actors: int
    convergent_share: float
    contested_balance: float
    least_positions: int
    least_compared: int
    least_shared: int
    most_ties: int
    least_holds: float
    least_members: int
    resolution: float
    stable_dropped: float
    stable_left_out: float
    stable_lowest: float
    drop_share: float
    draws: int
    most_left_out: int
    chance_draws: int
    by_chance: float
    bridge_participation: float
    bridge_shared: int


_KINDS: Mapping[str, type] = {
    item.name: float if item.type == "float" else int for item in fields(Thresholds)
}
NAMES = tuple(_KINDS)
_TIMES = frozenset({"draws", "chance_draws", "most_left_out"})


def thresholds(changed: Iterable[tuple[str, float]] = ()) -> Thresholds:
    """The packaged table, with what a process *changed*; SettingsError for what cannot be read."""
    values = {**_packaged(), **checked(dict(changed))}
    return Thresholds(**{name: kind(values[name]) for name, kind in _KINDS.items()})


def checked(
    values: Mapping[str, Any], place: str = "process.toml, [relations]"
) -> Mapping[str, Any]:
    """The *values* themselves; SettingsError if a name is unknown, or a value no number from 0."""
    for name, value in values.items():
        if name not in _KINDS:
            raise _error(name, "is not known", f"Known are: {', '.join(NAMES)}.", place)
        if not isinstance(value, int | float) or isinstance(value, bool) or value < 0:
            raise _error(name, f"is no number from 0 on: {value!r}", "Give a number.", place)
        if name in _TIMES and value < 1:
            raise _error(name, "must be 1 or more", "Give a whole number.", place)
    return values


@cache
def _packaged() -> dict[str, Any]:
    return tomllib.loads(PACKAGED.read_text(encoding="utf-8"))


def _error(name: str, what: str, remedy: str, place: str) -> SettingsError:
    return SettingsError(f"{name} {what}.", remedy=remedy, place=place)
