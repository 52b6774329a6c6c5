"""Coalitions: known blocs are found, noise is not taken for one."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from stocktake.analysis.relations.clusters import clusters
from stocktake.analysis.relations.coalitions import Grouping, coalitions
from stocktake.analysis.relations.network import Network
from stocktake.analysis.relations.null import Null
from stocktake.analysis.relations.stances import stances
from stocktake.lexicon.relations import thresholds
from stocktake.model import Position
from tests.analysis.relations.blocs import Made, bloc_of, holds, name, positions

QUICK = (("draws", 25.0),)


def found(held: Iterable[Position], *changed: tuple[str, float]) -> Grouping:
    table = stances(held, None, 3)
    limits = thresholds((*QUICK, *changed))
    return coalitions(table, Network.of(table.table()), Null.of(table, limits), limits)


def blocs(made: Made) -> set[frozenset[str]]:
    members: dict[int, set[str]] = {}
    for place in range(made.actors):
        members.setdefault(bloc_of(place, made), set()).add(name(place))
    return {frozenset(ids) for ids in members.values()}


@pytest.mark.parametrize("seed", range(4))
def test_known_blocs_are_found(seed: int) -> None:
    made = Made(seed=seed)
    assert {frozenset(item.actor_ids) for item in found(positions(made)).coalitions} == blocs(made)


@pytest.mark.parametrize("seed", range(8))
def test_noise_gives_no_coalition(seed: int) -> None:
    assert found(positions(Made(noise=1.0, seed=seed))).coalitions == ()


def test_a_bloc_is_found_among_actors_of_no_bloc() -> None:
    bloc = positions(Made(actors=8, blocs=1, noise=0.0))
    others = positions(Made(actors=32, noise=1.0))
    held = [*bloc, *(item for item in others if item.actor_id >= name(8))]
    whole = {name(place) for place in range(8)}
    assert any(whole <= set(item.actor_ids) for item in found(held).coalitions)


def test_what_is_not_shown_is_counted() -> None:
    assert found(positions(Made(noise=1.0))).not_shown > 0


def test_all_of_one_mind_are_no_coalition_against_others() -> None:
    assert found(positions(Made(blocs=1, noise=0.0))).coalitions == ()


def test_a_group_that_spoke_makes_no_coalition_of_its_members() -> None:
    made = Made()
    through = [
        holds(f"M{place}", f"p{target:02}", via="group:lake")
        for place in range(6)
        for target in range(10)
    ]
    assert found([*positions(made), *through]) == found(positions(made))


def test_members_hold_together_in_most_draws() -> None:
    assert all(
        member.holds > 0.8
        for item in found(positions(Made(noise=0.0))).coalitions
        for member in item.members
    )


def test_what_members_share_is_told_with_its_statements() -> None:
    (first, *_) = found(positions(Made())).coalitions
    shared = first.shared[0]
    assert len(shared.statement_ids) == len(shared.actor_ids) > 1


def test_coalitions_are_told_where_they_meet_and_part() -> None:
    (first, *_) = found(positions(Made(noise=0.0))).coalitions
    assert [item.number for item in first.meets] == [2, 3]
    assert all(item.agreed and item.opposed for item in first.meets)


def test_a_stricter_table_shows_less() -> None:
    assert found(positions(Made(noise=0.3)), ("stable_lowest", 1.1)).coalitions == ()


def test_the_order_of_positions_plays_no_part() -> None:
    held = positions(Made(noise=0.3))
    assert found(held) == found(reversed(held))


def test_leaving_out_an_actor_of_another_bloc_leaves_a_bloc_as_it_is() -> None:
    made = Made(noise=0.0)
    held = [item for item in positions(made) if item.actor_id != name(0)]
    kept = {ids - {name(0)} for ids in blocs(made)}
    assert {frozenset(item.actor_ids) for item in found(held).coalitions} == kept


def test_modularity_is_that_of_the_partition() -> None:
    table = stances(
        [holds(a, t) for a, t in ("Ap", "Aq", "Bp", "Bq", "Cr", "Cs", "Dr", "Ds")], None, 2
    )
    assert clusters(Network.of(table.table())).modularity == pytest.approx(0.5)
