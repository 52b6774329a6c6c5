"""The amendments proposed to a draft: who wants which words changed, and how each fares."""

from __future__ import annotations

from dataclasses import dataclass

from stocktake.services import amendment_rows, amendments
from stocktake.services.pages.listing import Listed, Wanted, listed, mentions
from stocktake.services.pages.shown import Shown
from stocktake.services.rows import Row


@dataclass(frozen=True, slots=True)
class Amended:
    """The draft's *label* and its amendments in the order of the text, a row each."""

    label: str
    rows: Listed[Row]


def amended(shown: Shown, label: str, wanted: Wanted) -> Amended:
    """The amendments to a draft in which the words of *wanted* stand; NotFoundError if there is no
    such draft."""
    rows = every(shown, label)
    kept = [row for row in rows if mentions(" ".join(map(str, row.values())), wanted.words)]
    return Amended(label, listed(kept, wanted))


def every(shown: Shown, label: str) -> list[Row]:
    """All amendments to a draft; made once for each stock."""

    def make() -> list[Row]:
        return amendment_rows.rows(amendments.on_draft(shown.workspace, label, shown.stock))

    return shown.once(f"amendments {label}", make)
