"""The programme on the command line."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from tests import world
from tests.cli.conftest import Outcome

Run = Callable[..., Outcome]


def test_a_programme_is_printed_as_json(cli: Run, tmp_path: Path) -> None:
    place = world.make_workspace(tmp_path / "w").root
    done = cli("programme", "--format", "json", "-w", place)
    assert json.loads(done.out)["dates"][0]["title"] == "First consultation"


def test_a_page_is_written_into_the_report_folder(cli: Run, tmp_path: Path) -> None:
    place = world.make_workspace(tmp_path / "w").root
    assert cli("programme", "--format", "html", "-w", place).code == 0
    assert (place / "report" / "programme.html").is_file()


def test_a_meeting_that_is_not_there_is_answered_with_those_there_are(
    cli: Run, tmp_path: Path
) -> None:
    place = world.make_workspace(tmp_path / "w").root
    done = cli("programme", "--meeting", "second", "-w", place)
    assert (done.code, "Known: first." in done.err) == (1, True)


def test_a_day_that_is_none_is_wrong_use(cli: Run, tmp_path: Path) -> None:
    place = world.make_workspace(tmp_path / "w").root
    assert cli("programme", "--date", "soon", "-w", place).code == 2


def test_a_template_is_named_by_its_kind(cli: Run, tmp_path: Path) -> None:
    done = cli("init", tmp_path / "w", "--template", "review")
    assert (done.code, "National report" in (tmp_path / "w/process.toml").read_text()) == (0, True)


def test_what_inputs_tell_of_the_process_needs_a_stock(cli: Run, tmp_path: Path) -> None:
    place = world.make_workspace(tmp_path / "w").root
    done = cli("programme", "--found", "--format", "toml", "-w", place)
    assert done.code
    assert "stocktake build" in done.err
