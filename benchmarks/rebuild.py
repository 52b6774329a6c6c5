"""Adding one input and building again, beside building the same from nothing.

    python -m benchmarks.rebuild [--inputs 10000]

One run of the same commands on generated statements of invented countries, 600 to 1,200 words
each: ``build`` of all inputs, then ``add`` of one more, then ``build``. The stock must be the same,
byte for byte, as that of a copy of the workspace in which nothing but the results of reading and
the numbers of proposals was kept. Prints seconds, seconds of processor time of all processes, and
how many times faster the second build is (limit: 50). As a default install does, it finds no model
for meaning.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import sqlite3
import sys
import tempfile
from itertools import islice
from pathlib import Path

from benchmarks.generate import countries, sentences, write_lexicon
from benchmarks.measure import Measured, measure
from benchmarks.row import Row

SENTENCES = (24, 48)
COUNTRIES = 190
COMMAND = (sys.executable, "-m", "stocktake")


def write_statements(folder: Path, count: int, seed: int = 1) -> list[Path]:
    """*count* statements as text files, and the lexicon of their countries."""
    rng = random.Random(seed)
    everyone = countries(COUNTRIES, rng)
    write_lexicon(folder / "lexicon" / "actors", everyone)
    (folder / "inputs").mkdir(parents=True)
    told = sentences(rng, everyone)
    paths = []
    for number in range(count):
        author = everyone[number % COUNTRIES]
        said = list(islice(told, rng.randint(*SENTENCES)))
        paragraphs = [" ".join(said[at : at + 5]) for at in range(0, len(said), 5)]
        head = f"Statement by {author.name}\n4 December 2017"
        path = folder / "inputs" / f"{author.code}_{number:05}.txt"
        path.write_text("\n\n".join([head, *paragraphs]), encoding="utf-8")
        paths.append(path)
    return paths


def run(command: str, place: Path, *arguments: str) -> Measured:
    return measure([*COMMAND, command, *arguments, "--workspace", str(place)])


def new_workspace(place: Path, folder: Path) -> Path:
    measure([*COMMAND, "init", str(place)])
    shutil.copytree(folder / "lexicon", place / "lexicon", dirs_exist_ok=True)
    return place


def forgetful(place: Path, workspace: Path) -> Path:
    """A copy of a workspace without what documents tell by themselves."""
    shutil.copytree(workspace, place)
    with sqlite3.connect(place / "stocktake.db") as connection:
        connection.execute("DELETE FROM gists")
        connection.execute("DELETE FROM memos")
    return place


def last_stock(place: Path) -> list[tuple[object, ...]]:
    """The last stock as it is kept: its own row and, by their hashes, the parts it is made of."""
    number = "(SELECT max(number) FROM stocks)"
    with sqlite3.connect(place / "stocktake.db") as connection:
        whole = connection.execute(f"SELECT packed FROM stocks WHERE number = {number}")
        parts = "SELECT field, packed FROM stock_contents"
        told = connection.execute(f"{parts} WHERE number = {number} ORDER BY field")
        return [*whole, *told]


def say(what: str, took: Measured) -> None:
    peak = took.peak_bytes / 1e6
    print(f"{what}: {took.seconds:.1f} s, {took.processor_seconds:.1f} s of work, {peak:.0f} MB")


def compare(inputs: int) -> list[Row]:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        os.environ["STOCKTAKE_MODELS"] = str(folder)
        last = write_statements(folder, inputs + 1)[-1].rename(folder / "last.txt")
        grown = new_workspace(folder / "grown", folder)
        run("add", grown, str(folder / "inputs"))
        whole = run("build", grown)
        run("add", grown, str(last))
        other = forgetful(folder / "other", grown)
        again = run("build", grown)
        print(f"{inputs} inputs")
        say("build from nothing", whole)
        say("build after one more", again)
        times = (whole.seconds / again.seconds, whole.processor_seconds / again.processor_seconds)
        print("times faster: {:.1f}; in work: {:.1f} (limit: at least 50)".format(*times))
        run("build", other)
        same = last_stock(grown) == last_stock(other)
        print(f"the same stock without what is kept: {'yes' if same else 'NO'}")
    return [
        Row(
            f"`build` of {inputs:,} and one more input; {'the' if same else 'NOT THE'} same stock",
            f"{again.seconds:.1f} s, {again.processor_seconds:.1f} s of processor time",
            f"from nothing {whole.seconds:.1f} s, {whole.processor_seconds:.1f} s",
            "{:.1f} times faster, in processor time {:.1f} (at least 50)".format(*times),
            f"`python -m benchmarks.rebuild --inputs {inputs}`",
        )
    ]


def rows(*, quick: bool) -> list[Row]:
    return compare(100 if quick else 3_000)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--inputs", type=int, default=10_000)
    compare(parser.parse_args().inputs)


if __name__ == "__main__":
    main()
