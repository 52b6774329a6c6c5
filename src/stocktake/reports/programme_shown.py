"""What of a process a programme shows, and by what names."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from stocktake.model import Meeting, Process


@dataclass(frozen=True, slots=True)
class Shown:
    """What of a process is shown: these *meetings* alone, or else all with its other dates.

    *names* are those of actors by id, *dimensions* the titles by code; *stamp* is the day of which
    the data are, None: each event's own first day.
    """

    process: Process
    meetings: tuple[Meeting, ...] = ()
    names: Mapping[str, str] | None = None
    dimensions: Mapping[str, str] | None = None
    stamp: date | None = None

    @property
    def chosen(self) -> list[Meeting]:
        """The meetings by their dates; those without stand last, as in the file."""
        found = self.meetings or self.process.meetings
        return sorted(found, key=lambda item: item.period.start if item.period else date.max)

    def name(self, who: str) -> str:
        return (self.names or {}).get(who, who)

    def dimension(self, code: str | None) -> str:
        return (self.dimensions or {}).get(code or "", code or "")
