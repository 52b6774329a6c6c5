"""Commands on drafts."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from stocktake.services import starting
from tests.cli.conftest import Outcome

Run = Callable[..., Outcome]
TEXT = "# Article 1\n\n1. States [shall][should] keep ports open.\n\n2. Agreed.\n"


@pytest.fixture
def at_work(cli: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """The command line in a workspace with one draft."""
    workspace = starting.init(tmp_path / "workspace")
    monkeypatch.chdir(workspace.root)
    (tmp_path / "zero.md").write_text(TEXT)
    assert cli("draft", "add", tmp_path / "zero.md", "--date", "2031-05").code == 0
    return cli


def test_add_says_how_much_is_open(at_work: Run, tmp_path: Path) -> None:
    done = at_work("draft", "add", tmp_path / "zero.md")
    assert "3 provisions, 2 brackets (0 not balanced)" in done.out


def test_list_gives_a_record_for_each_draft(at_work: Run) -> None:
    [record] = json.loads(at_work("draft", "list", "--format", "json").out)
    assert (record["label"], record["date"]) == ("zero", "2031-05")


def test_show_text_is_the_file_as_it_stands(at_work: Run) -> None:
    assert at_work("draft", "show", "zero", "--view", "text").out == TEXT


def test_show_clean_takes_what_is_chosen(at_work: Run) -> None:
    done = at_work("draft", "show", "--view", "clean", "--choose", "br_2")
    assert "1. States should keep ports open." in done.out


def test_show_structure_can_be_read_by_a_program(at_work: Run) -> None:
    done = at_work("draft", "show", "--format", "jsonl")
    assert [json.loads(line)["id"] for line in done.out.splitlines()][-1] == "art_1__para_2"


def test_a_draft_that_is_not_there_is_an_error_that_names_those_there_are(at_work: Run) -> None:
    done = at_work("draft", "show", "final")
    assert (done.code, "There are: zero" in done.err) == (1, True)
