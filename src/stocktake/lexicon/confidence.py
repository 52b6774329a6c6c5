"""How often findings of each kind are right, as measured on labels: ``data/confidence.toml``.

The file is written by ``tools/calibrate.py``; rows of a workspace's file replace the package's.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from stocktake.errors import SettingsError
from stocktake.lexicon.files import tables

FILE = "confidence.toml"
ANY = "*"
_KEYS = ("rule", "language", "offered", "labelled", "right", "confidence")


@dataclass(frozen=True, slots=True)
class Measured:
    """Of findings of a *rule* that the extractor *offered* with that confidence, so many were
    *labelled* and so many of them *right*; *confidence* is that share, smoothed. The rule ``*``
    stands for all findings of a language."""

    language: str
    rule: str
    offered: float
    labelled: int
    right: int
    confidence: float


class Confidence:
    """Looks up what was measured."""

    def __init__(self, rows: Iterable[Measured]) -> None:
        latest = {(row.language, row.rule, row.offered): row for row in rows}
        self._rows: dict[tuple[str, str], list[Measured]] = {}
        for row in sorted(latest.values(), key=lambda row: -row.offered):
            self._rows.setdefault((row.language, row.rule), []).append(row)

    def measured(self, language: str, rule: str, offered: float) -> Measured | None:
        """The row for such findings; of several, the one offered at most that confidence."""
        rows = self._rows.get((language, rule), ())
        return next((row for row in rows if row.offered <= offered), None)

    def of(self, language: str, rule: str, offered: float) -> float:
        """The confidence in such a finding. What was never measured is trusted as it is offered,
        but no more than the findings of its language are on the whole."""
        row = self.measured(language, rule, offered)
        if row:
            return row.confidence
        whole = self.measured(language, ANY, offered) or self.measured(ANY, ANY, offered)
        return min(offered, whole.confidence) if whole else offered

    def rows(self) -> Iterator[Measured]:
        """All that was measured."""
        return (row for rows in self._rows.values() for row in rows)


def load_confidence(folder: Path | None = None) -> Confidence:
    """Read what was measured; SettingsError names the row that cannot be followed."""
    return Confidence(
        _row(table.values, table.place) for table in tables(FILE, "measured", _KEYS, folder)
    )


def _row(values: dict[str, Any], place: str) -> Measured:
    try:
        row = Measured(
            str(values["language"]),
            str(values["rule"]),
            float(values["offered"]),
            int(values["labelled"]),
            int(values["right"]),
            float(values["confidence"]),
        )
    except (KeyError, TypeError, ValueError) as error:
        raise SettingsError(
            f"this row cannot be read: {error}.",
            remedy="Write it anew: python -m tools.calibrate",
            place=place,
        ) from error
    if not 0 <= row.confidence <= 1:
        raise SettingsError(
            f"a confidence of {row.confidence} is not between 0 and 1.",
            remedy="Write it anew: python -m tools.calibrate",
            place=place,
        )
    return row
