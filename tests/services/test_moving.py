"""A workspace copied between databases is the same, also if the copy was broken off."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import Connection

from stocktake import store
from stocktake.errors import UsageError
from stocktake.services import adding, building, moving, restoring, searching, showing
from stocktake.services.backing_up import backup
from stocktake.services.reviewing import Correction, correct
from stocktake.services.workspace import Workspace, is_workspace
from stocktake.store import Store, transfer
from tests import world
from tests.postgresql import Server


@pytest.fixture(scope="module")
def source(
    tmp_path_factory: pytest.TempPathFactory, new_url: Callable[[], str | None]
) -> Workspace:
    """A workspace with a stock, in either database."""
    folder = tmp_path_factory.mktemp("moving")
    made = world.make_workspace(folder / "workspace", new_url())
    adding.add(made, [world.write_inputs(folder / "inputs")])
    building.build(made, 1)
    return made


def seen(workspace: Workspace) -> tuple[str, int, str | None]:
    """What a user sees of a workspace."""
    with workspace.store() as base, base.reading() as connection:
        key = store.latest_key(connection)
    found = searching.search(workspace, "harbour* OR ports")
    return str(showing.show(workspace, "statements")), found.total, key


def test_a_copy_in_postgresql_shows_the_same(
    source: Workspace, tmp_path: Path, postgresql: Server
) -> None:
    moving.copy(source, tmp_path / "copy", postgresql.url())
    assert seen(Workspace(tmp_path / "copy")) == seen(source)


def test_a_copy_in_a_folder_shows_the_same(source: Workspace, tmp_path: Path) -> None:
    moving.copy(source, tmp_path / "copy")
    assert seen(Workspace(tmp_path / "copy")) == seen(source)


def test_a_copy_is_worked_on_like_the_workspace_itself(
    source: Workspace, tmp_path: Path, postgresql: Server
) -> None:
    moving.copy(source, tmp_path / "copy", postgresql.url())
    copied = Workspace(tmp_path / "copy")
    correct(copied, Correction("freedonia.txt", "title", "Ports"), "Ann", "2031-03-06")
    assert building.build(copied, 1).number == 2


def test_a_copy_that_was_broken_off_goes_on(
    source: Workspace, tmp_path: Path, postgresql: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    url, folder = postgresql.url(), tmp_path / "copy"

    def broken(source: Connection, target: Store) -> Iterator[store.Moved]:
        for moved in transfer(source, target):
            yield moved
            if moved.table == "documents":
                raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(store, "transfer", broken)
        with pytest.raises(KeyboardInterrupt):
            moving.copy(source, folder, url)
    assert not is_workspace(folder)
    moving.copy(source, folder, url)
    assert seen(Workspace(folder)) == seen(source)


def test_a_copy_goes_nowhere_where_something_is(source: Workspace, postgresql: Server) -> None:
    with pytest.raises(UsageError, match="not empty"):
        moving.copy(source, source.root, postgresql.url())


def test_a_backup_comes_back_into_either_database(
    source: Workspace, tmp_path: Path, postgresql: Server
) -> None:
    backup(source, tmp_path / "backup.tar")
    for name, url in (("one", None), ("other", postgresql.url())):
        restoring.restore(tmp_path / "backup.tar", tmp_path / name, url=url)
        assert seen(Workspace(tmp_path / name)) == seen(source)
