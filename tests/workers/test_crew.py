"""Tasks run apart from each other: each gets its result, or an error of its own."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from stocktake.errors import LimitError, ReadError, StocktakeError
from stocktake.settings import MEGABYTE, Limits
from stocktake.workers import Reach, WorkerDied, run_isolated, run_many
from tests.workers import jobs

LIMITS = Limits(seconds=20, ocr_seconds=0, memory_bytes=256 * MEGABYTE)
BRIEF = Limits(seconds=1, ocr_seconds=0)


def test_a_result_comes_back() -> None:
    assert run_isolated(jobs.double, 21, limits=LIMITS) == 42


def test_the_work_is_done_in_another_process() -> None:
    assert run_isolated(jobs.process_id, 0, limits=LIMITS) != os.getpid()


def test_an_error_of_ours_comes_back_as_it_was_raised() -> None:
    with pytest.raises(ReadError, match=r"^a\.pdf: cannot be read\. Ask again\.$"):
        run_isolated(jobs.refuse, "a.pdf", limits=LIMITS)


def test_any_other_error_says_what_and_where() -> None:
    with pytest.raises(WorkerDied, match=r"ZeroDivisionError: nothing to divide by at jobs\.py:"):
        run_isolated(jobs.stumble, limits=LIMITS)


def test_a_crash_names_its_signal() -> None:
    with pytest.raises(WorkerDied, match="made its worker crash \\(SIGSEGV"):
        run_isolated(jobs.crash, limits=LIMITS)


def test_a_worker_that_ends_by_itself_is_told_with_its_code() -> None:
    with pytest.raises(WorkerDied, match="exit code 3"):
        run_isolated(jobs.leave, 3, limits=LIMITS)


def test_an_endless_loop_is_stopped_and_names_the_key() -> None:
    with pytest.raises(LimitError, match=r"1 seconds .* raise seconds under \[limits\]"):
        run_isolated(jobs.spin, limits=BRIEF)


def test_a_task_that_only_waits_is_stopped_by_the_clock() -> None:
    with pytest.raises(LimitError, match="raise seconds"):
        run_isolated(jobs.sleep, 600, limits=BRIEF)


def test_too_much_memory_is_refused_and_names_the_key() -> None:
    with pytest.raises(LimitError, match=r"raise memory_bytes under \[limits\]"):
        run_isolated(jobs.eat_memory, 1024 * MEGABYTE, limits=LIMITS)


def test_memory_within_the_limit_is_granted() -> None:
    assert run_isolated(jobs.eat_memory, 64 * MEGABYTE, limits=LIMITS) == 64 * MEGABYTE


def test_a_huge_result_comes_back_whole() -> None:
    assert len(run_isolated(jobs.boast, 50 * MEGABYTE, limits=LIMITS)) == 50 * MEGABYTE


def test_a_result_that_cannot_be_sent_is_an_error() -> None:
    with pytest.raises(WorkerDied, match="pickle"):
        run_isolated(jobs.unpicklable, limits=LIMITS)


def test_what_a_task_prints_does_not_disturb_its_result() -> None:
    assert run_isolated(jobs.chatter, 7, limits=LIMITS) == 7


def test_a_crash_leaves_no_core_dump() -> None:
    assert run_isolated(jobs.core_limit, limits=LIMITS) == 0


def test_a_result_that_is_an_error_is_raised_here() -> None:
    with pytest.raises(StocktakeError):
        run_isolated(jobs.refuse, "b.pdf", limits=LIMITS)


def test_what_a_hanging_task_started_dies_with_it(tmp_path: Path) -> None:
    notes = tmp_path / "pids"
    with pytest.raises(LimitError):
        run_isolated(
            jobs.start_child_and_hang,
            str(notes),
            limits=Limits(seconds=5, ocr_seconds=0),
            reach=Reach(writes=(tmp_path,)),
        )
    assert _all_gone(notes)


def test_deaths_take_only_their_own_task() -> None:
    outcomes = dict(run_many(jobs.misbehave, range(20), workers=2, limits=LIMITS))
    died = sorted(index for index, outcome in outcomes.items() if isinstance(outcome, WorkerDied))
    assert died == [1, 4, 7, 10]
    assert [outcomes[index] for index in range(20) if index not in died] == [
        index for index in range(20) if index not in died
    ]


def test_results_come_as_they_are_done() -> None:
    order = [index for index, _ in run_many(jobs.sleep, [1.5, 0.0], workers=2, limits=LIMITS)]
    assert order == [1, 0]


def test_a_worker_is_used_again() -> None:
    processes = {
        result for _, result in run_many(jobs.process_id, [0] * 9, workers=1, limits=LIMITS)
    }
    assert len(processes) == 1


def test_limits_count_for_each_task_and_not_for_the_life_of_a_worker() -> None:
    share = 192 * MEGABYTE
    outcomes = dict(run_many(jobs.eat_memory, [share] * 6, workers=1, limits=LIMITS))
    assert set(outcomes.values()) == {share}


def test_nothing_to_do_starts_nothing() -> None:
    assert list(run_many(jobs.double, [], workers=4, limits=LIMITS)) == []


def test_workers_end_when_the_iteration_is_left(tmp_path: Path) -> None:
    notes = [str(tmp_path / name) for name in ("a", "b")]
    outcomes = run_many(
        jobs.start_or_answer,
        [*notes, ""],
        workers=3,
        limits=LIMITS,
        reach=Reach(writes=(tmp_path,)),
    )
    next(outcomes)
    outcomes.close()  # type: ignore[attr-defined]
    assert all(_all_gone(Path(note)) for note in notes)


@pytest.mark.skipif(os.name != "posix", reason="signals to processes are sent on POSIX only")
def test_ctrl_c_kills_the_workers_and_comes_through(tmp_path: Path) -> None:
    note = tmp_path / "pids"
    script = (
        "from pathlib import Path; from stocktake.workers import Reach, run_many;"
        "from stocktake.settings import Limits; from tests.workers import jobs;"
        f"here = Reach(writes=(Path({str(tmp_path)!r}),));"
        f"list(run_many(jobs.start_child_and_hang, [{str(note)!r}], workers=1, limits=Limits(),"
        "reach=here))"
    )
    parent = subprocess.Popen([sys.executable, "-c", script], stderr=subprocess.PIPE)
    _wait_for(note)
    parent.send_signal(signal.SIGINT)
    assert b"KeyboardInterrupt" in parent.communicate(timeout=20)[1]
    assert _all_gone(note)


def _words(note: Path) -> list[str]:
    return note.read_text(encoding="ascii").split() if note.exists() else []


def _all_gone(note: Path) -> bool:
    """Whether the processes named in a note end: what is killed takes a moment to be gone."""
    for _ in range(200):
        if not any(_is_alive(int(pid)) for pid in _words(note)):
            return True
        time.sleep(0.05)
    return False


def _wait_for(note: Path) -> None:
    for _ in range(400):
        if len(_words(note)) == 2:
            return
        time.sleep(0.05)
    pytest.fail("the worker did not start")


def _is_alive(pid: int) -> bool:
    """Whether a process runs; one that is dead but not yet fetched by its parent does not."""
    status = Path(f"/proc/{pid}/stat")
    try:
        return status.read_text(encoding="ascii").rsplit(")", 1)[1].split()[0] not in "ZX"
    except (FileNotFoundError, ProcessLookupError):
        return False
