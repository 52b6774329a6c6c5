"""Which ask of a group is the most central, and words it.

That depends on the asks of the group alone, so it is kept under the hash of these.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from stocktake.analysis.asked import Asked
from stocktake.analysis.memo import Memo
from stocktake.analysis.similarity import Links

KIND = "centres"
_DIGITS = 9
_SHARPNESS = 3
_BYTES = 4


@dataclass(frozen=True, slots=True)
class Kind:
    """Asks that are alike in all that is compared, at their *places*, with one *key*; *earlier* is
    the number of the group in which they were."""

    key: bytes
    places: tuple[int, ...]
    earlier: int | None


@dataclass(frozen=True, slots=True)
class Cluster:
    """Kinds that are one group, its *members*, by number; their *places*; of those kinds that can
    be its centre, in order, the first place where they can (*able*); whether all are new."""

    members: tuple[int, ...]
    places: tuple[int, ...]
    able: dict[int, int]
    is_new: bool

    @classmethod
    def of(
        cls, members: Sequence[int], kinds: Sequence[Kind], can_found: Sequence[bool]
    ) -> Cluster:
        first = ((at, _first(kinds[at].places, can_found)) for at in members)
        return cls(
            tuple(members),
            tuple(sorted(place for at in members for place in kinds[at].places)),
            {at: place for at, place in first if place is not None},
            all(kinds[at].earlier is None for at in members),
        )

    def key(self, kinds: Sequence[Kind]) -> str:
        """The hash of all that the centre depends on."""
        total = hashlib.blake2b(digest_size=16)
        for at in self.members:
            total.update(kinds[at].key)
            total.update(len(kinds[at].places).to_bytes(_BYTES, "little"))
            total.update(bytes([at in self.able]))
        return total.hexdigest()


def centres(
    kinds: Sequence[Kind],
    clusters: Sequence[Cluster],
    links: Links,
    told: Asked,
    memo: Memo,
) -> list[int]:
    """The place of the centre of each cluster; *links* are those of kinds that are new."""
    counts = [len(kind.places) for kind in kinds]
    scores = _scores(counts, _inside(clusters, links, len(kinds)))
    known, kept = memo.known(KIND), dict[str, bytes]()
    found = []
    for cluster in clusters:
        best = next(iter(cluster.able))
        if len(cluster.able) > 1:
            key = cluster.key(kinds)
            if key in known:
                best = cluster.members[int.from_bytes(known[key], "little")]
            else:
                best = _best(cluster, scores if cluster.is_new else _within(cluster, kinds, told))
            kept[key] = cluster.members.index(best).to_bytes(_BYTES, "little")
        found.append(cluster.able[best])
    memo.keep(KIND, kept)
    return found


def _first(places: Iterable[int], can_found: Sequence[bool]) -> int | None:
    return next((place for place in places if can_found[place]), None)


def _best(cluster: Cluster, scores: Mapping[int, float]) -> int:
    return min(cluster.able, key=lambda at: (-scores[at], at))


def _inside(clusters: Sequence[Cluster], links: Links, count: int) -> Links:
    """The links within clusters."""
    owners = -1 - np.arange(count)
    for number, cluster in enumerate(clusters):
        owners[list(cluster.members)] = number
    inside = owners[links.first] == owners[links.second]
    return Links(links.first[inside], links.second[inside], links.likeness[inside])


def _within(cluster: Cluster, kinds: Sequence[Kind], told: Asked) -> Mapping[int, float]:
    """The scores of a cluster, by links that are looked for in it alone."""
    several = [kinds[at] for at in cluster.members]
    links = told.links([kind.places[0] for kind in several])
    scores = _scores([len(kind.places) for kind in several], links)
    return {at: scores[number] for number, at in enumerate(cluster.members)}


def _scores(sizes: Sequence[int], links: Links) -> Mapping[int, float]:
    """How central each kind is in its group: the closest count most, so that an ask that says
    just this is more central than one that says other things as well."""
    counts = np.array(sizes, dtype=float)
    closeness = links.likeness**_SHARPNESS
    scores = counts.copy()
    np.add.at(scores, links.first, closeness * counts[links.second])
    np.add.at(scores, links.second, closeness * counts[links.first])
    return dict(enumerate(np.round(scores, _DIGITS).tolist()))
