"""Stocks that were published: those to which a process refers by their numbers."""

from __future__ import annotations

from dataclasses import dataclass

from stocktake.model.accounts import Audience


@dataclass(frozen=True, slots=True)
class Published:
    """A stock was published *at* a moment: for an *audience* that of a *number* and *key* in the
    edition which it sees."""

    audience: Audience
    number: int
    key: str
    at: str

    @property
    def day(self) -> str:
        return self.at[:10]
