"""Who stands with several coalitions."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stocktake.analysis.relations.bridging import bridges, participation
from stocktake.analysis.relations.coalitions import coalitions
from stocktake.analysis.relations.network import Network
from stocktake.analysis.relations.null import Null
from stocktake.analysis.relations.stances import stances
from stocktake.lexicon.relations import thresholds
from stocktake.model import Bridge, Position
from tests.analysis.relations.blocs import holds

CAMPS = [
    *(holds(f"A{n}", f"p{t}") for n in range(5) for t in range(6)),
    *(holds(f"B{n}", f"q{t}") for n in range(5) for t in range(6)),
]
BETWEEN = [holds("Z", target) for target in ("p0", "p1", "p2", "q0", "q1", "q2")]


def found(held: list[Position]) -> tuple[Bridge, ...]:
    limits = thresholds([("draws", 20)])
    table = stances(held, None, 3)
    network = Network.of(table.table())
    grouping = coalitions(table, network, Null.of(table, limits), limits)
    return bridges(table, network, grouping.coalitions, limits)


def test_who_stands_with_both_camps_is_a_bridge() -> None:
    assert [item.actor_id for item in found([*CAMPS, *BETWEEN])] == ["Z"]


def test_a_bridge_is_told_with_what_makes_it() -> None:
    (bridge,) = found([*CAMPS, *BETWEEN])
    assert [item.target for item in bridge.shared] == ["p0", "p1", "p2", "q0", "q1", "q2"]


def test_separate_camps_have_no_bridge() -> None:
    assert found(CAMPS) == ()


@pytest.mark.parametrize(
    ("strengths", "expected"), [((2, 2), 1.0), ((4, 0), 0.0), ((1, 1, 1), 1.0), ((0, 0), 0.0)]
)
def test_participation_is_highest_for_an_even_spread(
    strengths: tuple[float, ...], expected: float
) -> None:
    assert participation(strengths) == pytest.approx(expected)


@given(st.lists(st.floats(0, 100), min_size=1, max_size=6))
def test_participation_lies_between_nought_and_one(strengths: list[float]) -> None:
    assert 0 <= participation(strengths) <= 1 + 1e-9
