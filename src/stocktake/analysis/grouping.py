"""Asks → groups, each around its most central ask.

Groups are stars: the ask that is the same as most others becomes a centre, its neighbours are
spoken for, and so on with what is left; at last each ask goes to the centre it is most like. So
every member of a group passes the pair test with the ask that words the group, which a reader can
check, and no chain of small steps joins what is far apart. What is not linked to a group cannot
change it: adding unrelated asks leaves every group as it was. Ties go to the earlier ask in the
canonical order, so the order of arrival plays no part.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from scipy import sparse

from stocktake.analysis.asks import Ask
from stocktake.analysis.similarity import Indexes, Links, Values, link

_DIGITS = 9
_SHARPNESS = 3


@dataclass(frozen=True, slots=True)
class Group:
    """The places of the asks that are one, its *centre* among them, in order."""

    centre: int
    members: tuple[int, ...]


def group(asks: Sequence[Ask], founding: Sequence[bool] | None = None) -> list[Group]:
    """Group *asks*, which stand in canonical order; in order of their first members.

    Only asks that are *founding* can be a centre or stand alone; others join or are left out.
    Asks that say too little to be compared are left out.
    """
    can_found = [ask.says_something for ask in asks]
    if founding is not None:
        can_found = [able and told for able, told in zip(can_found, founding, strict=True)]
    kinds = _kinds(asks)
    graph = _Graph.of(link([kind.ask for kind in kinds]), kinds)
    able = [at for at, kind in enumerate(kinds) if any(can_found[place] for place in kind.places)]
    centres = _centres(able, graph)
    members: dict[int, list[int]] = defaultdict(list)
    for at, centre in _closest(centres, graph):
        if kinds[at].ask.says_something:
            members[centre] += kinds[at].places
    groups = [
        Group(_spokesman(kinds[centre], can_found), tuple(sorted(places)))
        for centre, places in members.items()
    ]
    return sorted(groups, key=lambda item: item.members)


@dataclass(frozen=True, slots=True)
class _Kind:
    """Asks that are alike in all that is compared, at their *places*."""

    ask: Ask
    places: list[int]


def _kinds(asks: Sequence[Ask]) -> list[_Kind]:
    """Asks that are alike are compared once."""
    places: dict[Ask, list[int]] = defaultdict(list)
    for place, ask in enumerate(asks):
        places[ask].append(place)
    return [_Kind(ask, found) for ask, found in places.items()]


@dataclass(frozen=True, slots=True)
class _Graph:
    """Which kinds are the same: row by row the neighbours of each, and how alike they are;
    *scores* tell how central each is."""

    starts: list[int]
    neighbours: Indexes
    likeness: Values
    scores: Values

    @classmethod
    def of(cls, links: Links, kinds: list[_Kind]) -> _Graph:
        size = (len(kinds), len(kinds))
        half = sparse.coo_array((links.likeness, (links.first, links.second)), shape=size)
        whole = sparse.csr_array(half + half.T)
        whole.sort_indices()
        counts = np.array([len(kind.places) for kind in kinds], dtype=float)
        likeness = np.round(whole.data, _DIGITS)
        central = sparse.csr_array((likeness**_SHARPNESS, whole.indices, whole.indptr), shape=size)
        scores = np.round(counts + central @ counts, _DIGITS)
        return cls(whole.indptr.tolist(), whole.indices.astype(np.int64), likeness, scores)

    def around(self, at: int) -> list[int]:
        found: list[int] = self.neighbours[self.starts[at] : self.starts[at + 1]].tolist()
        return found


def _centres(able: list[int], graph: _Graph) -> set[int]:
    """The asks around which groups form: most central first, none the neighbour of another.

    The closest count most, so that an ask that says just this is more central than one that
    says other things as well.
    """
    centres: set[int] = set()
    spoken_for: set[int] = set()
    scores = graph.scores.tolist()
    for at in sorted(able, key=lambda at: (-scores[at], at)):
        if at not in spoken_for:
            centres.add(at)
            spoken_for.update(graph.around(at))
    return centres


def _closest(centres: set[int], graph: _Graph) -> Iterator[tuple[int, int]]:
    """Each kind that is a centre or the neighbour of one, with the centre it is most like; of
    several, the earliest."""
    yield from ((centre, centre) for centre in centres)
    places = np.repeat(np.arange(len(graph.scores)), np.diff(graph.starts))
    near = np.isin(graph.neighbours, sorted(centres)) & ~np.isin(places, sorted(centres))
    order = np.lexsort((graph.neighbours[near], -graph.likeness[near], places[near]))
    found, firsts = np.unique(places[near][order], return_index=True)
    yield from zip(found.tolist(), graph.neighbours[near][order][firsts].tolist(), strict=True)


def _spokesman(kind: _Kind, can_found: list[bool]) -> int:
    return next(place for place in kind.places if can_found[place])
