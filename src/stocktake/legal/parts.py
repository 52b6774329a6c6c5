"""What stayed alone, found again inside what was paired: a provision split or merged.

It goes with what holds most of its words, if they are not there anyway: what the partner of that
one explains already proves nothing, unless both say nearly the same.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np
from scipy import sparse

from stocktake.legal.evidence import Flags, at_home
from stocktake.legal.likeness import Floats, Links, Units, inside, likeness, near
from stocktake.legal.pairing import Paired
from stocktake.legal.places import Numbers, Side

_ALIKE = 0.6
_INSIDE = 0.45
_RUNS = 0.3
_GAIN = 0.25
_FEWEST = 4
_FAR = 0.2
_WEAK = 0.35
_BETTER = 0.2


@dataclass(frozen=True, slots=True)
class Parted:
    """All links found, with the likeness of words and the strength of each.

    *is_part* tells those that were added to a pair: a part that was split off or merged in.
    """

    links: Links
    similarity: Floats
    strength: Floats
    is_part: Flags


def parts(words: Units, pairs: Paired, sides: tuple[Side, Side]) -> Parted:
    """The *pairs* that hold, and links from what is in none to what holds it.

    A weak pair gives way where one of the two lies far better in what another pair is about. A
    provision is linked once; what has taken in several is not divided among several.
    """
    links = near(words)
    merges, splits = _strengths(words, pairs.links, links, sides)
    holds = ~_giving_way(words, pairs.links, links, merges, splits)
    kept = pairs.links[holds]
    chosen = np.array([*_chosen(links, merges, splits, _Bonds.of(words, kept))], np.int64)
    both = np.concatenate([kept, links[chosen]])
    return Parted(
        both,
        likeness(words, both),
        np.concatenate([pairs.strength[holds], np.maximum(merges, splits)[chosen]]),
        np.arange(len(both)) >= len(kept),
    )


def _strengths(
    words: Units, pairs: Links, links: Links, sides: tuple[Side, Side]
) -> tuple[Floats, Floats]:
    """How much each link speaks for the old being merged, and for the new being split off."""
    bonds = _Bonds.of(words, pairs)
    old, new = words.old[links[:, 0]], words.new[links[:, 1]]
    far = np.where(at_home(links, pairs, sides), 0.0, _FAR)
    alike = likeness(words, links) - far
    merges = _strength(words, old, new, _partner(words.old, bonds.was[links[:, 1]]), alike)
    splits = _strength(words, new, old, _partner(words.new, bonds.became[links[:, 0]]), alike)
    merges[merges < _INSIDE + far], splits[splits < _INSIDE + far] = 0.0, 0.0
    return merges, splits


def _giving_way(words: Units, pairs: Links, links: Links, merges: Floats, splits: Floats) -> Flags:
    """Which pairs are weaker than what one of the two has with another."""
    old, new = words.old[pairs[:, 0]], words.new[pairs[:, 1]]
    merged, split = np.zeros(words.old.shape[0]), np.zeros(words.new.shape[0])
    np.maximum.at(merged, links[:, 0], merges)
    np.maximum.at(split, links[:, 1], splits)
    better = merged[pairs[:, 0]] > inside(old, new) + _BETTER
    better |= split[pairs[:, 1]] > inside(new, old) + _BETTER
    found: Flags = better & (likeness(words, pairs) < _WEAK)
    return found


def _partner(side: sparse.csr_matrix, numbers: Numbers) -> sparse.csr_matrix:
    """The rows of *numbers*, empty where there is none."""
    there = sparse.diags((numbers >= 0).astype(float))
    return sparse.csr_matrix(there @ side[np.maximum(numbers, 0)])


def _strength(
    words: Units,
    part: sparse.csr_matrix,
    whole: sparse.csr_matrix,
    partner: sparse.csr_matrix,
    alike: Floats,
) -> Floats:
    """How much of *part* lies in *whole*; 0 where that proves nothing."""
    share = inside(part, whole)
    runs = inside(part[:, words.is_run], whole[:, words.is_run])
    gain = share - inside(part, whole.minimum(partner))
    long = np.diff(part[:, ~words.is_run].indptr) >= _FEWEST
    proves = (share >= _INSIDE) & (runs >= _RUNS) & (gain >= _GAIN)
    found: Floats = np.where(long & (proves | (alike >= _ALIKE)), share, 0.0)
    return found


@dataclass(frozen=True, slots=True)
class _Bonds:
    """What each provision hangs on in the other draft (-1: on none), and which hold several."""

    became: Numbers
    was: Numbers
    merged: set[int] = field(default_factory=set)
    split: set[int] = field(default_factory=set)

    @classmethod
    def of(cls, words: Units, pairs: Links) -> _Bonds:
        became = np.full(words.old.shape[0], -1)
        was = np.full(words.new.shape[0], -1)
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


def _chosen(links: Links, merges: Floats, splits: Floats, bonds: _Bonds) -> Iterator[int]:
    """The numbers of the links to take, the strongest first."""
    strength = np.round(np.maximum(merges, splits), 6)
    for number in np.lexsort((links[:, 1], links[:, 0], -strength)).tolist():
        row, column = links[number].tolist()
        if (merges[number] and bonds.merge(row, column)) or (
            splits[number] and bonds.divide(row, column)
        ):
            yield number
