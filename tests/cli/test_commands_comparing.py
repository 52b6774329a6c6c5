"""The command that compares two drafts."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from stocktake.readers import tracked_changes
from stocktake.services import starting
from tests.cli.conftest import Outcome

Run = Callable[..., Outcome]
OLD = "# Article 1\n\n1. States [shall][should] keep ports open.\n\n2. Masts are tall.\n"
NEW = "# Article 1\n\n1. States should keep ports open.\n"


@pytest.fixture
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Path, Path]:
    """Two drafts in a folder that is no workspace."""
    monkeypatch.chdir(tmp_path)
    old, new = tmp_path / "old.md", tmp_path / "new.md"
    old.write_text(OLD)
    new.write_text(NEW)
    return old, new


def test_two_files_are_compared_without_a_workspace(cli: Run, files: tuple[Path, Path]) -> None:
    done = cli("draft", "compare", *files, "--format", "json")
    found = {row["old"]: row["kind"] for row in json.loads(done.out)}
    assert found == {"art_1": "same", "art_1__para_1": "edited", "art_1__para_2": "deleted"}


def test_a_page_is_written_beside(cli: Run, files: tuple[Path, Path]) -> None:
    assert cli("draft", "compare", *files, "--format", "html").code == 0
    assert b"<del>Masts are tall.</del>" in Path("old-new.html").read_bytes()


def test_changes_in_a_word_file_are_ascribed_to_the_author(
    cli: Run, files: tuple[Path, Path]
) -> None:
    cli("draft", "compare", *files, "--format", "docx", "--author", "Freedonia")
    changes = tracked_changes(Path("old-new.docx").read_bytes()).changes
    assert {change.author for change in changes} == {"Freedonia"}


def test_earlier_authors_stay_in_a_word_file(cli: Run, files: tuple[Path, Path]) -> None:
    cli("draft", "compare", *files, "--format", "docx", "--author", "Freedonia", "--out", "1.docx")
    cli("draft", "compare", "1.docx", files[0], "--format", "docx", "--author", "Sylvania")
    changes = tracked_changes(Path("1-old.docx").read_bytes()).changes
    assert {change.author for change in changes} == {"Freedonia", "Sylvania"}


def test_a_title_that_is_in_no_provision_stands_in_a_word_file_of_earlier_authors(
    cli: Run, files: tuple[Path, Path]
) -> None:
    Path("titled.md").write_text(f"# Treaty on ports\n\n#{NEW}")
    cli("draft", "compare", *files, "--format", "docx", "--author", "Freedonia", "--out", "1.docx")
    cli("draft", "compare", "1.docx", "titled.md", "--format", "docx")
    made = tracked_changes(Path("1-titled.docx").read_bytes())
    assert made.accepted.startswith("Treaty on ports\n\nArticle 1")


def test_the_two_latest_drafts_of_a_workspace_are_compared(
    cli: Run, files: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(starting.init(tmp_path / "workspace").root)
    for path in files:
        assert cli("draft", "add", path).code == 0
    assert cli("draft", "compare", "--format", "html").code == 0
    assert Path("drafts/old-new.html").is_file()


def test_a_draft_that_is_not_there_is_named(cli: Run, files: tuple[Path, Path]) -> None:
    done = cli("draft", "compare", files[0], "nowhere.md")
    assert (done.code, "workspace" in done.err) == (1, True)
