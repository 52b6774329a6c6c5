"""Relations as a part of a stock."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stocktake.analysis.relations import relate
from stocktake.errors import SettingsError
from stocktake.model import Position, Relations, Stock
from tests.analysis.relations.blocs import Made, holds, name, positions
from tests.reports.world import world

QUICK = (("chance_draws", 39), ("draws", 20))
HELD = positions(Made(noise=0.1))


def related(held: Sequence[Position], *changed: tuple[str, float]) -> Relations:
    process = replace(world().stock.process, relations=(*QUICK, *changed))
    return relate(_stock(held, process=process), {})


def _stock(held: Sequence[Position], **changed: object) -> Stock:
    return replace(world().stock, positions=tuple(held), **changed)  # type: ignore[arg-type]


@settings(max_examples=5)
@given(st.permutations(HELD))
def test_the_order_of_positions_changes_nothing(held: list[Position]) -> None:
    assert related(held) == related(HELD)


@settings(max_examples=5)
@given(st.integers(0, 23))
def test_without_one_delegation_the_others_stay_together(left_out: int) -> None:
    held = [item for item in HELD if item.actor_id != name(left_out)]
    before = {frozenset(item.actor_ids) - {name(left_out)} for item in related(HELD).coalitions}
    assert {frozenset(item.actor_ids) for item in related(held).coalitions} == before


def test_few_actors_are_given_no_coalition_and_no_map() -> None:
    held = [holds(actor, target) for actor in "ABC" for target in "pqrs"]
    found = related(held)
    assert (found.coalitions, found.map, found.structure.actors) == ((), None, 3)


def test_actors_left_out_are_named() -> None:
    assert related([*HELD, holds("Z", "p01")]).structure.left_out == ("Z",)


def test_a_threshold_that_is_not_known_is_refused() -> None:
    with pytest.raises(SettingsError, match="is not known"):
        related(HELD, ("least_actor", 3))


def test_every_target_on_which_somebody_spoke_is_classified() -> None:
    found = related([*HELD, holds("Z", "alone")]).convergence
    assert {item.target for item in found} == {item.target for item in HELD} | {"alone"}


def test_noise_is_given_no_map() -> None:
    assert related(positions(Made(noise=1.0))).map is None


def test_blocs_are_given_a_map() -> None:
    assert related(HELD).map is not None
