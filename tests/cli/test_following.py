"""Votes and commitments from the command line: what is said where, with which exit code."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from stocktake.services.workspace import Workspace
from tests.cli.conftest import Outcome

Run = Callable[..., Outcome]


@pytest.fixture
def at_work(cli: Run, built: Workspace, monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.chdir(built.root)
    return cli


def test_a_wrong_line_of_a_vote_is_named_and_nothing_is_taken_in(
    at_work: Run, tmp_path: Path
) -> None:
    (tmp_path / "vote.csv").write_text("country,vote\nAtlantis,yes\n")
    done = at_work("vote", "add", tmp_path / "vote.csv")
    assert (done.code, done.out, "line 2: no actor" in done.err) == (1, "", True)


def test_a_vote_that_is_taken_in_is_counted(at_work: Run, tmp_path: Path) -> None:
    (tmp_path / "vote.csv").write_text("country,vote\nFreedonia,yes\n")
    done = at_work("vote", "add", tmp_path / "vote.csv", "--resolution", "9/12")
    assert (done.code, "Taken in: 1 yes." in done.out) == (0, True)


def test_totals_that_are_no_numbers_are_wrong_use(at_work: Run, tmp_path: Path) -> None:
    assert at_work("vote", "add", tmp_path / "vote.csv", "--totals", "many").code == 2


def test_a_commitment_without_its_action_is_wrong_use(at_work: Run) -> None:
    done = at_work("commitment", "add", "--actor", "Freedonia", "--source", "a letter")
    assert (done.code, "action is empty" in done.err) == (2, True)


def test_a_commitment_is_kept(at_work: Run) -> None:
    told = ("--actor", "Freedonia", "--action", "dig", "--source", "a letter")
    assert at_work("commitment", "add", *told).code == 0


def test_the_overdue_need_a_day(at_work: Run) -> None:
    assert at_work("show", "commitments", "--overdue").code == 2


def test_only_commitments_are_overdue_or_silent(at_work: Run) -> None:
    done = at_work("show", "actors", "--silent")
    assert (done.code, "of commitments alone" in done.err) == (2, True)
