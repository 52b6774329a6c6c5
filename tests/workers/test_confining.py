"""What a parser does that it should not, is stopped, and the next file is read."""

from __future__ import annotations

import os
import socket
from collections.abc import Callable
from pathlib import Path
from time import sleep
from typing import Any

import pytest

from stocktake.errors import LimitError
from stocktake.settings import Limits
from stocktake.workers import NO_FILES, Reach, WorkerDied, granted, run_isolated
from stocktake.workers.watching import processes_of
from tests.conftest import skip_or_fail
from tests.workers import jobs

LIMITS = Limits(seconds=20, ocr_seconds=0)


@pytest.fixture(scope="module", autouse=True)
def _kernel_grants_it() -> None:
    if not (granted().files and granted().calls):
        skip_or_fail("this kernel has no landlock or no seccomp")


@pytest.fixture
def secret(tmp_path: Path) -> Path:
    path = tmp_path / "secret.txt"
    path.write_text("a secret")
    return path


@pytest.mark.parametrize(
    ("deed", "argument"),
    [(jobs.call_out, ("127.0.0.1", 9)), (jobs.call_in_vain, 0), (jobs.move_out, 0)],
)
def test_a_worker_has_no_network_and_cannot_leave_its_group(
    deed: Callable[..., Any], argument: Any
) -> None:
    with pytest.raises(WorkerDied, match="PermissionError"):
        run_isolated(deed, argument, limits=LIMITS)


def test_a_server_that_listens_hears_nothing() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.1)
        with pytest.raises(WorkerDied):
            run_isolated(jobs.call_out, server.getsockname(), limits=LIMITS)
        with pytest.raises(TimeoutError):
            server.accept()


@pytest.mark.parametrize("deed", [jobs.overwrite, jobs.remove])
def test_a_worker_changes_no_file(deed: Callable[..., Any], secret: Path) -> None:
    with pytest.raises(WorkerDied, match="PermissionError"):
        run_isolated(deed, str(secret), limits=LIMITS)
    assert secret.read_text() == "a secret"


def test_a_worker_makes_no_file(tmp_path: Path) -> None:
    with pytest.raises(WorkerDied, match="PermissionError"):
        run_isolated(jobs.overwrite, str(tmp_path / "new.txt"), limits=LIMITS)


def test_a_worker_reads_no_file_out_of_its_reach(secret: Path) -> None:
    with pytest.raises(WorkerDied, match="PermissionError"):
        run_isolated(jobs.tell, str(secret), limits=LIMITS, reach=NO_FILES)


def test_a_worker_reads_what_is_in_its_reach(secret: Path) -> None:
    reach = Reach(reads=(secret.parent,))
    assert run_isolated(jobs.tell, str(secret), limits=LIMITS, reach=reach) == "a secret"


def test_a_worker_ends_no_process_of_others() -> None:
    with pytest.raises(WorkerDied, match="PermissionError"):
        run_isolated(jobs.shoot, os.getpid(), limits=LIMITS)


def test_a_fork_bomb_is_stopped_and_leaves_nothing(tmp_path: Path) -> None:
    note = tmp_path / "pid"
    with pytest.raises(LimitError, match="more than 32 processes"):
        run_isolated(jobs.multiply, str(note), limits=LIMITS, reach=Reach(writes=(tmp_path,)))
    assert any(processes_of(int(note.read_text())) == 0 or sleep(0.05) for _ in range(200))


def test_what_a_worker_writes_for_itself_goes_with_it() -> None:
    assert not Path(run_isolated(jobs.scribble, limits=LIMITS)).exists()


def test_processes_are_counted_by_their_group() -> None:
    assert processes_of(os.getpgid(0)) >= 1
