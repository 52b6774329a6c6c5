"""A new workspace is one when all of it is there."""

from __future__ import annotations

from pathlib import Path

import pytest

from stocktake.services import starting, workspace


def test_a_start_that_is_broken_off_leaves_no_workspace_that_lacks_something(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken_off(path: Path, _: bytes) -> None:
        raise OSError(path.name)

    monkeypatch.setattr(workspace, "write_whole", broken_off)
    with pytest.raises(OSError, match="README"):
        starting.init(tmp_path / "new")
    assert not workspace.is_workspace(tmp_path / "new")
