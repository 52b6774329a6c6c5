"""Speakers, attendance, reminders and the process on the command line."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Outcome
from tests.services import meeting

Run = Callable[..., Outcome]


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return meeting.make(tmp_path / "w").root


def test_speakers_are_added_and_listed(cli: Run, place: Path, tmp_path: Path) -> None:
    path = meeting.table(tmp_path, "actor,asked,gender\nRuritania,2,f\nCoastal Group,3,\n")
    assert cli("speakers", "add", path, "-w", place).out == "Kept: 2.\n"
    listed = json.loads(cli("speakers", "--format", "json", "-w", place).out)
    assert [row["actor"] for row in listed] == ["Coastal Group", "Ruritania"]


def test_totals_are_told_as_a_table_of_their_own(cli: Run, place: Path, tmp_path: Path) -> None:
    path = meeting.table(tmp_path, "actor,minutes,gender\nRuritania,2,f\n")
    cli("speakers", "add", path, "-w", place)
    done = cli("speakers", "--totals", "--format", "csv", "-w", place)
    assert "first,,gender,f,1,2.0,0" in done.out


def test_a_wrong_line_is_named_and_the_command_fails(cli: Run, place: Path, tmp_path: Path) -> None:
    done = cli("attendance", "add", meeting.table(tmp_path, "actor\nUtopia\n"), "-w", place)
    assert (done.code, "line 2: source is empty" in done.err) == (1, True)


def test_attendance_shows_figures_side_by_side(cli: Run, place: Path) -> None:
    rows = json.loads(cli("show", "attendance", "--format", "json", "-w", place).out)
    assert rows[0]["others say"] == "120 delegations (summary)"


def test_reminders_are_given_as_csv(cli: Run, place: Path) -> None:
    done = cli("reminders", "--date", "2031-03-30", "--format", "csv", "-w", place)
    assert "Ruritania,National report,,2031-04-01,2,due,,,\n" in done.out


def test_reminders_need_a_day(cli: Run, place: Path) -> None:
    assert cli("reminders", "-w", place).code == 2


def test_the_process_is_given_out_as_it_was_entered(cli: Run, place: Path) -> None:
    told = json.loads(cli("show", "process", "--format", "json", "-w", place).out)
    assert told["documents"][0]["who"] == ["XRU", "XSY"]


def test_the_process_is_shown_in_tables(cli: Run, place: Path) -> None:
    shown = cli("show", "process", "-w", place).out
    assert [
        name for name in ("Phases", "Meetings", "Documents", "Rules") if name not in shown
    ] == []


def test_the_programme_is_shown_one_row_a_session(cli: Run, place: Path) -> None:
    rows = json.loads(cli("show", "programme", "--format", "json", "-w", place).out)
    assert [row["session"] for row in rows] == ["opening", "piers"]


def test_a_pack_needs_a_stock(cli: Run, place: Path) -> None:
    done = cli("pack", "opening", "-w", place)
    assert (done.code, "stocktake build" in done.err) == (1, True)


def test_a_programme_is_written_as_pdf(cli: Run, place: Path, tmp_path: Path) -> None:
    cli("programme", "--format", "pdf", "--out", tmp_path / "p.pdf", "-w", place)
    assert (tmp_path / "p.pdf").read_bytes().startswith(b"%PDF")
