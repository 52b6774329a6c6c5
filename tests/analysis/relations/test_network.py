"""The table of sides, and congruence and conflict made of it."""

from __future__ import annotations

from stocktake.analysis.relations.network import Network
from stocktake.analysis.relations.stances import stances
from stocktake.analysis.relations.ties import ties
from stocktake.lexicon.relations import thresholds
from stocktake.model import Position, PositionStance, Tie
from tests.analysis.relations.blocs import holds

OPPOSES = PositionStance.OPPOSES
OWN = [
    *(holds(actor, target) for actor in "AB" for target in "pqr"),
    *(holds("C", target, OPPOSES) for target in "pq"),
    holds("C", "r"),
]


def tied(positions: list[Position]) -> dict[str, Tie]:
    table = stances(positions, None, 1)
    found = ties(table, Network.of(table.table()), positions, thresholds())
    return {tie.first + tie.second: tie for tie in found.kept}


def test_who_takes_the_same_sides_is_congruent() -> None:
    tie = tied(OWN)["AB"]
    assert (tie.agreed, tie.opposed, tie.congruence) == (3, 0, 1.0)


def test_who_takes_opposite_sides_is_in_conflict() -> None:
    tie = tied(OWN)["AC"]
    assert (tie.agreed, tie.opposed, tie.conflict) == (1, 2, 0.6667)


def test_ties_are_normalised_by_the_mean_activity_of_both() -> None:
    more = [holds(actor, target) for actor in "AD" for target in "stuv"]
    assert tied([*OWN, *more])["AB"].congruence == round(3 / 5, 4)


def test_what_only_one_actor_speaks_of_is_left_out() -> None:
    assert stances([*OWN, holds("A", "alone")], None, 1).targets == ("p", "q", "r")


def test_members_are_not_tied_because_their_group_spoke() -> None:
    through = [holds(actor, target, via="group:lake") for actor in "DE" for target in "pqr"]
    assert tied([*OWN, *through]) == tied(OWN)


def test_agreement_through_a_group_is_told_beside_that_in_own_words() -> None:
    more = [holds(actor, target) for actor in "AD" for target in "st"]
    through = [holds("D", target, via="group:lake") for target in "pq"]
    tie = tied([*OWN, *more, *through])["AD"]
    assert (tie.agreed, tie.through) == (2, 2)


def test_themes_make_no_ties_but_for_the_subject() -> None:
    on_themes = [holds(actor, f"theme:{code}") for actor in "AB" for code in ("pact", "noise")]
    assert stances(on_themes, "theme:pact", 1).targets == ("theme:pact",)


def test_actors_with_few_positions_are_named() -> None:
    assert stances([*OWN, holds("D", "p")], None, 2).few == ("D",)


def test_only_the_strongest_ties_of_each_actor_are_kept() -> None:
    table = stances(OWN, None, 1)
    found = ties(table, Network.of(table.table()), OWN, thresholds([("most_ties", 1)]))
    assert (len(found.kept), found.left_out) == (3, 0)
