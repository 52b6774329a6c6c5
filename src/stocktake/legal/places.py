"""Where the provisions of a draft stand: what is around each, before it and behind it."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from stocktake.model import Draft, Provision

Numbers = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Side:
    """One draft: for each provision the numbers of its parent and neighbours, -1 for none.

    *top* is the outermost provision around it, or itself.
    """

    provisions: tuple[Provision, ...]
    parent: Numbers
    before: Numbers
    behind: Numbers
    top: Numbers

    @classmethod
    def of(cls, draft: Draft) -> Side:
        index = {item.id: number for number, item in enumerate(draft.provisions)}
        parent = np.array([index.get(item.parent or "", -1) for item in draft.provisions], np.int64)
        before, behind = np.full(len(index), -1), np.full(len(index), -1)
        top = np.arange(len(index))
        last: dict[int, int] = {}
        for number, around in enumerate(parent.tolist()):
            before[number] = last.get(around, -1)
            behind[before[number]] = number if before[number] >= 0 else behind[before[number]]
            top[number] = top[around] if around >= 0 else number
            last[around] = number
        return cls(draft.provisions, parent, before, behind, top)

    def around(self, number: int, among: Container[int]) -> int:
        """The innermost provision around one that is *among* these; -1 if none is."""
        at = int(self.parent[number])
        while at >= 0 and at not in among:
            at = int(self.parent[at])
        return at
