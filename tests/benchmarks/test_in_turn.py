"""Running benchmarks in turn, with invented ones."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from benchmarks import __main__ as program
from benchmarks.in_turn import ALL, run_each
from benchmarks.row import Row
from benchmarks.table import END, START

INVENTED = {
    "walk": "from benchmarks.row import Row\n"
    "def rows(*, quick):\n"
    "    return [Row('walk', '1 m' if quick else '9 m', 'limit', '1', 'again')]\n",
    "fall": "def rows(*, quick):\n    raise SystemExit('the server does not answer')\n",
    "miss": "import no_such_peer\n",
    "vanish": "import os\ndef rows(*, quick):\n    os._exit(3)\n",
}


@pytest.fixture
def invented(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    folder = tmp_path / "invented"
    folder.mkdir()
    for name, text in INVENTED.items():
        (folder / f"{name}.py").write_text(text, "utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    return folder.name


def found(name: str, package: str) -> list[Row]:
    return dict(run_each([name], quick=True, package=package))[name]


def test_each_benchmark_gives_its_rows(invented: str) -> None:
    assert found("walk", invented) == [Row("walk", "1 m", "limit", "1", "again")]


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("fall", "SystemExit: the server does not answer"),
        ("miss", "no_such_peer is not installed"),
        ("vanish", "its process was ended"),
    ],
)
def test_what_fails_says_so_in_its_row(invented: str, name: str, why: str) -> None:
    assert [row.ours for row in found(name, invented)] == [f"not measured: {why}"]


def test_one_that_fails_does_not_stop_the_others(invented: str) -> None:
    told = dict(run_each(["fall", "walk"], quick=False, package=invented))
    assert told["walk"][0].ours == "9 m"


def test_the_program_writes_what_was_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page = tmp_path / "page.md"
    page.write_text(f"{START}\n{END}\n", "utf-8")
    row = Row("searched", "3 ms", "limit", "1", "again")
    monkeypatch.setattr(program, "run_each", lambda names, quick: ((one, [row]) for one in names))
    monkeypatch.setattr(sys, "argv", ["benchmarks", "--only", "search", "--page", str(page)])
    program.main()
    assert "| search | searched | 3 ms | limit | 1 | again |" in page.read_text("utf-8")


@pytest.mark.parametrize("name", ALL)
def test_each_name_is_a_benchmark_with_rows(name: str) -> None:
    source = Path(program.__file__).parent / f"{name}.py"
    assert "\ndef rows(*, quick: bool)" in source.read_text("utf-8")
