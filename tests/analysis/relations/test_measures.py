"""Measures of convergence, by hand and by their properties."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stocktake.analysis.relations.measures import agreement, balance, evenness, polarisation

COUNTS = st.tuples(*(st.integers(0, 40) for _ in range(3))).filter(any)


@pytest.mark.parametrize(
    ("counts", "expected"),
    [((0, 0, 9), 1.0), ((5, 0, 5), -1.0), ((4, 4, 4), 0.0), ((0, 5, 5), 0.5), ((2, 0, 8), 0.2)],
)
def test_agreement_is_as_worked_out_by_hand(counts: tuple[int, ...], expected: float) -> None:
    assert agreement(counts) == pytest.approx(expected)


def test_agreement_over_seven_categories_is_that_of_the_source() -> None:
    assert agreement((30, 40, 210, 130, 530, 50, 10)) == pytest.approx(0.6113, abs=1e-3)


def test_nobody_agrees_on_nothing() -> None:
    with pytest.raises(ValueError, match="nobody"):
        agreement((0, 0, 0))


@given(COUNTS)
def test_agreement_lies_between_its_bounds(counts: tuple[int, int, int]) -> None:
    assert -1 - 1e-9 <= agreement(counts) <= 1 + 1e-9


@given(COUNTS)
def test_agreement_does_not_know_left_from_right(counts: tuple[int, int, int]) -> None:
    assert agreement(counts) == pytest.approx(agreement(counts[::-1]))


@given(COUNTS, st.integers(2, 9))
def test_measures_do_not_depend_on_how_many_spoke(counts: tuple[int, int, int], times: int) -> None:
    more = tuple(count * times for count in counts)
    assert agreement(more) == pytest.approx(agreement(counts))
    assert polarisation(*more) == pytest.approx(polarisation(*counts))


@pytest.mark.parametrize(
    ("counts", "expected"), [((6, 0, 6), 1.0), ((0, 0, 7), 0.0), ((0, 3, 3), 0.5)]
)
def test_polarisation_is_greatest_for_two_equal_sides(
    counts: tuple[int, int, int], expected: float
) -> None:
    assert polarisation(*counts) == pytest.approx(expected)


def test_balance_is_the_smaller_side_over_the_larger() -> None:
    assert [balance(2, 8), balance(8, 2), balance(0, 3), balance(0, 0)] == [0.25, 0.25, 0, 0]


def test_evenness_of_equal_groups_is_one() -> None:
    assert evenness((4, 4, 0, 4)) == pytest.approx(1.0)


def test_one_group_has_no_evenness() -> None:
    assert evenness((9, 0)) is None
