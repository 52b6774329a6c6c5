"""Coverage-guided fuzzing of whatever reads what came from anywhere, with atheris.

    python -m benchmarks.fuzz TARGET [--seconds 300] [--corpus FOLDER]

TARGET is one of docx, pdf, html, md, txt, csv (readers), draft, akn, manifest-csv, manifest-jsonl,
process (process.toml). Starts from files made by code (and from FOLDER, where what was found
is kept as well), and ends at the first input that raises anything but an error of ours, takes more
than 20 seconds or more than 2 GB: it is written to the current folder as ``crash-…``,
``timeout-…`` or ``oom-…``. What is found becomes a test. Needs ``pip install atheris``.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["stocktake", "docx"]):
    from benchmarks.fuzz_seeds import seeds
    from stocktake import legal, lexicon, readers
    from stocktake.errors import StocktakeError
    from stocktake.services import manifest, process_file
    from stocktake.services.metadata_checks import Known
    from stocktake.settings import MEGABYTE, Limits

LIMITS = Limits(
    file_bytes=MEGABYTE,
    unpacked_bytes=8 * MEGABYTE,
    archive_files=100,
    text_chars=300_000,
    pages=20,
)
SLOWEST = 20
MEMORY_MB = 2048
Target = Callable[[bytes], object]


def reading(suffix: str) -> Target:
    """Read the bytes as a file with that ending; what comes of it must be sound."""

    def read(data: bytes) -> None:
        document = readers.read(data, f"fuzz.{suffix}", LIMITS)
        for block in document.blocks:
            assert 0 <= block.start <= block.end <= len(document.text)

    return read


def draft(data: bytes) -> None:
    """Parse the bytes as a draft: nothing is refused, no character is lost."""
    text = data.decode("utf-8", "replace")
    parsed = legal.parse_draft(text)
    assert "".join(parsed.text[item.start : item.end] for item in parsed.stretches) == parsed.text
    legal.sums(parsed)


def akn(data: bytes) -> None:
    """Read the bytes as Akoma Ntoso."""
    legal.read_akn(data, limits=LIMITS)


def in_file(name: str, read: Callable[[Path], object]) -> Target:
    """Read the bytes as a file of that *name*."""
    path = Path(tempfile.mkdtemp()) / name

    def written(data: bytes) -> None:
        path.write_bytes(data)
        read(path)

    return written


def targets() -> dict[str, Target]:
    """What can be fuzzed, by name."""
    known = Known.of(process_file.DEFAULTS, lexicon.load())
    return {
        **{suffix: reading(suffix) for suffix in ("docx", "pdf", "html", "md", "txt", "csv")},
        "draft": draft,
        "akn": akn,
        "manifest-csv": in_file("manifest.csv", lambda path: manifest.read(path, known)),
        "manifest-jsonl": in_file("manifest.jsonl", lambda path: manifest.read(path, known)),
        "process": in_file("process.toml", process_file.load),
    }


def run(name: str, seconds: int, corpus: Path) -> None:
    """Fuzz one target; ends the process."""
    target = targets()[name]

    def once(data: bytes) -> None:
        try:
            target(data)
        except StocktakeError:
            return

    first = Path(tempfile.mkdtemp())
    for number, seed in enumerate(seeds(name)):
        (first / str(number)).write_bytes(seed)
    corpus.mkdir(parents=True, exist_ok=True)
    bounds = [f"-max_total_time={seconds}", f"-timeout={SLOWEST}", f"-rss_limit_mb={MEMORY_MB}"]
    arguments = [sys.argv[0], *bounds, "-max_len=100000", "-print_final_stats=1"]
    atheris.Setup([*arguments, str(corpus), str(first)], once)
    atheris.Fuzz()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("target")
    parser.add_argument("--seconds", type=int, default=300)
    parser.add_argument("--corpus", type=Path)
    wish = parser.parse_args()
    run(wish.target, wish.seconds, wish.corpus or Path(tempfile.mkdtemp()))


if __name__ == "__main__":
    main()
