"""Links of asks that are new, with each other and with those that were there before."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from stocktake.analysis.asked import Asked
from stocktake.analysis.similarity import Links

_FEW = 20


def links_of(new: Sequence[int], places: Sequence[int], told: Asked) -> Links:
    """The links of the kinds *new* with all kinds, which are numbered in the order of the *places*
    where their first asks are *told*."""
    if told.crosses or len(new) * _FEW > len(places):
        links = told.links(places)
        return links if len(new) == len(places) else _sorted(links.touching(new))
    chosen = [*new, *_near(new, places, told)]
    links = told.links([places[at] for at in chosen], firsts=len(new))
    numbers = np.array(chosen, dtype=np.int64)
    one, other = numbers[links.first], numbers[links.second]
    return _sorted(Links(np.minimum(one, other), np.maximum(one, other), links.likeness))


def _near(new: Sequence[int], places: Sequence[int], told: Asked) -> list[int]:
    """The kinds beside the *new* ones that may be linked to one of them."""
    near = told.rows.may_link([places[at] for at in new])
    known: list[int] = np.flatnonzero(near[list(places)]).tolist()
    return sorted(set(known).difference(new))


def _sorted(links: Links) -> Links:
    order = np.lexsort((links.second, links.first))
    return Links(links.first[order], links.second[order], links.likeness[order])
