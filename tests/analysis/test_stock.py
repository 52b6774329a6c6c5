"""A stock is the same whatever the order in which things came, and adding leaves the rest."""

from __future__ import annotations

import random
from typing import cast

from hypothesis import given, settings
from hypothesis import strategies as st

from stocktake.analysis import numbers, take_stock
from stocktake.lexicon import Lexicon, load_scheme
from stocktake.model import Act, Process, Stance, Stock
from tests.analysis.making import Handed, Names, Says, Words, hand_in

SCHEMES = [load_scheme(name) for name in ("migration", "dimensions", "lenses")]
WORLD = [
    hand_in(
        "FRE",
        "cheaper remittances for migrants",
        Says("the global compact for migration", Act.WELCOMES),
        "an end to the detention of migrant children",
    ),
    hand_in(
        "RUR",
        "that the detention of migrant children be ended",
        Says("cheaper remittances for migrants", Act.OPPOSES, Stance.OPPOSES),
    ),
    hand_in("SYL", "a fund for lake fisheries", Says("this", Act.SUPPORTS), heading="Lakes"),
    hand_in("GRF", "mayors to be heard on migrants in cities"),
]


def stock(handed: list[Handed], previous: dict[str, int] | None = None) -> Stock:
    return take_stock(
        Process("The Lakes", expected_actor_ids=("FRE", "ZUB")),
        [item.input for item in handed],
        [item.document for item in handed],
        [statement for item in handed for statement in item.statements],
        [],
        [],
        [],
        SCHEMES,
        cast(Lexicon, Words(Names())),
        previous,
    )


@settings(max_examples=10, deadline=None)
@given(st.permutations(WORLD), st.randoms(use_true_random=False))
def test_the_order_in_which_things_came_plays_no_part(
    world: list[Handed], chance: random.Random
) -> None:
    assert stock(world) == stock(WORLD)


def test_an_unrelated_input_changes_no_proposal() -> None:
    before = stock(WORLD)
    added = hand_in("ZUB", "quarterly concerts of zither orchestras", date="2018-05")
    after = stock([*WORLD, added], numbers(before))
    assert after.proposals[: len(before.proposals)] == before.proposals


def test_another_statement_makes_another_digest() -> None:
    assert stock(WORLD).digest != stock(WORLD[:-1]).digest


def test_every_term_of_an_assignment_stands_at_its_place() -> None:
    result = stock(WORLD)
    texts = {statement.id: item.document.text for item in WORLD for statement in item.statements}
    assert all(
        texts[item.statement_id][term.start : term.end] == term.text
        for item in result.assignments
        for term in item.terms
    )


def test_every_actor_that_is_named_is_listed() -> None:
    result = stock(WORLD)
    assert {item.actor_id for item in result.positions} <= {item.id for item in result.actors}


def test_an_expected_actor_that_never_came_is_listed_too() -> None:
    assert "ZUB" in {item.id for item in stock(WORLD).actors}


def test_who_is_silent_on_the_subject_is_told() -> None:
    silent = {item.actor_id for item in stock(WORLD).positions if item.stance == "silent"}
    assert silent == {"RUR", "SYL", "GRF"}


def test_who_takes_a_stance_on_the_whole_text_makes_no_proposal_of_it() -> None:
    taken = stock(WORLD)
    welcoming = {item.id for item in taken.statements if item.act is Act.WELCOMES}
    assert not welcoming & {id_ for item in taken.proposals for id_ in item.statement_ids}


def test_a_stock_of_nothing_is_empty() -> None:
    assert stock([]).statements == ()
