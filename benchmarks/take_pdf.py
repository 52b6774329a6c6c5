"""``stocktake take`` on generated PDF pages beside pypdfium2's bare text extraction of the same.

    python -m benchmarks.take_pdf [--files 200 --pages 10]

Prints pages a second of both, their ratio (limit: at least 1/6), and the peak memory of all
processes together (limit: 1 GB). As a default install does, it finds no model for meaning.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tempfile
from pathlib import Path

from benchmarks.generate import generate
from benchmarks.measure import measure
from benchmarks.row import Row


def run(files: int, pages: int) -> list[Row]:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        os.environ["STOCKTAKE_MODELS"] = str(folder)
        generate(folder, files, pages)
        inputs, workspace = str(folder / "inputs"), str(folder / "workspace")
        stocktake = [sys.executable, "-m", "stocktake"]
        bare = measure([sys.executable, "-m", "benchmarks.bare_pdf", inputs])
        measure([*stocktake, "init", workspace])
        shutil.copytree(folder / "lexicon", f"{workspace}/lexicon", dirs_exist_ok=True)
        ours = measure([*stocktake, "take", inputs, "--into", workspace])
    total = files * pages
    print(f"{total} pages in {files} files")
    print(f"pypdfium2, bare text: {total / bare.seconds:8.0f} pages/s")
    print(f"stocktake take:       {total / ours.seconds:8.0f} pages/s")
    print(f"ratio: {bare.seconds / ours.seconds:.3f} (limit: at least {1 / 6:.3f})")
    work = (ours.processor_seconds, bare.processor_seconds)
    print("processor time: {:.1f} s, of bare text {:.1f} s".format(*work))
    print(f"peak memory: {ours.peak_bytes / 1e6:.0f} MB (limit: 1000 MB)")
    repeat = f"`python -m benchmarks.take_pdf --files {files} --pages {pages}`"
    return [
        Row(
            f"`take` on {total:,} generated PDF pages",
            f"{total / ours.seconds:.0f} pages/s; {work[0]:.1f} s of processor time",
            f"pypdfium2, bare text: {total / bare.seconds:.0f} pages/s; {work[1]:.1f} s",
            f"{bare.seconds / ours.seconds:.3f} (at least {1 / 6:.3f})",
            repeat,
        ),
        Row(
            "peak memory of all its processes",
            f"{ours.peak_bytes / 1e6:.0f} MB",
            "limit 1,000 MB",
            f"{ours.peak_bytes / 1e9:.2f}",
            repeat,
        ),
    ]


def rows(*, quick: bool) -> list[Row]:
    return run(files=20 if quick else 200, pages=10)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--files", type=int, default=200)
    parser.add_argument("--pages", type=int, default=10)
    options = parser.parse_args()
    run(options.files, options.pages)


if __name__ == "__main__":
    main()
