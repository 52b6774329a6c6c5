"""The words for numbers: one published table says what "a few" or "many" means.

Reports use no other word for a number of actors, so that nobody's weight depends on taste.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from stocktake.errors import SettingsError

PACKAGED = Path(__file__).parent / "data" / "wording" / "quantifiers.toml"
_KEYS = frozenset({"word", "count", "share", "over"})


@dataclass(frozen=True, slots=True)
class Quantifier:
    """A word, and the least count and share for which it stands; *over*: the share is exceeded."""

    word: str
    count: int
    share: float = 0.0
    over: bool = False

    def fits(self, n: int, of: int) -> bool:
        """Whether the word may be used for *n* out of *of*."""
        reached = n > self.share * of if self.over else n >= self.share * of
        return n >= self.count and reached

    @property
    def meaning(self) -> str:
        """The thresholds in figures, as the report's method section prints them."""
        least = f"{self.count} or more" if self.count else "0"
        if not self.share:
            return least
        return f"{least}, and {'over' if self.over else 'at least'} {self.share:.0%} of all"


def quantifier(n: int, of: int, table: Sequence[Quantifier] | None = None) -> str:
    """The word for *n* out of *of* actors: the first of the table that fits.

    *table* is the packaged one unless given. ValueError unless 0 <= n <= of.
    """
    if not 0 <= n <= of:
        raise ValueError(f"{n} cannot be counted out of {of}")
    return next(entry.word for entry in table or quantifiers() if entry.fits(n, of))


@cache
def quantifiers() -> tuple[Quantifier, ...]:
    """The packaged table, strongest word first."""
    table = tomllib.loads(PACKAGED.read_text(encoding="utf-8"))
    return read_quantifiers(table["quantifier"], str(PACKAGED))


def read_quantifiers(
    entries: Sequence[Mapping[str, Any]], place: str = "process.toml, [wording]"
) -> tuple[Quantifier, ...]:
    """Read a table of quantifiers; SettingsError if an entry is wrong or nothing fits 0 of 0."""
    table = tuple(_read(entry, place) for entry in entries)
    if not table or not table[-1].fits(0, 0):
        raise SettingsError(
            "the last quantifier must fit any number.",
            remedy='End the table with word = "no", count = 0.',
            place=place,
        )
    return table


def _read(entry: Mapping[str, Any], place: str) -> Quantifier:
    unknown = sorted(set(entry) - _KEYS)
    if unknown or not isinstance(entry.get("word"), str) or "count" not in entry:
        raise SettingsError(
            f"the quantifier {entry.get('word', '?')!r} is not written as it should be.",
            remedy="Give it a word, a count, and a share or over (0 to 1) if wanted.",
            place=place,
        )
    share = entry.get("over", entry.get("share", 0.0))
    return Quantifier(entry["word"], int(entry["count"]), float(share), "over" in entry)
