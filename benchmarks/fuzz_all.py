"""All targets of ``benchmarks.fuzz``, one after another: how many inputs each took, what was found.

python -m benchmarks.fuzz_all [--seconds 80]
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
from importlib.util import find_spec

from benchmarks.row import Row, unmeasured

TARGETS = (
    *("docx", "pdf", "html", "md", "txt", "csv"),
    *("draft", "akn", "manifest-csv", "manifest-jsonl", "process"),
)
_TRIED = re.compile(r"number_of_executed_units:\s*(\d+)")


def fuzz(target: str, seconds: int) -> tuple[int, bool]:
    """How many inputs were tried, and whether one of them was a finding."""
    command = [sys.executable, "-m", "benchmarks.fuzz", target, "--seconds", str(seconds)]
    done = subprocess.run(command, capture_output=True, check=False)
    output = (done.stdout + done.stderr).decode("utf-8", "replace")
    tried = _TRIED.search(output)
    if tried is None:
        print(output[-2000:])
    return int(tried[1]) if tried else 0, done.returncode != 0


def run(targets: tuple[str, ...], seconds: int) -> list[Row]:
    repeat = f"`python -m benchmarks.fuzz_all --seconds {seconds}`"
    what = f"fuzzing, {seconds} s a target, {len(targets)} targets"
    if find_spec("atheris") is None:
        return [unmeasured(what, "needs `pip install atheris`", repeat)]
    found = []
    for target in targets:
        tried, is_finding = fuzz(target, seconds)
        found.append((tried, is_finding, target))
        print(f"{target:15} {tried:>9,} inputs{', a finding' if is_finding else ''}", flush=True)
    counts, named = [one[0] for one in found], [one[2] for one in found if one[1]]
    ours = f"{min(counts):,} to {max(counts):,} inputs a target; {len(named)} findings"
    return [Row(what, " ".join([ours, *named]), "limit: no finding", str(len(named)), repeat)]


def rows(*, quick: bool) -> list[Row]:
    return run(TARGETS[-1:] if quick else TARGETS, 5 if quick else 80)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=int, default=80)
    run(TARGETS, parser.parse_args().seconds)


if __name__ == "__main__":
    main()
