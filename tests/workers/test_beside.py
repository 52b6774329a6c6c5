"""A call beside what this process does: the same result, from a copy of it."""

from __future__ import annotations

import os
from functools import partial

import pytest

from stocktake.workers import beside, side_by_side
from stocktake.workers.beside import _awaited
from tests.workers import jobs


@pytest.fixture
def two_processors(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: 2)


@pytest.mark.usefixtures("two_processors")
def test_what_is_begun_runs_in_a_copy_of_this_process() -> None:
    assert beside(os.getpid)() != os.getpid()


def test_with_one_processor_all_runs_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: 1)
    assert beside(os.getpid)() == os.getpid()


@pytest.mark.usefixtures("two_processors")
def test_what_it_raises_is_raised_where_its_result_is_asked_for() -> None:
    result = beside(jobs.stumble)
    with pytest.raises(ZeroDivisionError):
        result()


@pytest.mark.usefixtures("two_processors")
def test_a_large_result_comes_back_whole() -> None:
    assert beside(partial(bytes, 5_000_000))() == bytes(5_000_000)


@pytest.mark.usefixtures("two_processors")
def test_calls_side_by_side_give_their_results_under_their_names_in_order() -> None:
    made = side_by_side({str(number): partial(jobs.double, number) for number in (3, 1, 2)})
    assert list(made.items()) == [("3", 6), ("1", 2), ("2", 4)]


def test_the_work_of_a_copy_that_is_killed_is_done_here() -> None:
    reading, writing = os.pipe()
    os.close(writing)
    child = os.fork()
    if child == 0:
        os._exit(1)
    assert _awaited(os.getpid, child, reading) == os.getpid()
