"""What the tests of services share: an empty workspace of the invented world, and its inputs."""

from __future__ import annotations

from pathlib import Path

import pytest

from stocktake.services.workspace import Workspace
from tests import world


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return world.make_workspace(tmp_path / "workspace")


@pytest.fixture
def inputs(tmp_path: Path) -> Path:
    return world.write_inputs(tmp_path / "inputs")
