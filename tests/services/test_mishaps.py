"""Disks that are full or read-only, databases that others hold, clocks that go back: a message says
so, nothing is half done, and the next run goes on."""

from __future__ import annotations

import errno
import os
import resource
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from datetime import timedelta
from io import BytesIO
from pathlib import Path

import pytest

from benchmarks.kills import finish, reports
from stocktake import store
from stocktake.errors import StocktakeError
from stocktake.model.accounts import Account, AccountRole
from stocktake.services import adding, building, handing_in, verifying
from stocktake.services import workspace as places
from stocktake.services.handing_in import Desk
from stocktake.services.people import accounts, moments
from stocktake.services.workspace import Workspace
from stocktake.settings import Limits
from stocktake.store import sqlite
from stocktake.workers import MachineError
from stocktake.workers.deaths import failure

SOME = "freedonia.txt"


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk with room for a workspace, but not for what a build makes."""
    disk = tmp_path / "disk"
    disk.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=500k", "small", str(disk)]
    if subprocess.run(command, capture_output=True, check=False).returncode:
        pytest.skip("no disk can be mounted here")
    yield disk
    subprocess.run(["umount", "--lazy", str(disk)], check=True)


def resize(disk: Path, how: str) -> None:
    subprocess.run(["mount", "-o", f"remount,{how}", str(disk)], check=True)


def told_by(*command: str, largest: int | None = None) -> str:
    """What a command that fails says; no file may grow beyond *largest* bytes."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    if largest:
        resource.setrlimit(resource.RLIMIT_FSIZE, (largest, before[1]))
    try:
        run = [sys.executable, "-m", "stocktake", *command]
        done = subprocess.run(run, capture_output=True, text=True, check=False)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert done.returncode == 1
    return done.stderr


def taken(folder: Path, inputs: Path) -> Path:
    finish(["take", str(inputs / SOME), "--into", str(folder), "--title", "Harbours"])
    return folder


def test_after_a_full_disk_the_next_run_comes_to_the_same(
    small_disk: Path, tmp_path: Path, inputs: Path
) -> None:
    folder = small_disk / "workspace"
    command = ["take", str(inputs / SOME), "--into", str(folder), "--title", "Harbours"]
    assert "room on the disk" in told_by(*command)
    resize(small_disk, "size=100m")
    finish(command)
    assert verifying.verify(places.at(folder)).faults == ()
    assert reports(folder) == reports(taken(tmp_path / "calm", inputs))


def test_a_file_that_may_not_grow_is_told_and_nothing_is_half_done(
    tmp_path: Path, inputs: Path
) -> None:
    folder = tmp_path / "workspace-of-ours"
    command = ["take", str(inputs / SOME), "--into", str(folder)]
    assert "the database cannot be written" in told_by(*command, largest=50_000)
    finish(command)
    assert verifying.verify(places.at(folder)).faults == ()


def test_a_disk_that_is_read_only_is_told(small_disk: Path, inputs: Path) -> None:
    resize(small_disk, "size=100m")
    folder = taken(small_disk / "workspace", inputs)
    resize(small_disk, "ro")
    said = told_by("build", "-w", str(folder))
    assert "may not be read-only" in said
    assert "damaged" not in said


def test_a_database_that_another_program_holds_is_told_and_left_as_it_was(
    workspace: Workspace, inputs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sqlite.PRAGMAS, "busy_timeout", 100)
    with sqlite3.connect(workspace.root / "stocktake.db") as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(StocktakeError, match="no other program holds it"):
            adding.add(workspace, [inputs / SOME])
        other.rollback()
    assert adding.add(workspace, [inputs / SOME]).new == 1


def test_what_the_machine_cannot_do_is_no_fault_of_a_file(
    workspace: Workspace, inputs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    adding.add(workspace, [inputs / SOME])
    full = failure(OSError(errno.ENOSPC, os.strerror(errno.ENOSPC)), Limits())

    def fails(*_: object, **__: object) -> Iterator[tuple[int, StocktakeError]]:
        yield 0, full

    with monkeypatch.context() as patch:
        patch.setattr(building.workers, "run_many", fails)
        with pytest.raises(MachineError, match="No space left on device"):
            building.build(workspace, 1)
    assert building.build(workspace, 1).worked == 1


def test_what_is_handed_in_after_the_clock_went_back_is_there(workspace: Workspace) -> None:
    with workspace.store() as base:
        now, account = moments.present(), delegate(base)
        for moment in (now, now - timedelta(days=400)):
            desk = Desk(workspace, base, account, moment)
            handing_in.hand_in(desk, BytesIO(moment.isoformat().encode()), "ours.txt", {})
        assert len(handing_in.own(desk)) == 2
    assert verifying.verify(workspace).faults == ()


def delegate(base: store.Store) -> Account:
    whom = accounts.invited("Guest", "guest@freedonia.test", AccountRole.DELEGATE, "XFR")
    accounts.make(base, whom, "four harbours and a ferry", moments.present())
    with base.reading() as connection:
        found = store.people.account_with(connection, whom.email)
    assert found
    return found
