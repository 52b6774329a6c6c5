"""Products of rows: what is in both."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from stocktake.analysis.matrices import columns, dot, sets, sizes, weighted

WEIGHTS = {"dam": 4.0, "fund": 2.5, "lake": 3.0}
ROWS = st.lists(st.sets(st.sampled_from(sorted(WEIGHTS))), min_size=1, max_size=6)


@given(ROWS)
def test_the_product_of_two_rows_is_the_weight_of_what_is_in_both(rows: list[set[str]]) -> None:
    told = [[(key, WEIGHTS[key]) for key in sorted(row)] for row in rows]
    table = weighted(told, columns(WEIGHTS))
    second = np.arange(len(rows))
    first = np.zeros(len(rows), dtype=np.int64)
    shared = [sum(WEIGHTS[key] for key in rows[0] & row) for row in rows]
    assert dot(table, table, first, second) == pytest.approx(shared)


@given(ROWS)
def test_the_size_of_a_set_is_how_many_are_in_it(rows: list[set[str]]) -> None:
    found = sizes(sets([frozenset(row) for row in rows]))
    assert found.tolist() == pytest.approx([len(row) for row in rows])
