"""Writing the table of all benchmarks into a page."""

from __future__ import annotations

import pytest

from benchmarks.row import Row
from benchmarks.table import END, START, Machine, lines_of, updated

MACHINE = Machine(cores=2, memory=24_000_000_000, python="3.11.7", load=0.25)
ROW = Row("walk", "3 s", "limit 10 s", "0.3", "`python -m benchmarks.walk`")
PAGE = f"# Performance\n\n| other | table |\n\n{START}\n{END}\n\nThe end.\n"
ORDER = ("walk", "swim")


def with_lines(page: str, name: str, ours: str, *, quick: bool = False) -> str:
    row = Row(name, ours, "limit", "1", "again")
    return updated(page, {name: lines_of(name, [row], MACHINE, quick=quick)}, ORDER)


def test_a_row_is_a_line_that_ends_with_the_machine() -> None:
    [line] = lines_of("walk", [ROW], MACHINE, quick=False)
    assert line == (
        "| walk | walk | 3 s | limit 10 s | 0.3 | `python -m benchmarks.walk` "
        "| 2 cores, 24 GB, Python 3.11.7, load 0.2 |"
    )


def test_a_quick_run_is_marked_and_repeated_as_such() -> None:
    [line] = lines_of("walk", [ROW], MACHINE, quick=True)
    machine = "2 cores, 24 GB, Python 3.11.7, load 0.2; **quick**"
    assert line.endswith(f"| `python -m benchmarks --quick --only walk` | {machine} |")


def test_a_message_of_several_lines_with_bars_stays_in_its_cell() -> None:
    row = Row("walk", "failed: a\n| b", "", "", "again")
    [line] = lines_of("walk", [row], MACHINE, quick=False)
    assert "| failed: a \\| b |" in line


def test_the_rest_of_the_page_is_left_as_it_is() -> None:
    before, _, rest = with_lines(PAGE, "walk", "3 s").partition(START)
    assert (before, rest.partition(END)[2]) == (PAGE.partition(START)[0], "\n\nThe end.\n")


def test_lines_of_other_benchmarks_stay_and_all_are_in_order() -> None:
    page = with_lines(with_lines(PAGE, "swim", "5 s"), "walk", "3 s")
    told = [line.split(" | ")[0] for line in page.splitlines() if "GB" in line]
    assert told == ["| walk", "| swim"]


def test_a_new_run_replaces_the_lines_of_the_last() -> None:
    page = with_lines(with_lines(PAGE, "walk", "3 s"), "walk", "2 s")
    assert ("3 s" in page, "2 s" in page) == (False, True)


def test_a_quick_run_does_not_replace_a_full_one() -> None:
    page = with_lines(PAGE, "walk", "3 s")
    assert with_lines(page, "walk", "2 s", quick=True) == page


def test_a_full_run_replaces_a_quick_one() -> None:
    page = with_lines(with_lines(PAGE, "walk", "3 s", quick=True), "walk", "2 s")
    assert page == with_lines(PAGE, "walk", "2 s")


def test_a_page_without_markers_is_refused() -> None:
    with pytest.raises(ValueError, match="the page needs a line"):
        with_lines("# Performance\n", "walk", "3 s")


def test_the_page_of_the_project_has_its_markers() -> None:
    from benchmarks.__main__ import PAGE as REAL

    assert with_lines(REAL.read_text("utf-8"), "walk", "3 s")
