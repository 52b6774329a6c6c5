"""What hangs together between two drafts: several old with one new, or several new with one old."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from stocktake.legal.likeness import Links
from stocktake.legal.places import Numbers, Side


@dataclass(frozen=True, slots=True)
class Bonds:
    """What each provision hangs on in the other draft, -1 for none, and which hold several.

    The last entry of *became* and *was* is that of no provision.
    """

    became: Numbers
    was: Numbers
    merged: set[int] = field(default_factory=set)
    split: set[int] = field(default_factory=set)

    @classmethod
    def of(cls, pairs: Links, old: Side, new: Side) -> Bonds:
        became = np.full(len(old.provisions) + 1, -1)
        was = np.full(len(new.provisions) + 1, -1)
        became[pairs[:, 0]], was[pairs[:, 1]] = pairs[:, 1], pairs[:, 0]
        return cls(became, was)

    def merge(self, row: int, column: int) -> bool:
        """Old *row* goes into new *column*; False if it cannot."""
        return _bind(row, column, (self.became, self.was), (self.merged, self.split))

    def divide(self, row: int, column: int) -> bool:
        """New *column* comes out of old *row*; False if it cannot."""
        return _bind(column, row, (self.was, self.became), (self.split, self.merged))


def _bind(
    part: int, whole: int, bonds: tuple[Numbers, Numbers], several: tuple[set[int], set[int]]
) -> bool:
    mine, its = bonds
    partner = int(its[whole])
    if mine[part] >= 0 or partner in several[1]:
        return False
    if partner >= 0:
        several[0].add(whole)
    else:
        its[whole] = part
    mine[part] = whole
    return True
