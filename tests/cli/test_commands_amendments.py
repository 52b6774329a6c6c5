"""Commands on amendments."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from stocktake.services import adding, building, drafts, starting
from stocktake.services.drafts import About
from tests.cli.conftest import Outcome

Run = Callable[..., Outcome]
TEXT = "# Article 1\n\n1. States shall keep ports open.\n\n2. Quays are dry.\n"
INPUT = "In paragraph 1, replace “shall” by “should”.\n\nDelete paragraph 2.\n"


@pytest.fixture
def at_work(cli: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """The command line in a workspace with a draft and an input by France."""
    workspace = starting.init(tmp_path / "workspace")
    (tmp_path / "zero.md").write_text(TEXT)
    folder = tmp_path / "inputs"
    folder.mkdir()
    (folder / "france.txt").write_text(INPUT)
    (folder / "manifest.csv").write_text("path,actor,kind\nfrance.txt,FRA,statement\n")
    adding.add(workspace, [folder])
    building.build(workspace)
    drafts.add(workspace, tmp_path / "zero.md", About("zero", "2031-05"))
    monkeypatch.chdir(workspace.root)
    return cli


def test_amendments_are_listed_with_their_actors(at_work: Run) -> None:
    rows = json.loads(at_work("draft", "amendments", "--format", "json").out)
    assert [(row["action"], row["proposed by"], row["state"]) for row in rows] == [
        ("replace", "France", "applied"),
        ("delete", "France", "applied"),
    ]


def test_those_on_one_provision_are_listed_alone(at_work: Run) -> None:
    done = at_work("draft", "amendments", "--provision", "paragraph 2", "--format", "jsonl")
    assert [json.loads(line)["action"] for line in done.out.splitlines()] == ["delete"]


def test_those_of_nobody_are_none(at_work: Run) -> None:
    assert "Nothing." in at_work("draft", "amendments", "--actor", "Ruritania").out


def test_a_compilation_is_written_to_the_folder_of_drafts(at_work: Run, tmp_path: Path) -> None:
    done = at_work("draft", "compilation", "--format", "md")
    written = tmp_path / "workspace" / "drafts" / "zero-amendments.md"
    assert written.name in done.out
    assert "[France: should]" in written.read_text(encoding="utf-8")


def test_an_unknown_format_is_wrong_use(at_work: Run) -> None:
    assert at_work("draft", "compilation", "--format", "odt").code == 2
