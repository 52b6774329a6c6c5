"""A draft as a tree: each provision with its stretches and the provisions below it, in order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from stocktake.model import Draft, Provision, Stretch


@dataclass(frozen=True, slots=True)
class Item:
    """A provision, and what it is made of: its own stretches and Items, in the text's order."""

    provision: Provision
    parts: list[Item | Stretch] = field(default_factory=list)


def outline(draft: Draft) -> Iterator[Item | Stretch]:
    """The outermost provisions, and the stretches between them that belong to none.

    A stretch without a provision (a blank, say) stands in the innermost one around it.
    """
    top: list[Item | Stretch] = []
    open_items: list[Item] = []
    waiting = list(reversed(draft.provisions))
    for stretch in draft.stretches:
        while waiting and waiting[-1].start <= stretch.start:
            _close(open_items, waiting[-1].start)
            item = Item(waiting.pop())
            (open_items[-1].parts if open_items else top).append(item)
            open_items.append(item)
        _close(open_items, stretch.start)
        (open_items[-1].parts if open_items else top).append(stretch)
    for provision in reversed(waiting):
        _close(open_items, provision.start)
        item = Item(provision)
        (open_items[-1].parts if open_items else top).append(item)
        open_items.append(item)
    yield from top


def _close(open_items: list[Item], place: int) -> None:
    """Leave the provisions that end before *place*, but not one that has just begun there."""
    while open_items and open_items[-1].provision.end <= place:
        open_items.pop()
