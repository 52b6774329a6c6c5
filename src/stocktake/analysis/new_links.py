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
    chosen = _chosen(new, places, told)
    links = told.links([places[at] for at in chosen])
    numbers = np.array(chosen, dtype=np.int64)
    found = Links(numbers[links.first], numbers[links.second], links.likeness)
    return found if len(new) == len(places) else _sorted(found.touching(new))


def _chosen(new: Sequence[int], places: Sequence[int], told: Asked) -> Sequence[int]:
    """The new kinds, and those that may be linked to one of them: all where there are many new
    ones, or where meaning tells that asks without a common word are alike."""
    if told.crosses or len(new) * _FEW > len(places):
        return range(len(places))
    near = told.rows.may_link([places[at] for at in new])
    return sorted({*new, *np.flatnonzero(near[list(places)]).tolist()})


def _sorted(links: Links) -> Links:
    order = np.lexsort((links.second, links.first))
    return Links(links.first[order], links.second[order], links.likeness[order])
