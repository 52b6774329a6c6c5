"""Count in how many sentences each stem stands, for ``lexicon/data/wording/commonness.csv``.

Usage: python tools/commonness.py ../shared/data > src/stocktake/lexicon/data/wording/commonness.csv
"""

from __future__ import annotations

import csv
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from stocktake.lexicon.concepts import concepts
from stocktake.lexicon.instruments import names
from stocktake.lexicon.spelling import words

LEAST_SENTENCES = 12
SCALE = 50_000


def sentences(folder: Path) -> Iterator[str]:
    """Sentences of recommendations, speeches and meeting reports."""
    with (folder / "upr/recommendations_sessions_1_9.csv").open(encoding="utf-8") as file:
        yield from (row["Text"] for number, row in enumerate(csv.DictReader(file)) if number % 2)
    for path in sorted((folder / "general_debate_2018").glob("*.txt")):
        yield from re.split(r"(?<=[.!?])\s+", path.read_text(encoding="utf-8"))
    with (folder / "enb/sentences.tsv").open(encoding="utf-8") as file:
        yield from (line.split("\t")[-1] for line in file)


def main() -> None:
    """Write the stems that stand in enough sentences, commonest first."""
    table = concepts()
    counts: Counter[str] = Counter()
    total = 0
    for sentence in sentences(Path(sys.argv[1])):
        total += 1
        told = names().read(words(sentence))
        counts.update({table.stem(table.rules.fold(word)) for word in told})
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(("stem", "sentences"))
    writer.writerow(("", SCALE))
    common = sorted(
        ((stem, n) for stem, n in counts.items() if n >= LEAST_SENTENCES and not stem.isdecimal()),
        key=lambda item: (-item[1], item[0]),
    )
    writer.writerows((stem, round(n * SCALE / total)) for stem, n in common)


if __name__ == "__main__":
    main()
