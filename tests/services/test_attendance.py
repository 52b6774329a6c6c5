"""Attendance: what people entered beside what process.toml and the inputs tell."""

from __future__ import annotations

from pathlib import Path

import pytest

from stocktake.services import adding, attendance, building
from stocktake.services.attendance import Attended
from stocktake.services.workspace import Workspace
from tests.services.meeting import ANNA, make, table

TABLE = """\
meeting,actor,of,count,date,person,source
first,Freedonia,,3,2031-03-04,A. Firefly,badges
first,,delegations,119,,,badges
"""


@pytest.fixture
def place(tmp_path: Path) -> Workspace:
    return make(tmp_path / "w")


def figures(found: list[Attended]) -> list[tuple[int | None, list[int | None]]]:
    told = [item for item in found if not item.told.actor_id]
    return [(item.told.count, [other.count for other in item.others]) for item in told]


def test_figures_that_differ_stand_side_by_side(place: Workspace) -> None:
    assert figures(attendance.attended(place)) == [(118, [120]), (120, [118])]


def test_what_is_entered_stands_beside_the_file(place: Workspace, tmp_path: Path) -> None:
    assert attendance.enter(place, table(tmp_path, TABLE), ANNA).kept == 2
    assert (119, [118, 120]) in figures(attendance.attended(place, "first"))


def test_an_actor_is_no_figure(place: Workspace, tmp_path: Path) -> None:
    attendance.enter(place, table(tmp_path, TABLE), ANNA)
    found = [item for item in attendance.attended(place) if item.told.actor_id]
    assert [(item.told.actor_id, item.told.date, item.others) for item in found] == [
        ("XFR", "2031-03-04", ())
    ]


def test_what_an_input_tells_stands_beside_them(place: Workspace, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "press.txt").write_text(
        "Strelsau, 6 March 2031\n\n115 delegations attended the first consultation."
    )
    (folder / "manifest.csv").write_text(
        "path,title,meeting,session\npress.txt,Press,first,opening\n"
    )
    adding.add(place, [folder])
    building.build(place, 1)
    found = attendance.attended(place, "first", "opening")
    assert [(item.told.count, item.told.source) for item in found] == [(115, "Press")]


@pytest.mark.parametrize(
    ("right", "wrong", "message"),
    [
        (",badges\n", ",\n", "line 2: source is empty"),
        ("119", "many", "line 3: count: 'many' is no number"),
        ("2031-03-04", "soon", "line 2: date: 'soon' is not a date"),
        (",,delegations,", ",,,", "line 3: of is empty"),
    ],
)
def test_what_is_wrong_is_named(
    place: Workspace, tmp_path: Path, right: str, wrong: str, message: str
) -> None:
    problems = attendance.enter(place, table(tmp_path, TABLE.replace(right, wrong, 1)), ANNA)
    assert message in str(problems.problems[0])
