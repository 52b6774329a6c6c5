"""From inputs to a stock: the same whatever the order, the workers, and the builds it took."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from stocktake.model import LedgerStatus, Stock
from stocktake.services import adding, building, reporting
from stocktake.services.reviewing import Correction, correct
from stocktake.services.workspace import Workspace
from tests import plugins, world


def stock_of(workspace: Workspace, inputs: Path) -> Stock:
    adding.add(workspace, [inputs])
    return building.build(workspace, 1).stock


def report_bytes(workspace: Workspace) -> list[bytes]:
    return [path.read_bytes() for path in reporting.report(workspace)]


def all_at_once(folder: Path, inputs: Path, workers: int = 1) -> list[bytes]:
    workspace = world.make_workspace(folder)
    adding.add(workspace, [inputs])
    building.build(workspace, workers)
    return report_bytes(workspace)


@pytest.fixture(scope="module")
def expected(tmp_path_factory: pytest.TempPathFactory) -> list[bytes]:
    folder = tmp_path_factory.mktemp("expected")
    return all_at_once(folder / "workspace", world.write_inputs(folder / "inputs"))


def kinds(stock: Stock) -> set[str]:
    return {issue.kind for issue in stock.issues}


def test_every_input_is_in_the_ledger(workspace: Workspace, inputs: Path) -> None:
    stock = stock_of(workspace, inputs)
    assert sorted(entry.name for entry in stock.ledger) == sorted(world.INPUTS)


def test_an_input_that_cannot_be_read_is_failed_with_its_reason(
    workspace: Workspace, inputs: Path
) -> None:
    [failed] = [
        entry for entry in stock_of(workspace, inputs).ledger if entry.status is LedgerStatus.FAILED
    ]
    assert (failed.name, "empty" in failed.reason) == ("empty.txt", True)


def test_statements_are_of_their_authors(workspace: Workspace, inputs: Path) -> None:
    stock = stock_of(workspace, inputs)
    assert {"XFR", "XRU", "XSY"} <= {actor.id for actor in stock.actors}


def test_two_workers_give_the_same_report_as_one(expected: list[bytes], tmp_path: Path) -> None:
    inputs = world.write_inputs(tmp_path / "inputs")
    assert all_at_once(tmp_path / "workspace", inputs, workers=2) == expected


def test_the_order_in_which_inputs_came_changes_nothing(
    expected: list[bytes], workspace: Workspace, inputs: Path
) -> None:
    columns, *rows = world.MANIFEST.splitlines()
    listed = {row.partition(",")[0]: row for row in rows}
    for number, name in enumerate(sorted(world.INPUTS, reverse=True)):
        manifest = inputs / f"manifest-{number}.csv"
        manifest.write_text(f"{columns}\n{listed.get(name, name)}\n")
        adding.add(workspace, [], manifest)
    building.build(workspace, 1)
    assert report_bytes(workspace) == expected


def test_a_second_build_does_nothing_again(workspace: Workspace, inputs: Path) -> None:
    (inputs / "empty.txt").unlink()
    stock = stock_of(workspace, inputs)
    again = building.build(workspace, 1)
    assert (again.worked, again.number, again.stock) == (0, 1, stock)


def test_what_failed_is_tried_again(workspace: Workspace, inputs: Path) -> None:
    stock_of(workspace, inputs)
    assert building.build(workspace, 1).worked == 1


def test_a_build_does_only_what_is_new(workspace: Workspace, inputs: Path) -> None:
    (inputs / "empty.txt").unlink()
    stock_of(workspace, inputs)
    (inputs / "new.txt").write_text("Freedonia supports open harbours.")
    adding.add(workspace, [inputs])
    assert building.build(workspace, 1).worked == 1


def test_a_change_of_the_lexicon_has_all_searched_again(workspace: Workspace, inputs: Path) -> None:
    stock_of(workspace, inputs)
    with (workspace.lexicon / "actors" / "states.csv").open("a") as file:
        file.write("XUT,Utopia,Republic of Utopia,WEOG,,Utopian\n")
    assert building.build(workspace, 1).worked == len(world.INPUTS)


def test_a_correction_stands_before_the_manifest(workspace: Workspace, inputs: Path) -> None:
    stock_of(workspace, inputs)
    correct(workspace, Correction("ruritania.txt", "actor", "Sylvania"), "J. Doe")
    stock = building.build(workspace, 1).stock
    [input_] = [item for item in stock.inputs if item.name == "ruritania.txt"]
    assert input_.actor_ids == ("XSY",)


def test_a_correction_taken_back_leaves_what_was_there(workspace: Workspace, inputs: Path) -> None:
    first = stock_of(workspace, inputs)
    for value in ("Sylvania", ""):
        correct(workspace, Correction("ruritania.txt", "actor", value), "J. Doe")
    assert building.build(workspace, 1).stock.inputs == first.inputs


def test_an_archive_that_was_refused_is_in_the_ledger_with_its_reason(
    workspace: Workspace, tmp_path: Path
) -> None:
    bomb = world.write_archive(tmp_path / "bomb.zip", {"zeros.txt": "0" * 5_000_000})
    [entry] = stock_of(workspace, bomb).ledger
    assert (entry.status, "raise ratio" in entry.reason) == (LedgerStatus.FAILED, True)


@pytest.fixture
def install(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[[str, str], None]:
    """Makes a part of another package known under an entry point group."""
    return partial(plugins.install, monkeypatch, tmp_path / "plugin")


@pytest.mark.parametrize(
    ("plugin", "kind"),
    [
        (("statement", plugins.CRASHING_EXTRACTOR), "extractor failed"),
        (("fact", plugins.CRASHING_EXTRACTOR), "extractor failed"),
        (("statement", "1 / 0"), "extractor failed"),
        (("statement", plugins.SINGING_EXTRACTOR), "extractor failed"),
        (("statement", plugins.INVENTING_EXTRACTOR), "evidence: not in the text"),
    ],
)
def test_a_bad_extractor_of_another_package_leaves_an_issue_and_changes_no_statement(
    workspace: Workspace,
    inputs: Path,
    install: Callable[[str, str], None],
    plugin: tuple[str, str],
    kind: str,
) -> None:
    without = stock_of(workspace, inputs)
    install(f"stocktake.{plugin[0]}_extractors", plugin[1])
    stock = building.build(workspace, 1).stock
    assert kind in kinds(stock)
    assert stock.statements == without.statements


def test_a_crashing_reader_of_another_package_fails_one_input_only(
    workspace: Workspace, inputs: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    plugins.install(monkeypatch, tmp_path / "plugin", "stocktake.readers", plugins.CRASHING_READER)
    (inputs / "a.crash").write_text("boom")
    failed = [
        entry.name
        for entry in stock_of(workspace, inputs).ledger
        if entry.status is LedgerStatus.FAILED
    ]
    assert failed == ["a.crash", "empty.txt"]


def test_a_build_stopped_by_ctrl_c_goes_on_where_it_was(
    expected: list[bytes], workspace: Workspace, inputs: Path
) -> None:
    adding.add(workspace, [inputs])
    stopped = _build_until(workspace, _stop_after(3))
    assert stopped.returncode == 130
    assert "Nothing is lost" in stopped.stderr
    assert building.build(workspace, 1).worked == len(world.INPUTS) - 3 + _failed_before(stopped)
    assert report_bytes(workspace) == expected


def _stop_after(count: int) -> str:
    """A program that runs the command line, and presses Ctrl-C when *count* inputs are kept."""
    return (
        "import os, signal, sys\n"
        "from stocktake.cli import main\n"
        "from stocktake.services import keeping\n"
        "keep, kept = keeping.keep, []\n"
        "def keep_and_count(*arguments):\n"
        "    keep(*arguments)\n"
        "    kept.append(arguments[1].taken.names[0])\n"
        f"    if len(kept) == {count}:\n"
        "        print('empty.txt' in kept, flush=True)\n"
        "        os.kill(os.getpid(), signal.SIGINT)\n"
        "keeping.keep = keep_and_count\n"
        "main(sys.argv[1:])\n"
    )


def _build_until(workspace: Workspace, program: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", program, "build", "--workers", "1", "-w", str(workspace.root)],
        capture_output=True,
        text=True,
        check=False,
    )


def _failed_before(stopped: subprocess.CompletedProcess[str]) -> int:
    """The empty input is tried again, whether it was tried before or not."""
    return stopped.stdout.count("True")
