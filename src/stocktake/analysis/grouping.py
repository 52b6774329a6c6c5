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
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from stocktake.analysis.asks import Ask
from stocktake.analysis.similarity import Links, link

_DIGITS = 9
_SHARPNESS = 3


@dataclass(frozen=True, slots=True)
class Group:
    """The places of the asks that are one, its *centre* among them, in order."""

    centre: int
    members: tuple[int, ...]


Neighbours = Mapping[int, list[tuple[int, float]]]


def group(asks: Sequence[Ask], founding: Sequence[bool] | None = None) -> list[Group]:
    """Group *asks*, which stand in canonical order; in order of their first members.

    Only asks that are *founding* can be a centre or stand alone; others join or are left out.
    Asks that say too little to be compared are left out.
    """
    can_found = [ask.says_something for ask in asks]
    if founding is not None:
        can_found = [able and told for able, told in zip(can_found, founding, strict=True)]
    kinds = _kinds(asks)
    links = link([kind.ask for kind in kinds])
    neighbours = _neighbours(links, kinds)
    centres = _centres(kinds, neighbours, can_found)
    chosen = {
        at: _closest(at, centres, neighbours)
        for at, kind in enumerate(kinds)
        if kind.ask.says_something
    }
    members: dict[int, list[int]] = defaultdict(list)
    for at, centre in chosen.items():
        if centre is not None:
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


def _neighbours(links: Links, kinds: list[_Kind]) -> Neighbours:
    found: dict[int, list[tuple[int, float]]] = defaultdict(list)
    rows = zip(links.first.tolist(), links.second.tolist(), links.likeness.tolist(), strict=True)
    for first, second, likeness in rows:
        if kinds[first].ask.says_something and kinds[second].ask.says_something:
            found[first].append((second, likeness))
            found[second].append((first, likeness))
    return found


def _centres(kinds: list[_Kind], neighbours: Neighbours, can_found: list[bool]) -> set[int]:
    """The asks around which groups form: most central first, none the neighbour of another."""
    able = [at for at, kind in enumerate(kinds) if any(can_found[place] for place in kind.places)]
    scores = {at: _score(at, kinds, neighbours) for at in able}
    centres: set[int] = set()
    spoken_for: set[int] = set()
    for at in sorted(able, key=lambda at: (-scores[at], at)):
        if at not in spoken_for:
            centres.add(at)
            spoken_for.update(other for other, _ in neighbours.get(at, ()))
    return centres


def _score(at: int, kinds: list[_Kind], neighbours: Neighbours) -> float:
    """How many asks are the same as this one; the closest count most, so that an ask that says
    just this is more central than one that says other things as well."""
    near = neighbours.get(at, ())
    others = (likeness**_SHARPNESS * len(kinds[other].places) for other, likeness in near)
    return round(len(kinds[at].places) + sum(others), _DIGITS)


def _closest(at: int, centres: set[int], neighbours: Neighbours) -> int | None:
    if at in centres:
        return at
    near = [
        (-round(likeness, _DIGITS), other)
        for other, likeness in neighbours.get(at, ())
        if other in centres
    ]
    return min(near)[1] if near else None


def _spokesman(kind: _Kind, can_found: list[bool]) -> int:
    return next(place for place in kind.places if can_found[place])
