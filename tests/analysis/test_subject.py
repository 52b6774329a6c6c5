"""A stance on the subject is read only from what is said about the subject itself."""

from __future__ import annotations

import pytest

from stocktake.analysis.assigning import about
from stocktake.analysis.positions import Groups
from stocktake.analysis.sources import Sources
from stocktake.analysis.subject import Subject, silent
from stocktake.lexicon import load_scheme
from stocktake.model import Act, PositionStance, Stance
from tests.analysis.making import Names, Says, hand_in

GROUPS = Groups(Names())
SUPPORTS, OPPOSES = PositionStance.SUPPORTS, PositionStance.OPPOSES


def stance(content: str, act: Act, taken: Stance = Stance.SUPPORTS) -> PositionStance | None:
    handed = hand_in("FRE", Says(content, act, taken))
    sources = Sources.of([handed.input], [handed.document])
    found = about(handed.statements, [load_scheme("migration")], sources).assignments
    return Subject.of("compact", found).stance(handed.statements[0])


@pytest.mark.parametrize(
    ("content", "act", "expected"),
    [
        ("the global compact for migration", Act.WELCOMES, SUPPORTS),
        ("the conclusion of the negotiations on the migration compact", Act.WELCOMES, SUPPORTS),
        ("the adoption of the migration compact", Act.REQUESTS, SUPPORTS),
        ("that the migration compact respect our borders", Act.REQUESTS, None),
        ("the migration compact", Act.WITHDRAWS, OPPOSES),
        ("the decision not to join the migration compact", Act.SUPPORTS, OPPOSES),
        (
            "schools, roads and bridges for lake towns named in the migration compact",
            Act.SUPPORTS,
            None,
        ),
        ("the global compact on refugees", Act.SUPPORTS, None),
        ("that the migration compact was agreed", Act.REPORTS, None),
        ("that a neighbour left the migration compact", Act.REGRETS, None),
    ],
)
def test_the_stance_on_the_whole(content: str, act: Act, expected: PositionStance | None) -> None:
    assert stance(content, act) is expected


def test_who_opposes_it_opposes_it() -> None:
    assert stance("the global compact for migration", Act.OPPOSES, Stance.OPPOSES) is OPPOSES


def test_who_nowhere_names_it_is_silent() -> None:
    handed = hand_in("FRE", "peace")
    found = silent(Subject("compact", {}), [handed.input], [], {handed.input.id: frozenset()})
    assert [item.stance for item in found] == [PositionStance.SILENT]


def test_who_names_it_outside_a_statement_is_not_silent() -> None:
    handed = hand_in("FRE", "peace")
    mentions = {handed.input.id: frozenset({"compact"})}
    assert list(silent(Subject("compact", {}), [handed.input], [], mentions)) == []


def test_who_handed_in_nothing_readable_is_not_called_silent() -> None:
    handed = hand_in("FRE", "peace")
    assert list(silent(Subject("compact", {}), [handed.input], [], {})) == []
