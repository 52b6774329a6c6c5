"""What each document tells by itself is made once, and again only when schemes change."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import text

from stocktake import analysis
from stocktake.model import Gist, Stock
from stocktake.services import adding, building
from stocktake.services.workspace import Workspace


def built(workspace: Workspace) -> Stock:
    return building.build(workspace, 1).stock


def count(workspace: Workspace) -> int:
    with workspace.store() as base, base.reading() as connection:
        found: int = connection.execute(text("SELECT count(*) FROM gists")).scalar_one()
    return found


def forget(workspace: Workspace, tables: tuple[str, ...] = ("gists", "stocks")) -> None:
    with workspace.store() as base, base.writing() as connection:
        for table in ("memos", "stock_contents", "proposal_numbers", *tables):
            connection.execute(text(f"DELETE FROM {table}"))


@pytest.fixture
def first(workspace: Workspace, inputs: Path) -> Stock:
    adding.add(workspace, [inputs])
    return built(workspace)


def test_every_input_that_was_read_has_a_gist(workspace: Workspace, first: Stock) -> None:
    assert count(workspace) == sum(1 for entry in first.ledger if entry.passages)


def test_gists_that_are_lost_are_made_anew_with_the_same_stock(
    workspace: Workspace, first: Stock
) -> None:
    before = count(workspace)
    forget(workspace)
    assert (built(workspace), count(workspace)) == (first, before)


def test_a_stock_from_kept_gists_needs_no_second_look(
    workspace: Workspace, first: Stock, monkeypatch: pytest.MonkeyPatch
) -> None:
    def look(*_: object) -> Gist:
        raise AssertionError("looked again")

    forget(workspace, ("stocks",))
    monkeypatch.setattr(analysis.Looker, "gist", look)
    assert built(workspace) == first


def test_another_scheme_asks_for_other_gists(workspace: Workspace, first: Stock) -> None:
    before = count(workspace)
    settings = workspace.process_file.read_text(encoding="utf-8")
    workspace.process_file.write_text(f'themes = "human-rights"\n{settings}', encoding="utf-8")
    assert (built(workspace).digest != first.digest, count(workspace)) == (True, 2 * before)
