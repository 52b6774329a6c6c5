"""A large stock of an invented process for ``benchmarks.load``: statements that ask and no more.

    python -m benchmarks.load_world FOLDER [--statements 100000]

makes a workspace in FOLDER by the same commands that a user runs: ``init``, ``add``, ``build``.
"""

from __future__ import annotations

import argparse
import os
import random
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from benchmarks.generate import ASKS, Country, countries, sentences, write_lexicon
from benchmarks.measure import measure
from benchmarks.rebuild import COMMAND, run

ASKED = 40
COUNTRIES = 190
_MARKS = tuple(pattern.partition("{")[0] for pattern in ASKS if not pattern.startswith("{"))


def asks(rng: random.Random, everyone: list[Country]) -> Iterator[str]:
    """Sentences without end that each ask for something."""
    return (text for text in sentences(rng, everyone) if text.startswith(_MARKS))


def make(folder: Path, statements: int, seed: int = 1) -> Path:
    """A workspace in *folder* whose stock holds about *statements*."""
    rng = random.Random(seed)
    everyone = countries(COUNTRIES, rng)
    os.environ["STOCKTAKE_MODELS"] = str(folder / "no-models")
    measure([*COMMAND, "init", str(folder)])
    write_lexicon(folder / "lexicon" / "actors", everyone)
    inputs = folder / "inputs"
    inputs.mkdir()
    told = asks(rng, everyone)
    for number in range(statements // ASKED):
        author = everyone[number % COUNTRIES]
        day = f"{number % 28 + 1} November 2017"
        said = [" ".join(islice(told, 5)) for _ in range(ASKED // 5)]
        text = "\n\n".join([f"Statement by {author.name}\n{day}", *said])
        (inputs / f"{author.code}_{number:05}.txt").write_text(text, encoding="utf-8")
    run("add", folder, str(inputs))
    run("build", folder)
    return folder


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--statements", type=int, default=100_000)
    options = parser.parse_args()
    print(make(options.folder, options.statements))


if __name__ == "__main__":
    main()
