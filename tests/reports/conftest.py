"""The invented process and its report, made once."""

from __future__ import annotations

import pytest

from stocktake import reports
from stocktake.model import Report
from tests.reports.world import Invented, world


@pytest.fixture(scope="session")
def invented() -> Invented:
    return world()


@pytest.fixture(scope="session")
def report(invented: Invented) -> Report:
    return reports.build(invented.stock, invented.texts)
