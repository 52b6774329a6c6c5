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
from importlib.util import find_spec
from itertools import islice
from pathlib import Path
from statistics import median

from benchmarks.generate import countries, sentences
from benchmarks.row import Row
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


def run(told: list[str]) -> list[Row]:
    words = lexicon.load()
    extractor = extractors.STATEMENTS.get("english")
    document = readers.read("\n\n".join(told).encode(), "told.txt", Limits())
    source = Input(document.input_id, "told.txt", "text/plain", 0)

    ours = seconds(lambda: list(extractor.extract(document, source, words)))
    theirs = spacy_seconds(told)

    print(f"{len(told)} sentences, one core")
    print(f"stocktake, all statements:  {len(told) / ours:8.0f} sentences/s (limit: 5000)")
    if theirs is None:
        print("spaCy is not installed")
    else:
        print(f"spaCy, blank tokenizer:     {len(told) / theirs:8.0f} sentences/s")
        print(f"ratio: {theirs / ours:.3f}")
    rate = f"{len(told) / theirs:,.0f} sentences/s" if theirs else "not installed"
    return [
        Row(
            f"statements of {len(told):,} generated sentences, one core",
            f"{len(told) / ours:,.0f} sentences/s",
            f"limit 5,000; spaCy, blank tokenizer: {rate}",
            f"{theirs / ours:.3f}" if theirs else "",
            "`python -m benchmarks.extract_english`",
        )
    ]


def spacy_seconds(told: list[str]) -> float | None:
    """The peer: what spaCy's tokenizer takes; None where it is not installed."""
    if find_spec("spacy") is None:
        return None
    import spacy

    tokenizer = spacy.blank("en").tokenizer
    return seconds(lambda: [tokenizer(sentence) for sentence in told])


def rows(*, quick: bool) -> list[Row]:
    told = generated()
    return run(told[:500] if quick else told)


def main() -> None:
    run(read_table(Path(sys.argv[1])) if len(sys.argv) > 1 else generated())


if __name__ == "__main__":
    main()
