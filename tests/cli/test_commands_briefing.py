"""The brief from the command line."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from stocktake.services.workspace import Workspace
from tests.cli.conftest import Outcome

Run = Callable[..., Outcome]
DAY = "2031-03-06"


@pytest.mark.parametrize("form", ["html", "md", "docx"])
def test_a_brief_is_written_in_each_format(
    cli: Run, built: Workspace, tmp_path: Path, form: str
) -> None:
    done = cli(
        "brief", "first", "-w", built.root, "--date", DAY, "--format", form, "--out", tmp_path
    )
    assert done.code == 0
    assert (tmp_path / f"brief-first.{form}").stat().st_size > 500


def test_a_day_that_is_none_is_refused_with_how_to_write_it(cli: Run, built: Workspace) -> None:
    done = cli("brief", "first", "-w", built.root, "--date", "yesterday")
    assert done.code == 2
    assert "2030-12-31" in done.err


def test_an_unknown_meeting_is_named(cli: Run, built: Workspace) -> None:
    done = cli("brief", "sports day", "-w", built.root)
    assert done.code == 1
    assert "first" in done.err


@pytest.mark.parametrize("command", [("feed",), ("actor", "Freedonia"), ("digest", "--date", DAY)])
def test_each_of_the_others_writes_a_file(
    cli: Run, built: Workspace, tmp_path: Path, command: tuple[str, ...]
) -> None:
    done = cli(*command, "-w", built.root, "--out", tmp_path)
    assert done.code == 0
    assert [path.stat().st_size > 400 for path in tmp_path.iterdir()] == [True]
