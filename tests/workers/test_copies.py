"""Workers that are copies of the process that asks."""

from __future__ import annotations

import subprocess
import sys
import threading
from pathlib import Path

from stocktake.settings import MEGABYTE, Limits
from stocktake.workers import run_many
from tests.workers import jobs

ROOT = Path(__file__).parents[2]
LIMITS = Limits(seconds=20, ocr_seconds=0, memory_bytes=256 * MEGABYTE)


def parents() -> set[object]:
    outcomes = run_many(jobs.started_with, range(2), workers=1, limits=LIMITS)
    return {result for _, result in outcomes}


def test_a_worker_has_what_its_maker_had_loaded() -> None:
    """Asked in a process of its own: tests before this one may have left threads in ours."""
    load = "from tests.workers import jobs; jobs.LOADED.append('a lexicon')"
    ask = "from tests.workers.test_copies import parents; print(parents())"
    told = subprocess.check_output([sys.executable, "-c", f"{load}; {ask}"], text=True, cwd=ROOT)
    assert told == "{'a lexicon'}\n"


def test_beside_a_thread_workers_are_fresh_processes() -> None:
    done = threading.Event()
    thread = threading.Thread(target=done.wait)
    thread.start()
    jobs.LOADED.append("a lexicon")
    assert parents() == {""}
    jobs.LOADED.clear()
    done.set()
    thread.join()


def test_a_worker_holds_none_of_the_files_that_its_maker_had_open(tmp_path: Path) -> None:
    with (tmp_path / "ledger").open("wb"):
        [(_, held)] = run_many(jobs.files, [0], workers=1, limits=LIMITS)
    assert not any(str(tmp_path) in name for name in held)
