"""Commands that write drafts."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from stocktake import legal
from stocktake.services import starting
from tests.cli.conftest import Outcome

Run = Callable[..., Outcome]
TEXT = "# Article 1\n\n1. States [shall][should] keep ports open.\n\n2. Agreed.\n"


@pytest.fixture
def at_work(cli: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """The command line in a workspace with two drafts."""
    workspace = starting.init(tmp_path / "workspace")
    monkeypatch.chdir(workspace.root)
    for name, day in (("zero.md", "2031-05"), ("rev1.md", "2031-06-07")):
        (tmp_path / name).write_text(TEXT + name)
        assert cli("draft", "add", tmp_path / name, "--date", day).code == 0
    return cli


def test_export_writes_the_latest_draft_as_akoma_ntoso(at_work: Run) -> None:
    path = Path(at_work("draft", "export").out.strip())
    assert path.name == "rev1.akn.xml"
    assert legal.read_akn(path.read_bytes()) == legal.parse_draft(f"{TEXT}rev1.md")
    assert b"/2031-05-01/workspace/eng@2031-06-07" in path.read_bytes()


def test_export_takes_a_label_a_format_and_a_place(at_work: Run, tmp_path: Path) -> None:
    done = at_work("draft", "export", "zero", "--format", "md", "--out", tmp_path / "x.md")
    assert done.code == 0
    assert (tmp_path / "x.md").read_text() == f"{TEXT}zero.md"


def test_an_unknown_format_is_answered_with_those_there_are(at_work: Run) -> None:
    done = at_work("draft", "export", "--format", "papyrus")
    assert (done.code, "akn" in done.err) == (2, True)


def test_zero_needs_a_stock(at_work: Run) -> None:
    done = at_work("draft", "zero")
    assert (done.code, "stocktake build" in done.err) == (1, True)
