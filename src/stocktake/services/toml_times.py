"""Days, hours and time zones in a TOML file, as dates and times of TOML or as texts."""

from __future__ import annotations

import re
from datetime import date, datetime, time
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from stocktake.services.toml import TomlTable

_CLOCK = re.compile(r"([01]?\d|2[0-3])[:.]([0-5]\d)")


def day(table: TomlTable, key: str) -> date | None:
    """The day under *key*; None if there is none."""
    value = table.values.get(key, "")
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    try:
        return date.fromisoformat(value) if value else None
    except (TypeError, ValueError) as error:
        raise table.error(key, f"is no day ({value!r})", f'Write {key} = "2017-12-04".') from error


def clock(table: TomlTable, key: str) -> str:
    """The hour under *key* as ``09:30``; empty if there is none."""
    value = table.values.get(key, "")
    if isinstance(value, time):
        return f"{value:%H:%M}"
    found = _CLOCK.fullmatch(value.strip()) if isinstance(value, str) else None
    if value and not found:
        raise table.error(key, f"is no hour ({value!r})", f'Write {key} = "09:30".')
    return f"{int(found[1]):02}:{found[2]}" if found else ""


def zone(table: TomlTable, key: str) -> str:
    """The name of a time zone under *key*, as the IANA database has it; empty if there is none."""
    name = table.text(key)
    try:
        return ZoneInfo(name).key if name else ""
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        remedy = f'Write one such as {key} = "Europe/Zurich" or "America/New_York".'
        raise table.error(key, f"is no time zone: {name!r}", remedy) from error
