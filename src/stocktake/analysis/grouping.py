"""Asks → groups, each worded by its most central ask.

Asks that are alike in all that is compared are one kind and are looked at once, so how many say
the same changes nothing. Kinds are gathered by average linkage (`gathering`). What is not linked to
a group cannot change it: adding unrelated asks leaves every group as it was. Groups that were
there before stay as they are; what is new joins them or each other, so only links of what is new
are looked for. Ties go to the earlier ask in the canonical order, so the order of arrival plays no
part.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from stocktake.analysis.asked import Asked
from stocktake.analysis.asks import Ask
from stocktake.analysis.centres import Cluster, Kind, centres
from stocktake.analysis.gathering import TOGETHER, gather
from stocktake.analysis.likeness import Meant
from stocktake.analysis.memo import FORGETFUL, Memo
from stocktake.analysis.new_links import links_of
from stocktake.analysis.similarity import Links, Pairs

_DIGITS = 9


@dataclass(frozen=True, slots=True)
class Group:
    """The places of the asks that are one, its *centre* among them, in order."""

    centre: int
    members: tuple[int, ...]


def group(
    asks: Sequence[Ask] | Asked,
    founding: Sequence[bool] | None = None,
    earlier: Sequence[int | None] | None = None,
    meant: Meant | None = None,
    memo: Memo = FORGETFUL,
) -> list[Group]:
    """Group *asks*, which stand in canonical order; in order of their first members.

    Only asks that are *founding* can be a centre or stand alone; others join or are left out.
    Asks that say too little to be compared are left out. *earlier* numbers the group in which an
    ask was before (None: it is new). What they are *meant* to say, by vectors, makes the test
    better, and lets asks in different languages meet (see `cross`).
    """
    told = asks if isinstance(asks, Asked) else Asked.of(asks, meant)
    tells = told.rows.tells.tolist()
    can_found = tells
    if founding is not None:
        can_found = [able and first for able, first in zip(tells, founding, strict=True)]
    kinds = _kinds(told.rows.keys, earlier or [None] * len(tells))
    able = [at for at, kind in enumerate(kinds) if any(can_found[place] for place in kind.places)]
    stands = {kinds[at].earlier: at for at in reversed(able) if kinds[at].earlier is not None}
    new = [at for at, kind in enumerate(kinds) if kind.earlier not in stands]
    links = links_of(new, [kind.places[0] for kind in kinds], told)
    firsts = _gathered(able, links, {at: kinds[at].earlier for at in able}, stands)
    others = [at for at, kind in enumerate(kinds) if tells[kind.places[0]] and at not in firsts]
    kept = {at: firsts[stands[kinds[at].earlier]] for at in others if kinds[at].earlier in stands}
    joined = dict(_joining([at for at in others if at not in kept], firsts, links))
    clusters = _clusters(kinds, firsts | joined | kept, can_found)
    found = centres(kinds, clusters, links, told, memo)
    groups = [Group(at, cluster.places) for at, cluster in zip(found, clusters, strict=True)]
    return sorted(groups, key=lambda item: item.members)


def _gathered(
    able: Sequence[int],
    links: Links,
    earlier: Mapping[int, int | None],
    stands: Mapping[int | None, int],
) -> dict[int, int]:
    """For each kind of *able* the first of its cluster; clusters that nothing new is linked to
    stay as they are without being looked at."""
    linked = {*links.first.tolist(), *links.second.tolist()}
    near = {None, *(earlier[at] for at in able if at in linked)}
    looked_at = [at for at in able if earlier[at] in near]
    before = {at: number for at in looked_at if (number := earlier[at]) is not None}
    rest = {at: stands[earlier[at]] for at in able if earlier[at] not in near}
    return rest | gather(looked_at, links, before)


def _kinds(keys: Sequence[bytes], earlier: Sequence[int | None]) -> list[Kind]:
    """Asks that are alike are compared once; those that were in different groups stay apart, and
    a new one goes where most of its kind are."""
    places: dict[bytes, dict[int | None, list[int]]] = defaultdict(lambda: defaultdict(list))
    for place, (key, number) in enumerate(zip(keys, earlier, strict=True)):
        places[key][number].append(place)
    kinds = [kind for key, found in places.items() for kind in _kinds_of(key, found)]
    return sorted(kinds, key=lambda kind: kind.places[0])


def _kinds_of(key: bytes, found: Mapping[int | None, list[int]]) -> Iterator[Kind]:
    known = [number for number in found if number is not None]
    home = min(known, key=lambda number: (-len(found[number]), found[number])) if known else None
    for number in known:
        new = found.get(None, []) if number == home else []
        yield Kind(key, tuple(sorted(found[number] + new)), number)
    if home is None:
        yield Kind(key, tuple(found[None]), None)


def _joining(others: Sequence[int], firsts: Mapping[int, int], links: Links) -> Pairs:
    """Of kinds that found nothing, those that are alike enough to a cluster, with its first."""
    sizes = Counter(firsts.values())
    wanted = frozenset(others)
    alike: dict[int, dict[int, float]] = defaultdict(lambda: defaultdict(float))
    for one, other, likeness in links.touching(others).both_ways():
        if one in wanted and other in firsts:
            alike[one][firsts[other]] += likeness
    for at in others:
        means = {first: round(total / sizes[first], _DIGITS) for first, total in alike[at].items()}
        best = min(means, key=lambda first: (-means[first], first), default=None)
        if best is not None and means[best] >= TOGETHER:
            yield at, best


def _clusters(
    kinds: Sequence[Kind], firsts: Mapping[int, int], can_found: Sequence[bool]
) -> list[Cluster]:
    members: dict[int, list[int]] = defaultdict(list)
    for at in sorted(firsts):
        members[firsts[at]].append(at)
    return [Cluster.of(several, kinds, can_found) for several in members.values()]
