"""Labelled pairs of asks beside what the grouping says of them: precision, recall and F1.

    python -m benchmarks.pairs [tests/labels/pairs.tsv] [--data ../shared/data] [--crowd] [--show]
        [--embedder best|none|english|multilingual]

Each pair is given to `stocktake.group` on its own; with --crowd all texts at once, among all
recommendations of the sources.
"""

from __future__ import annotations

import argparse
import csv
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import stocktake
from benchmarks.row import Row, unmeasured

LABELS = Path(__file__).parent.parent / "tests" / "labels" / "pairs.tsv"
DATA = Path(__file__).parent.parent.parent / "shared" / "data"


@dataclass(frozen=True, slots=True)
class Pair:
    """Two texts, whether they ask for the same by the label, and whether that is hard to see."""

    one: str
    other: str
    same: bool
    hard: bool


@dataclass(frozen=True, slots=True)
class Score:
    """How often the grouping was right: pairs that are the same and found, missed, made up."""

    found: int
    missed: int
    false: int

    @classmethod
    def of(cls, labels: Sequence[bool], said: Sequence[bool]) -> Score:
        both = list(zip(labels, said, strict=True))
        counts = [both.count(case) for case in ((True, True), (True, False), (False, True))]
        return cls(*counts)

    @property
    def precision(self) -> float:
        return self.found / max(1, self.found + self.false)

    @property
    def recall(self) -> float:
        return self.found / max(1, self.found + self.missed)

    @property
    def f1(self) -> float:
        return 2 * self.found / max(1, 2 * self.found + self.missed + self.false)

    def __str__(self) -> str:
        return (
            f"precision {self.precision:.3f} recall {self.recall:.3f} F1 {self.f1:.3f} "
            f"({self.missed} missed, {self.false} false)"
        )


def read_pairs(labels: Path, data: Path) -> list[Pair]:
    """The labelled pairs, with their texts from *data*."""
    lines = labels.read_text(encoding="utf-8").splitlines()
    rows = csv.DictReader((line for line in lines if not line.startswith("#")), delimiter="\t")
    return [
        Pair(_text(row, "a", data), _text(row, "b", data), row["same"] == "1", row["hard"] == "1")
        for row in rows
    ]


def alone(pairs: Sequence[Pair], embedder: str = "none") -> list[bool]:
    """Whether each pair is one group, asked on its own."""
    both = ([pair.one, pair.other] for pair in pairs)
    return [stocktake.group(texts, embedder=embedder) == [0, 0] for texts in both]


def in_a_crowd(pairs: Sequence[Pair], crowd: Sequence[str], embedder: str = "none") -> list[bool]:
    """Whether each pair is in one group when all are asked at once, among *crowd*."""
    texts = [text for pair in pairs for text in (pair.one, pair.other)]
    numbers = stocktake.group([*texts, *crowd], embedder=embedder)
    couples = zip(numbers[0 : len(texts) : 2], numbers[1 : len(texts) : 2], strict=True)
    return [one == other != -1 for one, other in couples]


def _text(row: dict[str, str], side: str, data: Path) -> str:
    kind, _, name = row[f"source_{side}"].partition(":")
    if kind == "upr":
        whole = recommendations(data)[int(name)]
    else:
        whole = (data / kind / name).read_text(encoding="utf-8")
    return whole[int(row[f"start_{side}"]) : int(row[f"end_{side}"])]


@cache
def recommendations(data: Path) -> tuple[str, ...]:
    """The recommendations of the review, by their rows."""
    path = data / "upr" / "recommendations_sessions_1_9.csv"
    with path.open(encoding="utf-8", newline="") as file:
        return tuple(row["Text"] for row in csv.DictReader(file))


def scored(pairs: Sequence[Pair], said: Sequence[bool]) -> Score:
    """Print how right it was of all and of the hard ones; returns that of all."""
    scores = []
    for name, hard in (("all", {True, False}), ("hard", {True})):
        kept = [at for at, pair in enumerate(pairs) if pair.hard in hard]
        scores.append(Score.of([pairs[at].same for at in kept], [said[at] for at in kept]))
        print(f"{name}: {len(kept)} pairs, {scores[-1]}")
    return scores[0]


def rows(*, quick: bool) -> list[Row]:
    what, repeat = "labelled pairs of asks, each on its own", "`python -m benchmarks.pairs`"
    if not DATA.is_dir():
        return [unmeasured(what, f"needs the real material in {DATA}", repeat)]
    pairs = read_pairs(LABELS, DATA)
    pairs = pairs[::10] if quick else pairs
    score = scored(pairs, alone(pairs, "best"))
    return [Row(f"{len(pairs)} {what}", str(score), "the labels", f"F1 {score.f1:.3f}", repeat)]


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("labels", nargs="?", type=Path, default=LABELS)
    arguments.add_argument("--data", type=Path, default=DATA)
    arguments.add_argument("--crowd", action="store_true")
    arguments.add_argument("--show", action="store_true")
    arguments.add_argument("--embedder", default="best")
    chosen = arguments.parse_args()
    pairs = read_pairs(chosen.labels, chosen.data)
    crowd = recommendations(chosen.data) if chosen.crowd else None
    by = chosen.embedder
    said = alone(pairs, by) if crowd is None else in_a_crowd(pairs, crowd, by)
    for pair, one in zip(pairs, said, strict=True):
        if chosen.show and one != pair.same:
            print(f"{'missed' if pair.same else 'false'}\n  {pair.one}\n  {pair.other}")
    scored(pairs, said)


if __name__ == "__main__":
    main()
