"""The brief from the command line."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from stocktake.services import adding, building
from stocktake.services.workspace import Workspace
from tests import world
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


@pytest.fixture
def guarded(tmp_path: Path) -> Workspace:
    """A workspace in which one input is for the chairs alone."""
    workspace = world.make_workspace(tmp_path / "guarded")
    inputs = world.write_inputs(tmp_path / "inputs")
    manifest = inputs / "manifest.csv"
    kept = "Freedonia,2031-03-04,first,statement,en,"
    manifest.write_text(manifest.read_text().replace(kept, f"{kept}chairs"))
    adding.add(workspace, [inputs])
    building.build(workspace, 1)
    return workspace


def test_the_feed_holds_what_the_public_may_see(cli: Run, guarded: Workspace) -> None:
    cli("feed", "-w", guarded.root)
    public = (guarded.report / "feed.atom").read_text()
    cli("feed", "-w", guarded.root, "--for", "chairs")
    whole = (guarded.report / "feed.atom").read_text()
    title = "Statement of Freedonia"
    assert (title in public, title in whole) == (False, True)


def test_a_brief_for_the_public_cites_nothing_that_is_kept_back(
    cli: Run, guarded: Workspace, tmp_path: Path
) -> None:
    out = tmp_path / "brief.md"
    done = cli(
        "brief", "first", "--date", DAY, "--for", "public", "-w", guarded.root,
        "--format", "md", "--out", out,
    )  # fmt: skip
    assert done.code == 0
    assert "Statement of Freedonia" not in out.read_text()


@pytest.mark.parametrize("command", [("feed",), ("actor", "Freedonia"), ("brief", "first")])
def test_a_process_that_never_attributes_gets_none(
    cli: Run, guarded: Workspace, command: tuple[str, ...]
) -> None:
    with guarded.process_file.open("a") as file:
        file.write("\n[unattributed]\nalways = true\n")
    done = cli(
        *command, "-w", guarded.root, *(() if command[0] == "actor" else ("--for", "chairs"))
    )
    assert done.code != 0
    assert "names actors" in done.err
