"""A table of a recorded vote, taken in line by line."""

from __future__ import annotations

from pathlib import Path

import pytest

from stocktake.errors import SettingsError, UsageError
from stocktake.model import Choice
from stocktake.services import building, reporting, voting
from stocktake.services.voting import About
from stocktake.services.workspace import Workspace
from tests.world import make_workspace

TABLE = "country,vote\nFreedonia,yes\nRuritania,against\n"


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return make_workspace(tmp_path / "ws")


def table(folder: Path, text: str = TABLE) -> Path:
    path = folder / "vote.csv"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_sound_table_is_taken_in_and_counts_in_the_next_stock(
    workspace: Workspace, tmp_path: Path
) -> None:
    voting.add(workspace, table(tmp_path), About("A/RES/9/12", "2031-05-02"))
    building.build(workspace, 1)
    (adoption,) = reporting.last_stock(workspace).adoptions
    assert (adoption.title, adoption.date) == ("A/RES/9/12", "2031-05-02")
    assert [(vote.actor_id, vote.choice) for vote in adoption.votes] == [
        ("XFR", Choice.YES),
        ("XRU", Choice.NO),
    ]


def test_a_name_and_a_vote_that_nobody_knows_are_named_with_their_line(
    workspace: Workspace, tmp_path: Path
) -> None:
    made = voting.add(workspace, table(tmp_path, f"{TABLE}Atlantis,perhaps\n"), About())
    assert [problem.place.rpartition(", ")[2] for problem in made.problems] == ["line 4", "line 4"]


def test_a_table_with_a_wrong_line_is_not_taken_in(workspace: Workspace, tmp_path: Path) -> None:
    voting.add(workspace, table(tmp_path, f"{TABLE}Atlantis,yes\n"), About())
    assert building.build(workspace, 1).stock.inputs == ()


def test_an_actor_that_stands_twice_is_named(workspace: Workspace, tmp_path: Path) -> None:
    made = voting.add(workspace, table(tmp_path, f"{TABLE}Freedonia,no\n"), About())
    assert "line 2" in made.problems[0].message


def test_totals_that_differ_from_those_stated_are_named(
    workspace: Workspace, tmp_path: Path
) -> None:
    made = voting.add(workspace, table(tmp_path), About(totals=(2, 1, 0)))
    assert [problem.message for problem in made.problems] == ["yes: 1 counted, but 2 stated."]


def test_a_table_without_the_columns_is_refused(workspace: Workspace, tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="no line has headings"):
        voting.add(workspace, table(tmp_path, "a,b\n1,2\n"), About())


def test_a_date_that_is_none_is_refused(workspace: Workspace, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="--date"):
        voting.add(workspace, table(tmp_path), About(date="tomorrow"))


def test_every_line_of_the_real_vote_is_known(workspace: Workspace, shared: Path) -> None:
    path = shared / "data" / "gcm" / "vote_A_RES_73_195.csv"
    made = voting.add(workspace, path, About("A/RES/73/195", "2018-12-19", (152, 5, 12)))
    assert (made.problems, sum(made.counts.values())) == ((), 169)
