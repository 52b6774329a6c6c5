"""A backup taken while others write is one moment of the workspace, and nothing but it."""

from __future__ import annotations

import tarfile
from pathlib import Path

import pytest

from stocktake import store
from stocktake.errors import NotFoundError, UsageError
from stocktake.model.accounts import Audience
from stocktake.model.audit import Deed
from stocktake.services import adding, backing_up, building, editions, restoring
from stocktake.services.reviewing import Correction, correct
from stocktake.services.workspace import Workspace
from tests import world


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    folder = tmp_path_factory.mktemp("backing-up")
    workspace = world.make_workspace(folder / "workspace")
    adding.add(workspace, [world.write_inputs(folder / "inputs")])
    building.build(workspace, 1)
    return workspace


def digest(workspace: Workspace) -> str:
    with workspace.store() as base, base.reading() as connection:
        frozen = store.latest(connection)
    assert frozen
    return frozen.stock.digest


def names(path: Path) -> set[str]:
    with tarfile.open(path) as tar:
        return set(tar.getnames())


def test_a_restored_workspace_holds_the_same_stock(built: Workspace, tmp_path: Path) -> None:
    backing_up.backup(built, tmp_path / "backup.tar")
    outcome = restoring.restore(tmp_path / "backup.tar", tmp_path / "restored")
    assert not outcome.faults
    assert digest(Workspace(tmp_path / "restored")) == digest(built)


def test_a_packed_backup_is_restored_as_well(built: Workspace, tmp_path: Path) -> None:
    backing_up.backup(built, tmp_path / "backup.tar.gz")
    outcome = restoring.restore(tmp_path / "backup.tar.gz", tmp_path / "restored")
    assert outcome.originals == len(world.INPUTS)


def test_what_a_writer_has_not_finished_is_not_in_the_backup(
    built: Workspace, tmp_path: Path
) -> None:
    with built.store() as base, base.writing() as writing:
        store.log(writing, Deed("2031-03-04T00:00:00Z", "somebody", "waits"))
        backing_up.backup(built, tmp_path / "backup.tar")
    restoring.restore(tmp_path / "backup.tar", tmp_path / "restored")
    with Workspace(tmp_path / "restored").store() as base, base.reading() as connection:
        assert store.logged(connection) == []


def test_a_writer_goes_on_while_a_backup_reads(built: Workspace, tmp_path: Path) -> None:
    with built.store() as base, base.reading() as reading:
        store.snapshot(reading, tmp_path / "copy.db")
        with base.writing() as writing:
            assert store.log(writing, Deed("2031-03-04T00:00:00Z", "somebody", "went on")).sequence


def test_originals_lexicon_and_settings_are_in_it(built: Workspace, tmp_path: Path) -> None:
    backing_up.backup(built, tmp_path / "backup.tar")
    kept = {
        path.relative_to(built.root).as_posix()
        for folder in (built.originals, built.lexicon)
        for path in folder.rglob("*")
        if path.is_file()
    }
    assert kept | {"process.toml", "stocktake.db"} < names(tmp_path / "backup.tar")


@pytest.mark.parametrize("made", ["editions/public.1/stocktake.db", "report/a.html", "build.log"])
def test_what_is_made_anew_stays_out(made: str, built: Workspace, tmp_path: Path) -> None:
    place = built.root / made
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text("made", encoding="utf-8")
    backing_up.backup(built, tmp_path / "backup.tar")
    assert made not in names(tmp_path / "backup.tar")


def test_what_is_there_already_is_not_written_over(built: Workspace, tmp_path: Path) -> None:
    (tmp_path / "backup.tar").write_text("mine", encoding="utf-8")
    with pytest.raises(UsageError, match="there already"):
        backing_up.backup(built, tmp_path / "backup.tar")


def test_a_backup_is_for_its_owner_alone(built: Workspace, tmp_path: Path) -> None:
    backing_up.backup(built, tmp_path / "backup.tar")
    assert (tmp_path / "backup.tar").stat().st_mode & 0o077 == 0


def test_what_is_kept_back_stays_so_until_a_build_has_made_the_editions(tmp_path: Path) -> None:
    workspace = world.make_workspace(tmp_path / "workspace")
    adding.add(workspace, [world.write_inputs(tmp_path / "inputs")])
    with workspace.store() as base, base.reading() as connection:
        first = min(store.ids(connection))
    correct(workspace, Correction(first, "confidentiality", "chairs"), "chair")
    building.build(workspace, 1)
    backing_up.backup(workspace, tmp_path / "backup.tar")
    restoring.restore(tmp_path / "backup.tar", tmp_path / "restored")
    restored = Workspace(tmp_path / "restored")
    with restored.store() as base, pytest.raises(NotFoundError):
        editions.of(restored, base, Audience.PUBLIC)
    building.build(restored, 1)
    with restored.store() as base:
        public = editions.of(restored, base, Audience.PUBLIC)
    with public.store() as base, base.reading() as connection:
        assert first not in store.ids(connection)
