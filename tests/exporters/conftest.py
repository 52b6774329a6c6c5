"""Reports that the tests of exporters share."""

from __future__ import annotations

import pytest

from stocktake.model import Report
from tests.exporters import samples


@pytest.fixture(scope="session")
def report() -> Report:
    return samples.invented()


@pytest.fixture(scope="session")
def hostile() -> Report:
    return samples.hostile()
