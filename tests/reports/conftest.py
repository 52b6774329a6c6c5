"""The invented process and its report, made once; and two stocks made by the whole program."""

from __future__ import annotations

from pathlib import Path

import pytest

from stocktake import reports
from stocktake.model import Report
from stocktake.services import adding, briefing, building, reporting, taking
from tests import world as whole
from tests.reports.brief.briefed import NEWS, Known
from tests.reports.world import Invented, world


@pytest.fixture(scope="session")
def invented() -> Invented:
    return world()


@pytest.fixture(scope="session")
def report(invented: Invented) -> Report:
    return reports.build(invented.stock, invented.texts)


@pytest.fixture(scope="session")
def told(tmp_path_factory: pytest.TempPathFactory) -> Known:
    """What one invented news text tells."""
    folder: Path = tmp_path_factory.mktemp("told")
    workspace = whole.make_workspace(folder / "workspace")
    (folder / "news.txt").write_text(NEWS, encoding="utf-8")
    adding.add(workspace, [folder / "news.txt"])
    building.build(workspace, 1)
    stock = reporting.last_stock(workspace)
    return Known(stock, briefing.texts_of(workspace, stock))


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Known:
    """The bundled example."""
    folder: Path = tmp_path_factory.mktemp("demo")
    outcome = taking.demo(folder / "demo", 1)
    workspace = outcome.workspace
    stock = reporting.last_stock(workspace)
    return Known(stock, briefing.texts_of(workspace, stock))
