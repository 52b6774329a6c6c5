"""Lists that come page by page, and what their readers narrow them down to."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

Item = TypeVar("Item")
Other = TypeVar("Other")
PAGE = 50


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a list is narrowed down to, empty for no matter; *skip* are items on earlier pages."""

    words: str = ""
    theme: str = ""
    dimension: str = ""
    actor: str = ""
    kind: str = ""
    region: str = ""
    skip: int = 0
    limit: int = PAGE


@dataclass(frozen=True, slots=True)
class Listed(Generic[Item]):
    """The *items* of one page, and how many there are in all; *before* and *after* are where the
    neighbouring pages begin, None at an end."""

    items: tuple[Item, ...]
    total: int
    skip: int
    before: int | None
    after: int | None

    def each(self, show: Callable[[Item], Other]) -> Listed[Other]:
        """The same page with what *show* makes of each item."""
        items = tuple(show(item) for item in self.items)
        return Listed(items, self.total, self.skip, self.before, self.after)


def listed(found: Sequence[Item], wanted: Wanted) -> Listed[Item]:
    """The page of *found* that is wanted."""
    return paged(tuple(found[wanted.skip : wanted.skip + wanted.limit]), len(found), wanted)


def paged(items: tuple[Item, ...], total: int, wanted: Wanted) -> Listed[Item]:
    """*items* as the page that is wanted of *total*."""
    end = wanted.skip + wanted.limit
    before = max(0, wanted.skip - wanted.limit) if wanted.skip else None
    return Listed(items, total, wanted.skip, before, end if end < total else None)


def mentions(text: str, words: str) -> bool:
    """Whether all *words* stand in *text*, whatever the letter case."""
    folded = text.casefold()
    return all(word in folded for word in words.casefold().split())
