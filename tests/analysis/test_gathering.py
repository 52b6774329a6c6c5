"""Clusters are those that come of joining the most alike of all pairs, one by one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import combinations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from stocktake.analysis.gathering import TOGETHER, gather
from stocktake.analysis.similarity import SAME, Links

ASKS = 9
LIKENESS = st.sampled_from([0.25, 1 / 3, 0.4999999999, 0.5, 0.7, 0.9])
PAIRS = st.dictionaries(
    st.sampled_from(list(combinations(range(ASKS), 2))), LIKENESS, max_size=ASKS * 4
)
EARLIER = st.dictionaries(st.integers(0, ASKS - 1), st.integers(1, 3), max_size=ASKS)
Pairs = Mapping[tuple[int, int], float]


def links(pairs: Pairs) -> Links:
    first = np.array([one for one, _ in pairs], dtype=np.int64)
    second = np.array([other for _, other in pairs], dtype=np.int64)
    return Links(first, second, np.array(list(pairs.values()), dtype=float))


def mean(one: Sequence[int], other: Sequence[int], pairs: Pairs) -> float:
    alike = [pairs.get((min(a, b), max(a, b)), 0.0) for a in one for b in other]
    found = round(sum(alike) / len(alike), 9)
    return found if found >= (SAME if len(alike) == 1 else TOGETHER) else 0.0


def by_hand(pairs: Pairs, earlier: Mapping[int, int]) -> dict[int, int]:
    """Clusters made by looking at all pairs of clusters before each join."""
    numbers = set(earlier.values())
    kept = [[at for at in sorted(earlier) if earlier[at] == number] for number in numbers]
    clusters = kept + [[at] for at in range(ASKS) if at not in earlier]
    while True:
        able = (
            (-mean(one, other, pairs), *sorted((one, other)))
            for one, other in combinations(clusters, 2)
            if not (set(one) & earlier.keys() and set(other) & earlier.keys())
        )
        negative, one, other = min(able, default=(0.0, [], []))
        if not negative:
            return {at: min(cluster) for cluster in clusters for at in cluster}
        clusters = [item for item in clusters if item not in (one, other)] + [sorted(one + other)]


@given(PAIRS)
def test_clusters_are_those_of_the_most_alike_joined_first(pairs: Pairs) -> None:
    assert gather(range(ASKS), links(pairs), {}) == by_hand(pairs, {})


@given(PAIRS, EARLIER)
def test_clusters_that_were_there_stay_apart_and_new_asks_join_them(
    pairs: Pairs, earlier: Mapping[int, int]
) -> None:
    assert gather(range(ASKS), links(pairs), earlier) == by_hand(pairs, earlier)
