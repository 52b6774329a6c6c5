"""Statements of English sentences beside spaCy's blank tokenizer on the same sentences.

    python -m benchmarks.extract_english [TSV]

Both on one core, in one run, the median of five rounds after one to warm up. The sentences are
those of a table with an ``id`` and a ``sentence`` column (such as enb/sentences.tsv of the real
material), or generated ones. Limit: at least 5,000 sentences a second.
"""

from __future__ import annotations

import csv
import random
import sys
import time
from collections.abc import Callable
from itertools import islice
from pathlib import Path
from statistics import median

import spacy

from benchmarks.generate import countries, sentences
from stocktake import extractors, lexicon, readers
from stocktake.model import Input
from stocktake.settings import Limits

SENTENCES = 5_000
ROUNDS = 5


def read_table(path: Path) -> list[str]:
    with path.open(encoding="utf-8", newline="") as lines:
        rows = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [row["sentence"] for row in islice(rows, SENTENCES)]


def generated() -> list[str]:
    rng = random.Random(1)
    return list(islice(sentences(rng, countries(50, rng)), SENTENCES))


def seconds(work: Callable[[], object]) -> float:
    """The median time of a round, on this process's clock."""
    work()
    rounds = []
    for _ in range(ROUNDS):
        started = time.process_time()
        work()
        rounds.append(time.process_time() - started)
    return median(rounds)


def run(told: list[str]) -> None:
    words = lexicon.load()
    extractor = extractors.STATEMENTS.get("english")
    document = readers.read("\n\n".join(told).encode(), "told.txt", Limits())
    source = Input(document.input_id, "told.txt", "text/plain", 0)
    tokenizer = spacy.blank("en").tokenizer

    ours = seconds(lambda: list(extractor.extract(document, source, words)))
    theirs = seconds(lambda: [tokenizer(sentence) for sentence in told])

    print(f"{len(told)} sentences, one core")
    print(f"spaCy, blank tokenizer:     {len(told) / theirs:8.0f} sentences/s")
    print(f"stocktake, all statements:  {len(told) / ours:8.0f} sentences/s (limit: 5000)")
    print(f"ratio: {theirs / ours:.3f}")


def main() -> None:
    run(read_table(Path(sys.argv[1])) if len(sys.argv) > 1 else generated())


if __name__ == "__main__":
    main()
