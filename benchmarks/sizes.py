"""Whether time and memory of ``take`` grow in proportion to what is taken in, at three sizes.

    python -m benchmarks.sizes [--inputs 300 1000 3000]

Generated statements of invented countries, 600 to 1,200 words each (a page is 400 words). Prints
pages an hour of wall time, milliseconds of processor time a page, peak memory of all processes,
and the size of the store. As a default install does, it finds no model for meaning.
"""

from __future__ import annotations

import argparse
import os
import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path

from benchmarks.measure import Measured, measure
from benchmarks.rebuild import COMMAND, write_statements
from benchmarks.row import Row

INPUTS = (300, 1_000, 3_000)
WORDS_OF_A_PAGE = 400


@dataclass(frozen=True, slots=True)
class Size:
    """What so many *inputs* of so many *pages* cost; the *store* in bytes."""

    inputs: int
    pages: int
    took: Measured
    store: int

    @property
    def pages_an_hour(self) -> float:
        return self.pages / self.took.seconds * 3600

    @property
    def processor_ms(self) -> float:
        return self.took.processor_seconds / self.pages * 1000


def take(inputs: int) -> Size:
    """Take so many statements into a new workspace."""
    with tempfile.TemporaryDirectory() as name:
        folder, place = Path(name), Path(name) / "workspace"
        os.environ["STOCKTAKE_MODELS"] = str(folder / "no-models")
        paths = write_statements(folder, inputs)
        pages = sum(len(path.read_text("utf-8").split()) for path in paths) // WORDS_OF_A_PAGE
        shutil.copytree(folder / "lexicon", place / "lexicon")
        took = measure([*COMMAND, "take", str(folder / "inputs"), "--into", str(place)])
        store = (place / "stocktake.db").stat().st_size
    return Size(inputs, pages, took, store)


def run(sizes: tuple[int, ...] = INPUTS) -> list[Size]:
    """Take each size, and print it."""
    found = []
    print(f"{'inputs':>7} {'pages':>7} {'pages/h':>9} {'ms/page':>8} {'memory':>8} {'store':>8}")
    for inputs in sizes:
        size = take(inputs)
        found.append(size)
        print(
            f"{size.inputs:>7,} {size.pages:>7,} {size.pages_an_hour:>9,.0f}"
            f" {size.processor_ms:>8.1f} {size.took.peak_bytes / 1e6:>5,.0f} MB"
            f" {size.store / 1e6:>5,.0f} MB",
            flush=True,
        )
    return found


def rows(*, quick: bool) -> list[Row]:
    """One for each size, beside what the first would be at that size."""
    sizes = (20, 60, 180) if quick else INPUTS
    found = run(sizes)
    return [_row(size, found[0].processor_ms) for size in found]


def _row(size: Size, first: float) -> Row:
    memory, store = size.took.peak_bytes / 1e6, size.store / 1e6
    return Row(
        f"`take` of {size.inputs:,} generated statements, {size.pages:,} pages",
        f"{size.processor_ms:.1f} ms of processor time a page, {memory:,.0f} MB of memory, "
        f"{store:,.0f} MB of store, {size.pages_an_hour:,.0f} pages an hour",
        f"linear from the smallest: {first:.1f} ms a page; limit 2,000 MB",
        f"{size.processor_ms / first:.2f}",
        f"`python -m benchmarks.sizes --inputs {size.inputs}`",
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--inputs", type=int, nargs="+", default=INPUTS)
    run(tuple(parser.parse_args().inputs))


if __name__ == "__main__":
    main()
