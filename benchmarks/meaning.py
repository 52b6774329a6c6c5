"""Search by meaning among many vectors: one look at each, and what a filter adds.

Usage: python -m benchmarks.meaning [COUNT]
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np

from benchmarks.row import Row
from stocktake.store import (
    Entry,
    Filter,
    Vectors,
    add_meanings,
    meanings_of,
    open_store,
    rebuild,
)

WIDTH = 512
BATCH = 20_000
MODEL = "random"


def run(count: int) -> list[Row]:
    """Print what each step takes."""
    with tempfile.TemporaryDirectory() as folder:
        vectors = Vectors(Path(folder), MODEL, WIDTH)
        random = np.random.default_rng(0)
        for start in range(0, count, BATCH):
            texts = [str(number) for number in range(start, min(start + BATCH, count))]
            drawn = random.standard_normal((len(texts), WIDTH), dtype=np.float32)
            vectors.add(texts, drawn / np.linalg.norm(drawn, axis=1, keepdims=True))
        looked_for = np.array(vectors.all()[0])
        for turn in ("first", "second"):
            with timed(f"likeness to {count:,}, {turn} time") as ours:
                likeness = vectors.likeness(looked_for)
        with timed("numpy, the bare product") as bare:
            vectors.all() @ looked_for
        filtered(count, likeness)
    return [
        Row(
            f"likeness of a query to {count:,} vectors of {WIDTH}, exact, read for the second time",
            f"{ours[0]:.3f} s",
            f"numpy, the bare product: {bare[0]:.3f} s",
            f"{ours[0] / bare[0]:.2f}",
            f"`python -m benchmarks.meaning {count}`",
        )
    ]


def rows(*, quick: bool) -> list[Row]:
    return run(20_000 if quick else 1_000_000)


def filtered(count: int, likeness: np.ndarray[tuple[int, ...], np.dtype[np.float32]]) -> None:
    """The same behind filters that let through all, a tenth, the rest."""
    store = open_store("sqlite://")
    with store.writing() as connection:
        rebuild(connection, (entry(number) for number in range(count)))
        add_meanings(connection, MODEL, {str(number): number for number in range(count)})
        for wanted in (Filter(), Filter(acts=("requests",)), Filter(acts=("supports",))):
            with timed(f"filter {wanted.acts or 'nothing'}"):
                meant = meanings_of(connection, MODEL, wanted)
                assert meant is not None
                likeness[meant.places].max()


def entry(number: int) -> Entry:
    """One statement in ten requests something."""
    act = "supports" if number % 10 else "requests"
    return Entry("statement", str(number), "d", 0, 1, "word", act)


@contextmanager
def timed(what: str) -> Iterator[list[float]]:
    """Print the seconds that the body takes, and give them, at its end."""
    took: list[float] = []
    start = time.perf_counter()
    yield took
    took.append(time.perf_counter() - start)
    print(f"{what}: {took[0]:.2f} s")


if __name__ == "__main__":
    run(int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000)
