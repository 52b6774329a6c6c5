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
_ANY_NUMBER = 1_000_000_000
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

    def covers(self, other: Quantifier) -> bool:
        """Whether the word fits every number that *other* fits."""
        wider = self.share == other.share and (other.over or not self.over)
        return self.count <= other.count and (self.share < other.share or wider)

    @property
    def meaning(self) -> str:
        """The thresholds in figures, as the report's method section prints them."""
        least = f"{self.count} or more" if self.count else "0"
        if not self.share:
            return least
        if self.share == 1 and not self.over:
            return f"all, where these are {least}"
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
    """Read a table of quantifiers, strongest word first.

    SettingsError if an entry is wrong, a word stands twice or can never be used, or a number is
    left without a word.
    """
    table = tuple(_read(entry, place) for entry in entries)
    for number, entry in enumerate(table):
        _refuse_unused(entry, table[:number], place)
    if not table or not table[-1].fits(0, 0):
        raise SettingsError(
            "the last quantifier must fit any number.",
            remedy='End the table with word = "no", count = 0.',
            place=place,
        )
    if len(table) > 1 and not table[-2].fits(1, _ANY_NUMBER):
        raise SettingsError(
            f"a single actor among many would be called {table[-1].word!r}, as none at all is.",
            remedy='Put word = "one", count = 1 before the last.',
            place=place,
        )
    return table


def _refuse_unused(entry: Quantifier, before: Sequence[Quantifier], place: str) -> None:
    """SettingsError if an earlier entry has the same word, or fits whatever this one fits."""
    for earlier in before:
        if earlier.word == entry.word:
            fault = f"the quantifier {entry.word!r} is there twice."
        elif earlier.covers(entry):
            fault = f"the quantifier {entry.word!r} is never used, as {earlier.word!r} fits before."
        else:
            continue
        remedy = "List the strongest word first, and each once."
        raise SettingsError(fault, remedy=remedy, place=place)


def _read(entry: Mapping[str, Any], place: str) -> Quantifier:
    unknown = sorted(set(entry) - _KEYS)
    word, share = entry.get("word"), entry.get("over", entry.get("share", 0.0))
    if unknown or not (isinstance(word, str) and word.strip()) or {"share", "over"} <= set(entry):
        raise _misread(entry, "Give it a word, a count, and a share or over if wanted.", place)
    if not isinstance(entry.get("count"), int) or entry["count"] < 0:
        raise _misread(entry, "Its count is a whole number from 0 on.", place)
    if not isinstance(share, int | float) or not 0 <= share <= 1:
        raise _misread(entry, "Its share, or over, is a number from 0 to 1.", place)
    return Quantifier(word, entry["count"], float(share), "over" in entry)


def _misread(entry: Mapping[str, Any], remedy: str, place: str) -> SettingsError:
    name = entry.get("word", "?")
    return SettingsError(
        f"the quantifier {name!r} is not written as it should be.", remedy=remedy, place=place
    )
