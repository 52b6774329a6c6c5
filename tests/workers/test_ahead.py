"""Workers that are started ahead of their tasks."""

from __future__ import annotations

import os
import signal

from stocktake.settings import MEGABYTE, Limits
from stocktake.workers import Ahead, run_many
from tests.workers import jobs

LIMITS = Limits(seconds=20, ocr_seconds=0, memory_bytes=256 * MEGABYTE)


def ids(ahead: Ahead, tasks: int) -> set[object]:
    outcomes = run_many(jobs.process_id, range(tasks), workers=1, limits=LIMITS, ahead=ahead)
    return {result for _, result in outcomes}


def test_the_worker_that_was_started_ahead_does_the_work() -> None:
    with Ahead(1, ["tests.workers.jobs"]) as ahead:
        [started] = ahead.waiting
        assert ids(ahead, 3) == {started.pid}


def test_a_module_that_cannot_be_imported_is_no_matter() -> None:
    with Ahead(1, ["no.such.module"]) as ahead:
        [started] = ahead.waiting
        assert ids(ahead, 1) == {started.pid}


def test_a_worker_that_died_before_it_was_needed_is_replaced() -> None:
    with Ahead(1, []) as ahead:
        [started] = ahead.waiting
        os.kill(started.pid, signal.SIGKILL)
        started.wait()
        [used] = ids(ahead, 1)
    assert isinstance(used, int)


def test_those_that_nobody_takes_are_gone_at_the_end() -> None:
    with Ahead(2, []) as ahead:
        started = list(ahead.waiting)
    assert all(process.returncode for process in started)
