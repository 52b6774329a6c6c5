"""The command line as a process of its own."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from stocktake.services.workspace import Workspace

HEAVY = ("lxml", "numpy", "scipy", "sqlalchemy", "alembic", "pypdfium2", "trafilatura", "docx")


def python(program: str, *arguments: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", program, *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def stocktake(*arguments: object) -> subprocess.CompletedProcess[str]:
    return python("from stocktake.cli import main; main()", *arguments)


def test_help_loads_nothing_heavy() -> None:
    program = (
        "import sys\nfrom stocktake.cli.entry import run\nrun(['--help'])\n"
        f"print([name for name in {HEAVY} if name in sys.modules])"
    )
    assert python(program).stdout.splitlines()[-1] == "[]"


def test_help_names_every_command() -> None:
    text = stocktake("--help").stdout
    for command in ("demo", "take", "init", "add", "build", "report", "show", "search", "verify"):
        assert f"  {command} " in text


def test_no_command_is_answered_with_help_and_wrong_use() -> None:
    done = stocktake()
    assert (done.returncode, "Usage:" in done.stdout) == (2, True)


def test_the_version_is_that_of_the_package() -> None:
    assert stocktake("--version").stdout == "stocktake 0.1.0\n"


def test_progress_goes_in_plain_lines_to_standard_error(tmp_path: Path) -> None:
    for number in range(12):
        (tmp_path / f"{number}.txt").write_text(f"Brazil supports port {number}.")
    done = stocktake("take", tmp_path, "--into", tmp_path / "w", "--format", "json")
    assert "reading: 12 of 12" in done.stderr
    assert done.stdout.startswith("{")


def test_ctrl_c_ends_with_130_and_a_word_of_comfort(built: Workspace) -> None:
    program = (
        "from stocktake.services import showing\n"
        "def stop(*_): raise KeyboardInterrupt\n"
        "showing.show = stop\n"
        "from stocktake.cli import main; main()"
    )
    done = python(program, "show", "ledger", "-w", built.root)
    assert (done.returncode, "Nothing is lost" in done.stderr) == (130, True)


def test_who_reads_only_the_beginning_is_not_bothered(built: Workspace) -> None:
    command = (
        f"{sys.executable} -c 'from stocktake.cli import main; main()' "
        f"show themes --format jsonl -w {built.root} | head -n 1"
    )
    done = subprocess.run(command, shell=True, capture_output=True, text=True, check=False)
    assert (len(done.stdout.splitlines()), done.stderr) == (1, "")


def test_the_demo_runs_from_start_to_finish(tmp_path: Path) -> None:
    done = stocktake("demo", tmp_path / "demo")
    assert done.returncode == 0, done.stderr
    assert "Try next:" in done.stdout
    assert (tmp_path / "demo" / "report" / "stocktaking-report.html").is_file()
