"""What is remembered makes a build faster, and changes no stock."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import text

from stocktake.model import Stock
from stocktake.services import adding, building, remembering
from stocktake.services.workspace import Workspace

NEW = (
    "Statement by Freedonia\n4 December 2017\n\nWe call for a fund for lake fisheries. "
    "We support the creation of a harbour office in every lake town."
)


def built(workspace: Workspace) -> Stock:
    return building.build(workspace, 1).stock


def run(workspace: Workspace, *statements: str) -> None:
    with workspace.store() as base, base.writing() as connection:
        for statement in statements:
            connection.execute(text(statement))


@pytest.fixture
def two(workspace: Workspace, inputs: Path, tmp_path: Path) -> Workspace:
    """A workspace in which stock was taken, and one more input was added."""
    adding.add(workspace, [inputs])
    built(workspace)
    (tmp_path / "new.txt").write_text(NEW, encoding="utf-8")
    adding.add(workspace, [tmp_path / "new.txt"])
    return workspace


def test_a_stock_is_the_same_when_all_that_is_remembered_is_lost(two: Workspace) -> None:
    first = built(two)
    run(two, "DELETE FROM memos", "DELETE FROM proposal_numbers WHERE stock_number = 2")
    run(two, *(f"DELETE FROM {table} WHERE number = 2" for table in ("stock_contents", "stocks")))
    assert built(two) == first


def test_what_another_program_found_is_forgotten(
    two: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(remembering, "program", lambda: "another")
    built(two)
    with two.store() as base, base.reading() as connection:
        kinds = set(connection.execute(text("SELECT kind FROM memos")).scalars())
    assert {" another " in kind for kind in kinds} == {True}
