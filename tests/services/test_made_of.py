"""A page is the page only as long as all that it is made of is the same."""

from __future__ import annotations

from pathlib import Path

from stocktake.services.pages import made_of
from tests import world


def test_a_word_of_the_workspace_makes_other_pages(tmp_path: Path) -> None:
    workspace = world.make_workspace(tmp_path / "workspace")
    before = made_of.digest(workspace, "key", 1)
    (workspace.lexicon / "note.txt").write_text("harbours", encoding="utf-8")
    assert made_of.digest(workspace, "key", 1) != before


def test_another_stock_makes_other_pages(tmp_path: Path) -> None:
    workspace = world.make_workspace(tmp_path / "workspace")
    told = {made_of.digest(workspace, *stock) for stock in (("a", 1), ("a", 2), ("b", 1))}
    assert len(told) == 3


def test_the_same_makes_the_same_pages(tmp_path: Path) -> None:
    workspace = world.make_workspace(tmp_path / "workspace")
    assert made_of.digest(workspace, "key", 1) == made_of.digest(workspace, "key", 1)
