"""Run all benchmarks, one after another, and write what they found into docs/performance.md.

    python -m benchmarks [--quick] [--only NAME ...] [--page FILE]

The table on the page is written anew after each benchmark, so that a run may be interrupted.
``--quick`` takes a tenth of the material or less: to see that all of them run, not for figures; it
does not replace figures of a full run. ``--only`` leaves the lines of the others as they are.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from benchmarks.in_turn import ALL, run_each
from benchmarks.table import Machine, lines_of, updated

PAGE = Path(__file__).parent.parent / "docs" / "performance.md"


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--only", choices=ALL, action="append", metavar="NAME")
    parser.add_argument("--page", type=Path, default=PAGE)
    wish = parser.parse_args()
    machine = Machine.here()
    print(f"{machine}\n")
    for name, rows in run_each(wish.only or ALL, quick=wish.quick):
        found = {name: lines_of(name, rows, machine, quick=wish.quick)}
        page = updated(wish.page.read_text("utf-8"), found, ALL)
        wish.page.write_text(page, "utf-8")


if __name__ == "__main__":
    main()
