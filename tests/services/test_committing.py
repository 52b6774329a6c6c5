"""Commitments that people enter and judge hold from the next build on."""

from __future__ import annotations

from pathlib import Path

import pytest

from stocktake.errors import NotFoundError, SettingsError, UsageError
from stocktake.model import Commitment, ReviewState
from stocktake.services import building, committing, pending, reporting, showing
from stocktake.services.deciding import Person
from stocktake.services.workspace import Workspace
from tests.world import make_workspace

ONE = {"actor": "Freedonia", "action": "build ports", "due": "2033-06", "source": "its letter"}
WHO = Person("Rudolf", at="2032-01-01")


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return make_workspace(tmp_path / "ws")


def built(workspace: Workspace) -> tuple[Commitment, ...]:
    building.build(workspace, 1)
    return reporting.last_stock(workspace).commitments


def table(folder: Path, *lines: str) -> Path:
    path = folder / "pledges.csv"
    path.write_text("\n".join(("actor,action,due", *lines)), encoding="utf-8")
    return path


def test_what_is_entered_stands_in_the_next_stock(workspace: Workspace) -> None:
    committing.enter(workspace, ONE, WHO)
    (made,) = built(workspace)
    assert (made.actor_ids, made.due, made.source) == (("XFR",), "2033-06", "its letter")


def test_the_same_entered_twice_is_one(workspace: Workspace) -> None:
    committing.enter(workspace, ONE, WHO)
    committing.enter(workspace, ONE, WHO)
    assert len(built(workspace)) == 1


@pytest.mark.parametrize(
    ("name", "value"), [("actor", "Atlantis"), ("due", "soon"), ("source", "")]
)
def test_a_value_that_cannot_be_is_refused(workspace: Workspace, name: str, value: str) -> None:
    with pytest.raises(SettingsError, match=value or "source"):
        committing.enter(workspace, {**ONE, name: value}, WHO)


def test_a_table_is_entered_with_its_name_as_source(workspace: Workspace, tmp_path: Path) -> None:
    committing.enter_table(workspace, table(tmp_path, "Freedonia,build,2033", "XRU,dig,"), WHO)
    assert {made.source for made in built(workspace)} == {"pledges.csv"}


def test_a_table_with_a_wrong_line_is_not_entered(workspace: Workspace, tmp_path: Path) -> None:
    made = committing.enter_table(
        workspace, table(tmp_path, "Freedonia,build,", "Atlantis,dig,"), WHO
    )
    assert [problem.place.rpartition(", ")[2] for problem in made.problems] == ["line 3"]


def test_a_commitment_that_is_rejected_leaves_the_next_stock(workspace: Workspace) -> None:
    committing.enter(workspace, ONE, WHO)
    committing.judge(workspace, built(workspace)[0].id[:8], "reject", WHO)
    assert built(workspace) == ()


def test_an_unknown_commitment_or_verdict_is_refused(workspace: Workspace) -> None:
    built(workspace)
    with pytest.raises(NotFoundError, match="no commitment"):
        committing.judge(workspace, "abcdef12", "confirm", WHO)
    with pytest.raises(UsageError, match="no verdict"):
        committing.judge(workspace, "abcdef12", "perhaps", WHO)


def test_what_a_person_entered_needs_no_confirmation(workspace: Workspace) -> None:
    committing.enter(workspace, ONE, WHO)
    assert [item.review for item in built(workspace)] == [ReviewState.CONFIRMED]


@pytest.mark.parametrize(("day", "count"), [("2033-06-30", 0), ("2033-07-01", 1)])
def test_the_overdue_are_those_due_before_a_day(workspace: Workspace, day: str, count: int) -> None:
    committing.enter(workspace, ONE, WHO)
    built(workspace)
    items = showing.show(workspace, "commitments")
    assert len(pending.only(items, day, overdue=True, silent=True)) == count


def test_overdue_needs_a_day() -> None:
    with pytest.raises(UsageError, match="day"):
        pending.only([], None, overdue=True, silent=False)
