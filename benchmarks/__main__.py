"""Run all benchmarks, one after another.

    python -m benchmarks [--quick]

``--quick`` takes a tenth of the material or less: to see that all of them run, not for figures.
"""

from __future__ import annotations

import argparse
import os
import tempfile
from collections.abc import Callable
from pathlib import Path

from benchmarks import drafts, extract_english, kills, kills_web, linear, search, sizes, take_pdf


def all_of(*, quick: bool) -> list[Callable[[], object]]:
    """What is run, in this order."""
    some = kills_web.Crowd(10, 1, 1, seed=1) if quick else kills_web.Crowd(50, 4, 20, seed=1)
    return [
        lambda: take_pdf.run(files=20 if quick else 200, pages=10),
        lambda: extract_english.run(extract_english.generated()),
        linear.run,
        lambda: search.run(10_000 if quick else 100_000),
        lambda: drafts.run(2_000 if quick else 20_000),
        lambda: sizes.run((20, 60, 180) if quick else sizes.INPUTS),
        lambda: killed(lambda folder: kills.run(folder, 3 if quick else 200, seed=1)),
        lambda: killed(lambda folder: kills_web.run(folder, some)),
    ]


def killed(run: Callable[[Path], kills.Killed]) -> None:
    """Kill in a folder that is removed, and say what came of it."""
    with tempfile.TemporaryDirectory() as folder:
        told = run(Path(folder))
    print(f"{told.kills} kills, {len(told.faults)} faults {' '.join(told.faults)}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true")
    print(f"{os.cpu_count()} processors, load {os.getloadavg()[0]:.1f}")
    for run in all_of(quick=parser.parse_args().quick):
        run()
        print(flush=True)


if __name__ == "__main__":
    main()
