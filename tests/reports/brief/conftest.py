"""Two stocks to brief from: an invented news text, and the bundled example."""

from __future__ import annotations

from pathlib import Path

import pytest

from stocktake.services import adding, briefing, building, reporting, taking
from tests import world
from tests.reports.brief.briefed import NEWS, Known


@pytest.fixture(scope="session")
def told(tmp_path_factory: pytest.TempPathFactory) -> Known:
    """What one invented news text tells."""
    folder: Path = tmp_path_factory.mktemp("told")
    workspace = world.make_workspace(folder / "workspace")
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
