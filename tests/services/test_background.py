"""One build at a time, whichever process started it."""

from __future__ import annotations

from pathlib import Path

import pytest

from stocktake import store
from stocktake.errors import UsageError
from stocktake.services import adding
from stocktake.services.background import Builder
from tests import world


def test_a_build_of_one_process_is_seen_by_another_and_is_the_only_one(tmp_path: Path) -> None:
    workspace = world.make_workspace(tmp_path / "workspace")
    adding.add(workspace, [world.write_inputs(tmp_path / "inputs")])
    one, other = Builder(workspace), Builder(workspace)
    one.start()
    assert other.state().is_running
    with pytest.raises(UsageError, match="a build is running"):
        other.start()
    assert one._process
    one._process.wait()
    state = one.state()
    assert (state.is_running, state.code is None, other.state().is_running) == (False, False, False)
    with workspace.store() as base, base.reading() as connection:
        assert store.latest(connection)


def test_before_the_first_build_there_is_nothing_to_tell(tmp_path: Path) -> None:
    state = Builder(world.make_workspace(tmp_path / "workspace")).state()
    assert (state.is_running, state.code, state.lines) == (False, None, ())
