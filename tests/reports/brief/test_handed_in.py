"""What was handed in for a meeting, and what it asks."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from stocktake.model import Report
from stocktake.reports import Asked, brief
from stocktake.services import adding, briefing, building, reporting
from tests import world
from tests.reports.brief.briefed import text

Brief = Callable[[date], Report]


def made(folder: Path, further: int) -> Brief:
    """The brief on the first consultation, for which some further statements came in."""
    workspace = world.make_workspace(folder / "workspace")
    inputs = world.write_inputs(folder / "inputs")
    lines = []
    for number in range(further):
        name = f"further-{number}.txt"
        (inputs / name).write_text(
            f"Paper {number}. We urge States to collect better data on migration."
        )
        lines.append(
            f"{name},Paper {number},Grand Fenwick,2031-03-0{number % 4 + 1},first,statement,en,"
        )
    with (inputs / "manifest.csv").open("a") as manifest:
        manifest.write("\n".join(lines))
    adding.add(workspace, [inputs])
    building.build(workspace, 1)
    stock = reporting.last_stock(workspace)
    texts = briefing.texts_of(workspace, stock)
    return lambda day: brief(stock, texts, Asked("first", day))


@pytest.fixture(scope="module")
def few(tmp_path_factory: pytest.TempPathFactory) -> Brief:
    return made(tmp_path_factory.mktemp("few"), 0)


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Brief:
    return made(tmp_path_factory.mktemp("many"), 6)


def test_of_a_few_each_tells_what_it_asks(few: Brief) -> None:
    said = text(few(date(2031, 3, 5)))
    assert "Statement of Ruritania asks: “call on all States to protect migrant children" in said


def test_what_came_later_is_not_told(few: Brief) -> None:
    assert "Statement of Ruritania" not in text(few(date(2031, 3, 4)))


def test_of_many_what_most_actors_ask_comes_first(many: Brief) -> None:
    said = text(many(date(2031, 3, 5)))
    assert "2 actors ask for proposal" in said
    assert "Freedonia and Grand Fenwick" in said
