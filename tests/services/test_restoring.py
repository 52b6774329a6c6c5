"""What is no backup, a damaged one or a hostile one leaves nothing behind."""

from __future__ import annotations

import io
import tarfile
from pathlib import Path

import pytest

from stocktake.errors import IntegrityError, NotFoundError, ReadError, UsageError
from stocktake.services import adding, backing_up, restoring
from stocktake.services.workspace import Workspace
from tests import world


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    folder = tmp_path_factory.mktemp("restoring")
    made = world.make_workspace(folder / "workspace")
    adding.add(made, [world.write_inputs(folder / "inputs")])
    return made


@pytest.fixture(scope="module")
def backup(workspace: Workspace, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("backup") / "backup.tar"
    backing_up.backup(workspace, path)
    return path


def with_member(backup: Path, path: Path, member: tarfile.TarInfo, body: bytes = b"") -> Path:
    """The backup with one member more."""
    path.write_bytes(backup.read_bytes())
    member.size = len(body)
    with tarfile.open(path, "a") as tar:
        tar.addfile(member, io.BytesIO(body))
    return path


def refused(path: Path, folder: Path) -> str:
    with pytest.raises(ReadError) as caught:
        restoring.restore(path, folder)
    assert list(folder.iterdir()) == []
    return str(caught.value)


@pytest.mark.parametrize(
    "name",
    [
        "../outside.toml",
        "/tmp/outside.toml",
        "originals/../../outside",
        "lexicon//x",
        "lexicon/./x.csv",
        "lexicon\\..\\x.csv",
        "editions/public.1/x",
        "stocktake.db-wal",
        ".part-process",
    ],
)
def test_a_member_outside_a_workspace_is_refused(name: str, backup: Path, tmp_path: Path) -> None:
    hostile = with_member(backup, tmp_path / "b.tar", tarfile.TarInfo(name), b"x")
    assert "no part of a workspace" in refused(hostile, tmp_path / "into")


@pytest.mark.parametrize(
    "kind",
    [tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.DIRTYPE, tarfile.FIFOTYPE, tarfile.CHRTYPE],
)
def test_what_is_no_plain_file_is_refused(kind: bytes, backup: Path, tmp_path: Path) -> None:
    member = tarfile.TarInfo("lexicon/link.csv")
    member.type, member.linkname = kind, "/etc/passwd"
    hostile = with_member(backup, tmp_path / "b.tar", member)
    assert "no part of a workspace" in refused(hostile, tmp_path / "into")


def test_the_same_file_twice_is_refused(backup: Path, tmp_path: Path) -> None:
    hostile = with_member(backup, tmp_path / "b.tar", tarfile.TarInfo("process.toml"), b"x")
    assert "twice" in refused(hostile, tmp_path / "into")


def test_a_file_that_the_list_does_not_name_is_refused(backup: Path, tmp_path: Path) -> None:
    hostile = with_member(backup, tmp_path / "b.tar", tarfile.TarInfo("lexicon/new.csv"), b"x")
    assert "lexicon/new.csv is not what was backed up" in refused(hostile, tmp_path / "into")


def test_a_changed_byte_is_named_by_its_file(backup: Path, tmp_path: Path) -> None:
    data = backup.read_bytes()
    with tarfile.open(backup) as tar:
        member = next(item for item in tar if item.name == "process.toml")
    at = member.offset_data
    changed = tmp_path / "b.tar"
    changed.write_bytes(data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :])
    assert "process.toml is not what was backed up" in refused(changed, tmp_path / "into")


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9])
def test_half_a_backup_is_refused(share: float, backup: Path, tmp_path: Path) -> None:
    data = backup.read_bytes()
    (tmp_path / "b.tar").write_bytes(data[: int(len(data) * share)])
    refused(tmp_path / "b.tar", tmp_path / "into")


@pytest.mark.parametrize("data", [b"", b"no archive", b"\x1f\x8b\x08broken"])
def test_what_is_no_archive_is_refused(data: bytes, tmp_path: Path) -> None:
    (tmp_path / "b.tar").write_bytes(data)
    refused(tmp_path / "b.tar", tmp_path / "into")


def test_what_does_not_verify_is_not_restored(workspace: Workspace, tmp_path: Path) -> None:
    damaged = Workspace(tmp_path / "damaged")
    restored = tmp_path / "first.tar"
    backing_up.backup(workspace, restored)
    restoring.restore(restored, damaged.root)
    next(path for path in damaged.originals.rglob("*") if path.is_file()).unlink()
    backing_up.backup(damaged, tmp_path / "b.tar")
    with pytest.raises(IntegrityError, match="is missing"):
        restoring.restore(tmp_path / "b.tar", tmp_path / "into")
    assert list((tmp_path / "into").iterdir()) == []


def test_a_folder_in_use_is_left_alone(backup: Path, tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(UsageError, match="not empty"):
        restoring.restore(backup, tmp_path)


def test_a_backup_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(NotFoundError, match=r"none\.tar"):
        restoring.restore(tmp_path / "none.tar", tmp_path / "into")
