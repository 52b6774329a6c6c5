"""A regional group is under-heard where chance would not lead one to expect so few."""

from __future__ import annotations

from math import comb

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from stocktake.analysis.regions import regions_heard, tail
from stocktake.model import (
    Actor,
    ActorKind,
    Position,
    PositionStance,
    RegionHeard,
    Stock,
)
from tests.analysis.voices import stock_of

STATES = tuple(
    Actor(f"{region[0]}{number:02}", f"{region} {number}", ActorKind.STATE, region)
    for region in ("North", "South")
    for number in range(20)
)
NORTH = [actor.id for actor in STATES if actor.region == "North"]
SOUTH = [actor.id for actor in STATES if actor.region == "South"]


def of(region: str, stock: Stock) -> RegionHeard:
    return next(item for item in regions_heard(stock) if item.region == region)


def test_a_group_of_which_nobody_spoke_while_many_others_did_is_under_heard() -> None:
    assert of("South", stock_of(STATES, NORTH[:10])).under_heard


def test_a_group_of_which_as_many_spoke_as_of_others_is_not() -> None:
    stock = stock_of(STATES, [*NORTH[:5], *SOUTH[:5]])
    assert not any(item.under_heard for item in regions_heard(stock))


def test_a_few_voices_in_all_tell_nothing() -> None:
    assert not of("South", stock_of(STATES, NORTH[:4])).under_heard


def test_both_groups_are_counted_against_all() -> None:
    item = of("South", stock_of(STATES, [*NORTH[:6], SOUTH[0]]))
    assert (item.heard, item.expected, item.all_heard, item.all_expected) == (1, 20, 7, 40)


def test_those_for_whom_a_group_spoke_are_left_out_of_the_lot() -> None:
    held = tuple(
        Position(id_, "theme:dams", PositionStance.SUPPORTS, "group:sea", ()) for id_ in SOUTH
    )
    item = of("North", stock_of(STATES, NORTH[:6], positions=held))
    assert (item.all_expected, item.tail, item.under_heard) == (20, 1.0, False)


def test_only_expected_states_are_drawn_from() -> None:
    stock = stock_of(STATES, NORTH[:6], expected=(*NORTH, SOUTH[0]))
    assert of("South", stock).expected == 1


def test_the_tail_is_that_of_the_hypergeometric_distribution() -> None:
    assert tail(5, 10, 0, 20) == pytest.approx(comb(10, 5) / comb(20, 5))


@given(st.integers(1, 40), st.integers(0, 40), st.integers(0, 40))
def test_the_tails_grow_to_one(of_: int, drawn: int, marked: int) -> None:
    assume(drawn <= of_ and marked <= of_)
    tails = [tail(drawn, marked, hits, of_) for hits in range(min(drawn, marked) + 1)]
    assert tails == sorted(tails)
    assert tails[-1] == 1.0
