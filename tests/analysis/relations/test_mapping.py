"""The map of actors."""

from __future__ import annotations

from itertools import combinations
from math import dist

from stocktake.analysis.relations.mapping import actor_map
from stocktake.analysis.relations.network import Network
from stocktake.analysis.relations.stances import stances
from stocktake.model import ActorMap, Position, PositionStance
from tests.analysis.relations.blocs import Made, bloc_of, holds, positions


def drawn(held: list[Position]) -> ActorMap | None:
    table = stances(held, None, 3)
    return actor_map(table, Network.of(table.table()))


def test_who_takes_the_same_sides_lies_nearer() -> None:
    made = Made(noise=0.0)
    found = drawn(positions(made))
    assert found
    places = [((point.x, point.y), bloc_of(row, made)) for row, point in enumerate(found.points)]
    near = [dist(a, b) for (a, one), (b, other) in combinations(places, 2) if one == other]
    far = [dist(a, b) for (a, one), (b, other) in combinations(places, 2) if one != other]
    assert max(near) < sum(far) / len(far)


def test_the_actor_farthest_out_is_on_the_plus_side() -> None:
    found = drawn(positions(Made()))
    assert found
    for axis in ("x", "y"):
        places = [getattr(point, axis) for point in found.points]
        assert max(places) == max(map(abs, places))


def test_the_first_axis_shows_most() -> None:
    found = drawn(positions(Made()))
    assert found
    assert 1 >= found.x_share >= found.y_share > 0


def test_actors_that_differ_in_nothing_are_on_no_map() -> None:
    assert drawn([holds(actor, target) for actor in "ABCDEF" for target in "pqr"]) is None


def test_two_opposed_camps_need_no_second_axis() -> None:
    camps = [
        holds(actor, target, side)
        for side, actors in zip(
            (PositionStance.SUPPORTS, PositionStance.OPPOSES), ("ABC", "DEF"), strict=True
        )
        for actor in actors
        for target in "pqr"
    ]
    assert drawn(camps) is None
