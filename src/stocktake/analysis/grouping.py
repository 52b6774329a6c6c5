"""Asks → groups, each worded by its most central ask.

Asks that are alike in all that is compared are one kind and are looked at once, so how many say
the same changes nothing. Kinds are gathered by average linkage (`gathering`). What is not linked to
a group cannot change it: adding unrelated asks leaves every group as it was. Groups that were
there before stay as they are; what is new joins them or each other. Ties go to the earlier ask in
the canonical order, so the order of arrival plays no part.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from stocktake.analysis.asks import Ask
from stocktake.analysis.crossing import cross
from stocktake.analysis.gathering import TOGETHER, gather
from stocktake.analysis.likeness import Meant
from stocktake.analysis.similarity import Links, Pairs, link, merged

_DIGITS = 9
_SHARPNESS = 3


@dataclass(frozen=True, slots=True)
class Group:
    """The places of the asks that are one, its *centre* among them, in order."""

    centre: int
    members: tuple[int, ...]


def group(
    asks: Sequence[Ask],
    founding: Sequence[bool] | None = None,
    earlier: Sequence[int | None] | None = None,
    meant: Meant | None = None,
) -> list[Group]:
    """Group *asks*, which stand in canonical order; in order of their first members.

    Only asks that are *founding* can be a centre or stand alone; others join or are left out.
    Asks that say too little to be compared are left out. *earlier* numbers the group in which an
    ask was before (None: it is new). What they are *meant* to say, by vectors, makes the test
    better, and lets asks in different languages meet (see `cross`).
    """
    can_found = [ask.says_something for ask in asks]
    if founding is not None:
        can_found = [able and told for able, told in zip(can_found, founding, strict=True)]
    kinds = _kinds(asks, earlier or [None] * len(asks))
    links = _links(kinds, meant)
    able = [at for at, kind in enumerate(kinds) if any(can_found[place] for place in kind.places)]
    before = {at: kinds[at].earlier for at in able}
    firsts = gather(
        able, links, {at: number for at, number in before.items() if number is not None}
    )
    telling = {at for at, kind in enumerate(kinds) if kind.ask.says_something}
    firsts |= dict(_joining(sorted(telling - set(firsts)), firsts, links))
    return _groups(kinds, firsts, links, can_found)


@dataclass(frozen=True, slots=True)
class _Kind:
    """Asks that are alike in all that is compared, at their *places*; *earlier* is the number of
    the group in which they were."""

    ask: Ask
    places: list[int]
    earlier: int | None


def _kinds(asks: Sequence[Ask], earlier: Sequence[int | None]) -> list[_Kind]:
    """Asks that are alike are compared once; those that were in different groups stay apart, and
    a new one goes where most of its kind are."""
    places: dict[Ask, dict[int | None, list[int]]] = defaultdict(lambda: defaultdict(list))
    for place, (ask, number) in enumerate(zip(asks, earlier, strict=True)):
        places[ask][number].append(place)
    kinds = [kind for ask, found in places.items() for kind in _kinds_of(ask, found)]
    return sorted(kinds, key=lambda kind: kind.places[0])


def _kinds_of(ask: Ask, found: Mapping[int | None, list[int]]) -> Iterator[_Kind]:
    known = [number for number in found if number is not None]
    home = min(known, key=lambda number: (-len(found[number]), found[number])) if known else None
    for number in known:
        new = found.get(None, []) if number == home else []
        yield _Kind(ask, sorted(found[number] + new), number)
    if home is None:
        yield _Kind(ask, found[None], None)


def _links(kinds: Sequence[_Kind], meant: Meant | None) -> Links:
    told = [kind.ask for kind in kinds]
    if meant is None:
        return link(told)
    own = meant.of([kind.places[0] for kind in kinds])
    links = link(told, own)
    return merged([links, cross(told, own.vectors)]) if own.crosses else links


def _joining(others: Sequence[int], firsts: Mapping[int, int], links: Links) -> Pairs:
    """Of kinds that found nothing, those that are alike enough to a cluster, with its first."""
    sizes = Counter(firsts.values())
    wanted = frozenset(others)
    alike: dict[int, dict[int, float]] = defaultdict(lambda: defaultdict(float))
    for one, other, likeness in links.both_ways():
        if one in wanted and other in firsts:
            alike[one][firsts[other]] += likeness
    for at in others:
        means = {first: round(total / sizes[first], _DIGITS) for first, total in alike[at].items()}
        best = min(means, key=lambda first: (-means[first], first), default=None)
        if best is not None and means[best] >= TOGETHER:
            yield at, best


def _groups(
    kinds: Sequence[_Kind], firsts: Mapping[int, int], links: Links, can_found: Sequence[bool]
) -> list[Group]:
    members: dict[int, list[int]] = defaultdict(list)
    for at in sorted(firsts):
        members[firsts[at]].append(at)
    scores = _scores(kinds, firsts, links)
    groups = []
    for cluster in members.values():
        places = sorted(place for at in cluster for place in kinds[at].places)
        able = [at for at in cluster if any(can_found[place] for place in kinds[at].places)]
        best = kinds[min(able, key=lambda at: (-scores[at], at))]
        centre = next(place for place in best.places if can_found[place])
        groups.append(Group(centre, tuple(places)))
    return sorted(groups, key=lambda item: item.members)


def _scores(kinds: Sequence[_Kind], firsts: Mapping[int, int], links: Links) -> list[float]:
    """How central each kind is in its group: the closest count most, so that an ask that says
    just this is more central than one that says other things as well."""
    counts = np.array([len(kind.places) for kind in kinds], dtype=float)
    cluster = np.array([firsts.get(at, -1 - at) for at in range(len(kinds))], dtype=np.int64)
    inside = cluster[links.first] == cluster[links.second]
    first, second = links.first[inside], links.second[inside]
    closeness = links.likeness[inside] ** _SHARPNESS
    scores = counts.copy()
    np.add.at(scores, first, closeness * counts[second])
    np.add.at(scores, second, closeness * counts[first])
    rounded: list[float] = np.round(scores, _DIGITS).tolist()
    return rounded
