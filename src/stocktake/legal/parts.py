"""What stayed alone, found again inside what was paired: a provision split or merged.

It goes with what holds most of its words, if they are not there anyway: what the partner of that
one explains already proves nothing, unless both say nearly the same.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from scipy import sparse

from stocktake.legal.bonds import Bonds
from stocktake.legal.evidence import Flags, among, at_home, union
from stocktake.legal.likeness import Floats, Links, Units, inside, likeness, shared
from stocktake.legal.pairing import Paired
from stocktake.legal.places import Numbers, Side

_ALIKE = 0.6
_AT_HOME = 0.45
_ELSEWHERE = 0.65
_BELOW = 0.35
_SAYS_MUCH = 40.0
_RUNS = 0.65
_GAIN = 0.5
_FEWEST = 4
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


def parts(words: Units, worded: Links, pairs: Paired, sides: tuple[Side, Side]) -> Parted:
    """The *pairs* that hold, and links from what is in none to what holds it.

    A weak pair gives way where one of the two lies far better in what another pair is about. A
    provision is linked once; what has taken in several is not divided among several.
    """
    bonds = Bonds.of(pairs.links, *sides)
    links = union([worded, *_below(bonds, *sides)], sides[1])
    merges, splits = _strengths(words, links, _needs(words, pairs.links, links, sides), bonds)
    holds = ~_giving_way(words, pairs.links, links, merges, splits)
    kept = pairs.links[holds]
    chosen = np.array([*_chosen(links, merges, splits, Bonds.of(kept, *sides))], np.int64)
    both = np.concatenate([kept, links[chosen]])
    return Parted(
        both,
        likeness(words, both),
        np.concatenate([pairs.strength[holds], np.maximum(merges, splits)[chosen]]),
        np.arange(len(both)) >= len(kept),
    )


def _below(bonds: Bonds, old: Side, new: Side) -> tuple[Links, Links]:
    """What stands below the old of a pair with its new, and its old with what is below its new."""
    merged, split = bonds.became[old.parent], bonds.was[new.parent]
    down = np.stack([np.arange(len(merged)), merged], axis=1)[merged >= 0]
    up = np.stack([split, np.arange(len(split))], axis=1)[split >= 0]
    return down, up


def _needs(
    words: Units, pairs: Links, links: Links, sides: tuple[Side, Side]
) -> tuple[Floats, Floats]:
    """The share that must lie inside, to be merged and to be split off.

    A common phrase from elsewhere is not enough, though all of it lies inside.
    A chapeau takes in its points, or is divided into points, more often than words alone tell.
    """
    down, up = _below(Bonds.of(pairs, *sides), *sides)
    says_much = shared(words.old[links[:, 0]], words.new[links[:, 1]]) >= _SAYS_MUCH
    elsewhere = np.where(says_much, _ELSEWHERE, np.inf)
    usual = np.where(at_home(links, pairs, sides), _AT_HOME, elsewhere)
    merging = np.where(among(links, down, sides[1]), _BELOW, usual)
    return merging, np.where(among(links, up, sides[1]), _BELOW, usual)


def _strengths(
    words: Units, links: Links, needs: tuple[Floats, Floats], bonds: Bonds
) -> tuple[Floats, Floats]:
    """How much each link speaks for the old being merged, and for the new being split off."""
    old, new = words.old[links[:, 0]], words.new[links[:, 1]]
    alike = likeness(words, links)
    merger = _partner(words.old, bonds.was[links[:, 1]])
    divided = _partner(words.new, bonds.became[links[:, 0]])
    merges = _strength(words, (old, new, merger), needs[0], alike)
    return merges, _strength(words, (new, old, divided), needs[1], alike)


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
    rows: tuple[sparse.csr_matrix, sparse.csr_matrix, sparse.csr_matrix],
    need: Floats,
    alike: Floats,
) -> Floats:
    """How much of a part lies in a whole, which has a partner; 0 where that proves nothing."""
    part, whole, partner = rows
    share = inside(part, whole)
    runs = inside(part[:, words.is_run], whole[:, words.is_run])
    gain = share - inside(part, whole.minimum(partner))
    long = np.diff(part[:, ~words.is_run].indptr) >= _FEWEST
    proves = (share >= need) & (runs >= _RUNS * need) & (gain >= _GAIN * need)
    is_copy = alike >= _ALIKE + need - _AT_HOME
    found: Floats = np.where(long & (proves | is_copy), share, 0.0)
    return found


def _chosen(links: Links, merges: Floats, splits: Floats, bonds: Bonds) -> Iterator[int]:
    """The numbers of the links to take, the strongest first."""
    strength = np.round(np.maximum(merges, splits), 6)
    for number in np.lexsort((links[:, 1], links[:, 0], -strength)).tolist():
        row, column = links[number].tolist()
        if (merges[number] and bonds.merge(row, column)) or (
            splits[number] and bonds.divide(row, column)
        ):
            yield number
