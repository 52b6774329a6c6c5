"""Where views meet or part, with the counts behind it."""

from __future__ import annotations

from stocktake.analysis.relations.convergence import Whole, convergence
from stocktake.lexicon.relations import thresholds
from stocktake.model import Convergence, ConvergenceKind, Position, PositionStance
from tests.analysis.relations.blocs import holds

LIMITS = thresholds()
WHOLE = Whole(10, 5, {}, {"A": "North", "B": "South", "C": "South"})
OPPOSES, MIXED = PositionStance.OPPOSES, PositionStance.MIXED


def on(*positions: Position) -> Convergence:
    (found,) = convergence(positions, WHOLE, LIMITS)
    return found


def sides(supports: str, opposes: str = "", mixed: str = "") -> Convergence:
    return on(
        *(holds(actor, "p") for actor in supports),
        *(holds(actor, "p", OPPOSES) for actor in opposes),
        *(holds(actor, "p", MIXED) for actor in mixed),
    )


def test_views_meet_where_all_who_spoke_stand_on_one_side() -> None:
    assert sides("ABC").kind is ConvergenceKind.CONVERGENT


def test_views_can_meet_against_a_proposal() -> None:
    assert sides("", "ABC").kind is ConvergenceKind.CONVERGENT


def test_views_diverge_where_a_small_side_is_against() -> None:
    assert sides("ABCD", "E").kind is ConvergenceKind.DIVERGENT


def test_who_takes_both_sides_parts_views() -> None:
    assert sides("ABC", mixed="D").kind is ConvergenceKind.DIVERGENT


def test_views_are_contested_where_both_sides_weigh() -> None:
    assert sides("ABCD", "EF").kind is ConvergenceKind.CONTESTED


def test_one_voice_is_singular() -> None:
    assert sides("A").kind is ConvergenceKind.SINGULAR


def test_two_voices_are_too_few_for_a_measure() -> None:
    found = sides("A", "B")
    assert (found.kind, found.agreement, found.balance) == (ConvergenceKind.TOO_FEW, None, None)


def test_a_group_is_not_counted_beside_its_members() -> None:
    through = [holds(actor, "p", via="group:lake") for actor in "AB"]
    found = on(holds("group:lake", "p", counts=False), *through, holds("C", "p"))
    assert (found.supports, found.through) == (3, 2)


def test_breadth_counts_the_regional_groups_of_supporters() -> None:
    found = sides("ABC", "DE")
    assert (found.regions, found.evenness) == ((("South", 2), ("North", 1)), 0.9183)


def test_salience_is_the_share_of_all_actors_heard() -> None:
    assert sides("ABC", "D").actors_share == 0.4


def test_silence_is_no_position() -> None:
    silent = holds("A", "theme:x", PositionStance.SILENT)
    assert list(convergence([silent], WHOLE, LIMITS)) == []


def test_a_process_can_ask_for_less_than_unanimity() -> None:
    positions = [*(holds(actor, "p") for actor in "ABCDEFGHI"), holds("J", "p", OPPOSES)]
    limits = thresholds([("convergent_share", 0.9)])
    (found,) = convergence(positions, WHOLE, limits)
    assert found.kind is ConvergenceKind.CONVERGENT
