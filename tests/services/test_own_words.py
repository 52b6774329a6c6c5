"""The example of docs/lexicon.md does what the page says."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from stocktake import lexicon
from stocktake.cli.entry import run
from stocktake.services.extracting import extract_text

PAGE = Path(__file__).parents[2] / "docs" / "lexicon.md"
BLOCK = re.compile(r"`([^`]+)`\n\n((?:    .*\n|\n)+)")
FILE = re.compile(r"[\w./]+\.(?:csv|toml|txt)")


def blocks() -> dict[str, str]:
    """The indented blocks of the example, by what stands in backquotes before them."""
    example = PAGE.read_text(encoding="utf-8").partition("## An example")[2]
    return {
        name: "\n".join(line[4:] for line in block.strip("\n").split("\n")) + "\n"
        for name, block in BLOCK.findall(example)
    }


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The workspace of the example."""
    root = tmp_path_factory.mktemp("example")
    (root / "process.toml").write_text('title = "Harbours"\n')
    for name, block in blocks().items():
        if FILE.fullmatch(name):
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(block, encoding="utf-8")
    return root


def test_the_command_of_the_page_prints_what_the_page_says(
    workspace: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    [(command, printed)] = [pair for pair in blocks().items() if pair[0].startswith("stocktake ")]
    monkeypatch.chdir(workspace)
    assert run(command.split()[1:]) == 0
    assert capsys.readouterr().out == printed


def test_without_the_workspace_nobody_is_known(workspace: Path) -> None:
    text = (workspace / "harbour.txt").read_text(encoding="utf-8")
    assert extract_text(text, "en")[1] == []


@pytest.mark.parametrize(("year", "members"), [(2016, ("XFR", "XRU")), (2017, ("XFR",))])
def test_the_group_of_the_page_has_its_members_by_the_day(
    workspace: Path, year: int, members: tuple[str, ...]
) -> None:
    words = lexicon.load(workspace / "lexicon")
    assert words.actors.members("group:coastal", date(year, 6, 1)) == members


def test_every_file_that_the_page_names_is_one_the_package_reads() -> None:
    table = PAGE.read_text(encoding="utf-8").partition("## An example")[0]
    data = Path(lexicon.__path__[0]) / "data"
    named = {name for name in re.findall(r"`([\w./]+)`", table) if FILE.fullmatch(name)}
    assert [name for name in sorted(named) if not (data / name).is_file()] == []
