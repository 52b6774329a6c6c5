"""Texts meet others that share much of their sketch, and few of a crowd."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from stocktake.analysis.copies import Hashes
from stocktake.analysis.meeting import NEXT, meetings, touched


def sketch(*shingles: int) -> Hashes:
    return np.array(sorted(shingles), dtype=np.uint64)


def pairs(*sketches: Hashes) -> list[tuple[int, int, int]]:
    met = meetings(sketches)
    return list(zip(met.first.tolist(), met.second.tolist(), met.shared.tolist(), strict=True))


def test_texts_that_share_shingles_meet_with_the_number_of_these() -> None:
    assert pairs(sketch(1, 2, 3), sketch(7, 8), sketch(2, 3, 4)) == [(0, 2, 2)]


def test_texts_that_share_little_of_their_sketches_do_not_meet() -> None:
    assert pairs(sketch(*range(10)), sketch(9, *range(20, 29))) == []


def test_nothing_meets_where_nothing_is_told() -> None:
    assert pairs() == pairs(sketch(), sketch()) == []


def test_in_a_crowd_each_meets_the_next_ones_only() -> None:
    crowd = [sketch(*range(12)) for _ in range(NEXT + 20)]
    assert max(second - first for first, second, _ in pairs(*crowd)) == NEXT


def test_who_lacks_a_part_is_passed_over_by_it() -> None:
    crowd = [sketch(*range(6)) for _ in range(NEXT + 2)]
    far = [sketch(*range(12)), *crowd, sketch(*range(6, 12))]
    assert (0, len(far) - 1, 6) in pairs(*far)


@given(st.lists(st.sets(st.integers(0, 30), max_size=12), max_size=12))
def test_as_much_is_shared_as_stands_in_both(told: list[set[int]]) -> None:
    every = [sketch(*one) for one in told]
    assert all(shared == len(told[one] & told[other]) for one, other, shared in pairs(*every))


@given(st.lists(st.sets(st.integers(0, 9), max_size=6), min_size=1, max_size=24), st.data())
def test_only_who_is_touched_by_a_new_text_meets_others(
    told: list[set[int]], data: st.DataObject
) -> None:
    every = [sketch(*one) for one in told]
    new = data.draw(st.integers(0, len(every) - 1))
    others = [at for at in range(len(every)) if at not in touched(every, [new])]
    before = [*every[:new], sketch(), *every[new + 1 :]]
    told_before, told_now = meetings(before, others), meetings(every, others)
    assert told_before.first.tolist() == told_now.first.tolist()
    assert told_before.second.tolist() == told_now.second.tolist()
