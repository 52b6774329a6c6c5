"""Which provision of one draft is which of the next, one to one.

The pairs with the greatest sum of evidence are taken (linear assignment, sparse: Jonker and
Volgenant 1987). What is around and beside a provision speaks for a pair as well, so they are taken
again with what the first ones teach.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy import sparse

from stocktake.legal.evidence import around, by_place, by_words, enough, placed, union
from stocktake.legal.likeness import Floats, Links, Units, likeness
from stocktake.legal.places import Numbers, Side

_LEAST = 0.35
_ROUNDS = 4


@dataclass(frozen=True, slots=True)
class Paired:
    """The *links* taken, for each how alike its words are, and how strong it is in all."""

    links: Links
    similarity: Floats
    strength: Floats


def paired(words: Units, worded: Links, old: Side, new: Side) -> Paired:
    """Each old provision with at most one new, so that the pairs are the strongest together.

    *worded* are the pairs that their words make worth comparing.
    """
    found = Paired(np.zeros((0, 2), np.int64), np.zeros(0), np.zeros(0))
    for _ in range(_ROUNDS):
        found = _again(words, worded, found.links, (old, new))
    return found


def _again(words: Units, worded: Links, taken: Links, sides: tuple[Side, Side]) -> Paired:
    """The pairs that are strongest where *taken* are held for pairs."""
    links = union([worded, placed(taken, *sides), around(taken, *sides)], sides[1])
    alike = likeness(words, links)
    said = by_words(words, links, alike)
    score = said + by_place(links, taken, *sides)
    score[~enough(words, links, said, taken, sides)] = 0.0
    best = _best(links, score, *(len(side.provisions) for side in sides))
    return Paired(links[best], alike[best], score[best])


def _best(links: Links, score: Floats, was: int, now: int) -> Numbers:
    """The numbers of the links with the greatest sum of scores, none below the least.

    Each provision may stay alone: it is then matched with a place of its own, without gain.
    """
    strong = np.flatnonzero(score >= _LEAST)
    if not len(strong):
        return strong
    rows, columns = links[strong].T
    one = np.concatenate([rows, np.arange(was), was + np.arange(now), was + columns])
    two = np.concatenate([columns, now + np.arange(was), np.arange(now), now + rows])
    top = float(score.max()) + 1.0
    cost = np.concatenate([top - score[strong], np.full(was + now + len(strong), top)])
    from scipy.sparse.csgraph import min_weight_full_bipartite_matching  # slow to import

    graph = sparse.csr_matrix((cost, (one, two)), shape=(was + now, was + now))
    matched = min_weight_full_bipartite_matching(graph)[1]
    best: Numbers = strong[matched[rows] == columns]
    return best
