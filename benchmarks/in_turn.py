"""Benchmarks run in turn, each in a process of its own; one that fails leaves the others.

A benchmark is a module with a function ``rows(*, quick)`` that measures, prints what it found as
it always does, and returns it as rows.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from importlib import import_module
from multiprocessing import get_context

from benchmarks.row import Row, unmeasured

ALL = (
    "take_pdf",
    "extract_english",
    "linear",
    "rebuild",
    "sizes",
    "group_bertopic",
    "pairs",
    "dispositions",
    "search",
    "meaning",
    "drafts",
    "load",
    "many_writers",
    "hidden",
    "kills",
    "kills_web",
    "fuzz_all",
)


def run_each(
    names: Sequence[str], *, quick: bool, package: str = "benchmarks"
) -> Iterator[tuple[str, list[Row]]]:
    """What each found, as soon as it is found."""
    for name in names:
        print(f"{name}\n", flush=True)
        yield name, _alone(f"{package}.{name}", quick=quick)
        print(flush=True)


def _alone(module: str, *, quick: bool) -> list[Row]:
    """The rows of a benchmark; what it leaves in its process ends with it."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        try:
            return pool.submit(rows_of, module, quick=quick).result()
        except BrokenProcessPool:
            return [_failed(module, "its process was ended")]


def rows_of(module: str, *, quick: bool) -> list[Row]:
    """Run a benchmark here; a row that says so if it fails."""
    try:
        return list(import_module(module).rows(quick=quick))
    except ModuleNotFoundError as error:
        return [_failed(module, f"{error.name} is not installed")]
    except (Exception, SystemExit) as error:
        return [_failed(module, f"{type(error).__name__}: {error}")]


def _failed(module: str, why: str) -> Row:
    row = unmeasured("failed", why, f"`python -m {module}`")
    print(row.ours)
    return row
