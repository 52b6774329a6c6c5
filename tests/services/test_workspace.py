"""Workspaces are found, and made once."""

from __future__ import annotations

from pathlib import Path

import pytest

from stocktake.errors import NotFoundError, UsageError
from stocktake.services import starting, workspace
from stocktake.services.whole_files import unfinished, write_whole


def test_a_workspace_is_found_from_below_it(tmp_path: Path) -> None:
    made = starting.init(tmp_path / "w")
    below = made.root / "report" / "deep"
    below.mkdir()
    assert workspace.find(below) == made


def test_outside_a_workspace_the_message_says_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(NotFoundError, match="stocktake init"):
        workspace.find(tmp_path)


def test_a_workspace_is_not_made_over_another(tmp_path: Path) -> None:
    starting.init(tmp_path / "w")
    with pytest.raises(UsageError, match="already"):
        starting.init(tmp_path / "w")


def test_a_file_is_no_place_for_a_workspace(tmp_path: Path) -> None:
    (tmp_path / "w").write_text("")
    with pytest.raises(UsageError, match="is a file"):
        starting.init(tmp_path / "w")


def test_a_new_workspace_is_called_after_its_folder(tmp_path: Path) -> None:
    made = starting.init(tmp_path / "harbour_compact")
    assert 'title = "harbour compact"' in made.process_file.read_text(encoding="utf-8")


def test_a_file_that_was_not_finished_leaves_nothing_behind(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError), unfinished(tmp_path) as file:
        file.write(b"half" * (1 // 0))
    assert list(tmp_path.iterdir()) == []


def test_a_file_is_replaced_whole(tmp_path: Path) -> None:
    write_whole(tmp_path / "a", b"old and long")
    write_whole(tmp_path / "a", b"new")
    assert (tmp_path / "a").read_bytes() == b"new"
