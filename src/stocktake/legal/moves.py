"""Which provisions were moved: below something else, or past their neighbours."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from stocktake.legal.places import Side
from stocktake.legal.rising import longest_rising

Link = tuple[int, int]


def moved(old: Side, new: Side, pairs: Iterable[Link], links: Iterable[Link]) -> frozenset[Link]:
    """Those of *pairs* that moved; *links* tells what became of what, splits and merges with it.

    What stands around a provision is the innermost around it that both drafts have.
    """
    became = frozenset(links)
    rows, columns = {row for row, _ in became}, {column for _, column in became}
    places = {(r, c): (old.around(r, rows), new.around(c, columns)) for r, c in pairs}
    away = {pair for pair, place in places.items() if place not in became | {(-1, -1)}}
    return frozenset(away | _past_neighbours(places, away))


def _past_neighbours(places: Mapping[Link, Link], away: set[Link]) -> set[Link]:
    """Those that do not keep their order among the others that stayed in the same place."""
    together: dict[Link, list[Link]] = {}
    for pair in sorted(places.keys() - away):
        together.setdefault(places[pair], []).append(pair)
    kept = {pair for pairs in together.values() for pair in longest_rising(pairs)}
    return places.keys() - away - kept
