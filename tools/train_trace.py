"""Learn how asks are held against provisions: ``analysis/weights/tracing.toml``.

Usage: python -m tools.train_trace ../shared/data [--write]

Learns from tests/labels/dispositions.jsonl and dispositions_2.jsonl, by words alone and with
vectors of the English model. Prints, by cross-validation in which no State is on both sides,
precision, recall and F1 of "it is in the text", and how often the provision that ranks first is
one that the labels name.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from scipy.optimize import minimize

from benchmarks.dispositions import LABELS, MORE, Label, labelled_draft, read_labels
from benchmarks.pairs import Score
from stocktake.analysis.tracing.scoring import DECIDE, MEANING, RANK, WEIGHTS, WORDS
from stocktake.analysis.tracing.trace import Held, hold
from stocktake.analysis.tracing.weighing import is_apart, looked_at
from stocktake.services.tracing import embed
from tools.train_group import learn

FOLDS = 10
SEED = 20181210
PENALTY = 0.3
_DIGITS = 3
_HEAD = """\
# How provisions are ranked for an ask, and how likely the best asks for it: weights of what
# tracing/weighing.py looks at. Written by tools/train_trace.py; not by hand.
"""

Table = np.ndarray[tuple[int, ...], np.dtype[np.float64]]


@dataclass(frozen=True, slots=True)
class Example:
    """A labelled ask: what is looked at in each candidate (n, k), and which the label names."""

    values: Table
    right: np.ndarray[tuple[int], np.dtype[np.bool_]]
    is_in: bool


def examples(labels: Sequence[Label], held: Held) -> tuple[tuple[str, ...], list[Example]]:
    """The names of what is looked at, and one Example a label."""
    names = tuple(looked_at(held.wants[0], held.units[0], held.near[0][0]))
    return names, [_example(label, held, at, names) for at, label in enumerate(labels)]


def _example(label: Label, held: Held, at: int, names: tuple[str, ...]) -> Example:
    want, rows, right = held.wants[at], [], []
    for place, near in zip(held.places[at], held.near[at], strict=True):
        unit = held.units[place]
        if not is_apart(want, unit):
            rows.append(list(looked_at(want, unit, near).values()))
            right.append(unit.provision.id in label.provisions)
    values = np.array(rows, float).reshape(-1, len(names))
    return Example(values, np.array(right, bool), label.status.is_in)


def learn_rank(found: Sequence[Example]) -> Table:
    """Weights under which the provisions that the labels name come before the others."""
    asked = [one for one in found if one.right.any()]

    def loss(weights: Table) -> tuple[float, Table]:
        total, slope = PENALTY * float(weights @ weights), 2 * PENALTY * weights
        for one in asked:
            odds = one.values @ weights
            all_of, named = _softmax(odds), _softmax(np.where(one.right, odds, -np.inf))
            total += float(np.logaddexp.reduce(odds) - np.logaddexp.reduce(odds[one.right]))
            slope = slope + (all_of - named) @ one.values
        return total, slope

    return np.asarray(minimize(loss, np.zeros(asked[0].values.shape[1]), jac=True).x)


def _softmax(odds: Table) -> Table:
    raised = np.exp(odds - odds.max())
    return np.asarray(raised / raised.sum())


def learn_both(found: Sequence[Example]) -> tuple[Table, Table]:
    """Weights that rank, and, with a base behind them, weights that decide over the best."""
    rank = learn_rank(found)
    best = [(one.values[_best(one, rank)], one.is_in) for one in found if len(one.values)]
    values = np.array([row for row, _ in best])
    return rank, learn(values, np.array([is_in for _, is_in in best], float))


def _best(one: Example, rank: Table) -> int:
    return int(np.argmax(one.values @ rank))


@dataclass(frozen=True, slots=True)
class Checked:
    """What cross-validation says: of "it is in the text", and the share of the asks in the text
    whose first provision is *right*."""

    held: Score
    right: float

    def __str__(self) -> str:
        return f"{self.held}; first provision right {self.right:.2f}"


def cross_validated(found: Sequence[Example], folds: Sequence[int]) -> Checked:
    """What weights learnt on the other folds say of the asks of each."""
    said, right = [False] * len(found), []
    for fold in sorted(set(folds)):
        rank, decide = learn_both([one for one, at in zip(found, folds, strict=True) if at != fold])
        for at in (at for at, other in enumerate(folds) if other == fold):
            one = found[at]
            best = _best(one, rank) if len(one.values) else None
            said[at] = best is not None and one.values[best] @ decide[:-1] + decide[-1] >= 0
            right += [best is not None and bool(one.right[best])] if one.is_in else []
    return Checked(Score.of([one.is_in for one in found], said), float(np.mean(right)))


def folds_of(labels: Sequence[Label]) -> list[int]:
    """A fold for each label; those of one speech are in one fold."""
    sources = sorted({label.source for label in labels})
    random.Random(SEED).shuffle(sources)  # noqa: S311 - folds that repeat
    fold = {source: at % FOLDS for at, source in enumerate(sources)}
    return [fold[label.source] for label in labels]


def _written(by: str, names: Sequence[str], found: Sequence[Example]) -> Iterator[str]:
    rank, decide = learn_both(found)
    for kind, weights in ((RANK, rank), (DECIDE, decide)):
        yield f"\n[{by}.{kind}]\n"
        for name, weight in zip((*names, "base"), weights.tolist(), strict=False):
            yield f"{name} = {round(weight, _DIGITS)}\n"


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("data", type=Path)
    arguments.add_argument("--write", action="store_true")
    chosen = arguments.parse_args()
    labels = [*read_labels(LABELS, chosen.data), *read_labels(MORE, chosen.data)]
    draft, folds, text = labelled_draft(chosen.data), folds_of(labels), _HEAD
    for by, model in ((WORDS, "none"), (MEANING, "english")):
        held = hold([(label.text, frozenset()) for label in labels], draft, embed(model))
        names, found = examples(labels, held)
        sys.stdout.write(f"{by}: {len(found)} asks, {cross_validated(found, folds)}\n")
        text += "".join(_written(by, names, found))
    if chosen.write:
        WEIGHTS.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
