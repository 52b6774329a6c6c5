"""A feed of what is new: entries with ids that stay, dated by the data."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """One thing that is new. *key* says what it is, whatever else changes; *kind* is a fixed word.

    *day* is the last day of the thing's own date, however exact that was told.
    """

    key: str
    kind: str
    title: str
    day: date
    text: str
    authors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Feed:
    """Entries, newest first."""

    key: str
    title: str
    subtitle: str
    entries: tuple[FeedEntry, ...]
