"""The amendments proposed to a draft: who wants which words changed, and how each fares."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from stocktake.services import amendment_rows, amendments, embedding
from stocktake.services.amendments import OnDraft
from stocktake.services.pages.drafts import titles
from stocktake.services.pages.listing import Listed, Wanted, listed, mentions
from stocktake.services.pages.shown import Shown
from stocktake.services.remembering import Remembered, method
from stocktake.services.rows import Row


@dataclass(frozen=True, slots=True)
class Amended:
    """The draft's *label*, its amendments in the order of the text, a row each, and what its
    provisions are called, by id."""

    label: str
    rows: Listed[Row]
    titles: Mapping[str, str]


def amended(shown: Shown, label: str, wanted: Wanted) -> Amended:
    """The amendments to a draft in which the words of *wanted* stand; NotFoundError if there is no
    such draft."""
    rows = every(shown, label)
    kept = [row for row in rows if mentions(" ".join(map(str, row.values())), wanted.words)]
    return Amended(label, listed(kept, wanted), titles(shown, label))


def every(shown: Shown, label: str) -> list[Row]:
    """All amendments to a draft; made once for each stock."""

    def make() -> list[Row]:
        return amendment_rows.rows(on_draft(shown, label))

    return shown.once(f"amendments {label}", make)


def on_draft(shown: Shown, label: str) -> OnDraft:
    """How the amendments fare on a draft; no input is read again that was read for the stock."""
    how = method(shown.words.digest, embedding.used_for(shown.stock))
    with shown.store.reading() as connection:
        known = Remembered(connection, how)
        return amendments.on_draft(shown.workspace, label, shown.stock, known)
