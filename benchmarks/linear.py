"""Hostile text costs time in proportion to its length, in extraction and in reading drafts.

    python -m benchmarks.linear

Prints, for each kind of text, the time at four doublings and the growth of each (2.0 is linear).
"""

from __future__ import annotations

import time
from itertools import pairwise

from benchmarks.row import Row
from stocktake import extractors, legal, lexicon
from stocktake.model import Block, BlockKind, Document, Input

SIZES = (25_000, 50_000, 100_000, 200_000)
HOSTILE = {
    "one sentence without end": "the port of the north and ",
    "names in a row": "BRAZIL, supported by CHILE, ",
    "verbs in a row": "urged called supported opposed ",
    "unbalanced quotation marks": '"said “that ',
    "unbalanced brackets": "(a) [b ( ",
    "mixed scripts": "agreed 同意 согласен وافق ",
    "control characters": "said\x07\x1b that\u202e ",
    "cues and commas": "noting, welcoming, urging, ",
    "semicolons": "Chile urged haste; ",
    "capitals": "THE AFRICAN GROUP OF THE ",
}
DRAFTS = {
    "opening brackets": "[",
    "closing brackets": "]",
    "brackets that nothing closes": "[ a\n\n",
    "brackets within brackets": "[a ",
    "brackets to choose from": "[a] / [b] or ",
    "nested numbers": "1. a\n\n    1. b\n\n        1. c\n\n",
    "letters": "(a) x\n\n",
    "options": "Option 1: a\n\n",
    "articles": "# Article 1\n\n",
    "recitals": "Recalling this,\n\n",
    "notes": "[^1]: a\n\n",
    "links": "[a](b) ",
    "attributions": "[EU: (proposed by ",
    "units of all kinds": "## A\n\n1. [a\n\n(a) b]\n\n- c\n\n",
}


def seconds(text: str, language: str, words: lexicon.Lexicon) -> float:
    block = Block(BlockKind.PARAGRAPH, 0, len(text))
    document = Document("hostile", "hostile", text, (block,), language=language)
    source = Input(document.input_id, "hostile.txt", "text/plain", 0)
    started = time.process_time()
    for _, extractor in extractors.STATEMENTS:
        list(extractor.extract(document, source, words))
    for _, reader in extractors.FACTS:
        list(reader.extract(document, source, words))
    return time.process_time() - started


def seconds_of_draft(text: str) -> float:
    started = time.process_time()
    legal.sums(legal.parse_draft(text))
    return time.process_time() - started


def run(sizes: tuple[int, ...] = SIZES) -> list[Row]:
    words = lexicon.load()
    print(f"{'text':30} " + " ".join(f"{size:>9,}" for size in sizes) + "   growth")
    last = []
    for name, pattern in HOSTILE.items():
        took = [seconds(_long(pattern, size), "en", words) for size in sizes]
        last.append(show(name, took))
    for name, pattern in DRAFTS.items():
        took = [seconds_of_draft(_long(pattern, size)) for size in sizes]
        last.append(show(name, took))
    return [
        Row(
            f"hostile text of {len(last)} kinds, the last doubling, to {sizes[-1]:,} characters",
            f"time grows by {min(last):.1f} to {max(last):.1f}",
            "2.0 is linear",
            f"{max(last) / 2:.2f}",
            "`python -m benchmarks.linear`",
        )
    ]


def rows(*, quick: bool) -> list[Row]:
    return run(SIZES[:2] if quick else SIZES)


def show(name: str, took: list[float]) -> float:
    """Print a line; returns the growth of the last doubling."""
    growth = [b / a for a, b in pairwise(took)]
    times = " ".join(f"{each:8.2f}s" for each in took)
    print(f"{name:30} {times}   " + " ".join(f"{each:.1f}" for each in growth))
    return growth[-1]


def _long(pattern: str, size: int) -> str:
    return (pattern * (size // len(pattern) + 1))[:size]


if __name__ == "__main__":
    run()
