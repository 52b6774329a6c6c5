"""Hostile text costs time in proportion to its length, in extraction and in what it rests on.

    python -m benchmarks.linear

Prints, for each kind of text, the time at four doublings and the growth of each (2.0 is linear).
"""

from __future__ import annotations

import time
from itertools import pairwise

from stocktake import extractors, lexicon
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


def run() -> None:
    words = lexicon.load()
    print(f"{'text':30} " + " ".join(f"{size:>9,}" for size in SIZES) + "   growth")
    for name, pattern in HOSTILE.items():
        took = [seconds((pattern * size)[:size], "en", words) for size in SIZES]
        growth = " ".join(f"{b / a:.1f}" for a, b in pairwise(took))
        print(f"{name:30} " + " ".join(f"{each:8.2f}s" for each in took) + f"   {growth}")


if __name__ == "__main__":
    run()
