"""Learn the likeness of asks, ``analysis/weights/grouping.toml``, from labelled pairs.

Usage: python -m tools.train_group ../shared/data [FILE…] [--write]

FILEs are labels as in tests/labels/pairs.tsv; without any, all pairs made for building. Invented
pairs, which differ in a detail or in their turns of phrase alone, are learnt beside these, so that
the weights do not lean on what real asks of one kind have in common. Prints precision, recall and
F1 by cross-validation over the labelled pairs; no text is on both sides of a fold. For the weights
with vectors the models must be installed.
"""

from __future__ import annotations

import argparse
import math
import random
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from scipy.optimize import minimize

from benchmarks.asks import generated
from benchmarks.pairs import LABELS, Pair, Score, read_pairs
from stocktake.analysis.asks import Ask, read_ask
from stocktake.analysis.likeness import WEIGHTS, WORDS, Likeness, Meant
from stocktake.analysis.matrices import Truths, Values
from stocktake.analysis.similarity import SAME, link
from stocktake.analysis.vetoes import Vetoes
from stocktake.embedders import embedder

EMBEDDERS = ("english", "multilingual")
FOLDS = 10
INVENTED, INVENTED_ASKS = 200, 3000
SEED = 20171204
_SEED_OF_INVENTED = 20180713
PENALTY = 0.5
_DIGITS = 3
_HEAD = """\
# How likely two asks are one: weights of logistic regression on what likeness.py looks at, for
# words alone and with vectors of an embedder. Written by tools/train_group.py; not by hand.
"""

Table = np.ndarray[tuple[int, int], np.dtype[np.float64]]


@dataclass(frozen=True, slots=True)
class Examples:
    """What is looked at in each pair (n, k), by *names*; whether it is one ask by its label, and
    whether it is looked at at all (*open*): no veto keeps it apart, and it overlaps enough."""

    names: tuple[str, ...]
    values: Table
    same: Truths
    open: Truths

    def learn(self, chosen: Truths, beside: Examples) -> Values:
        """Weights learnt from those *chosen* and all *beside* them, as far as they are open."""
        mine = chosen & self.open
        values = np.concatenate([self.values[mine], beside.values[beside.open]])
        same = np.concatenate([self.same[mine], beside.same[beside.open]])
        return learn(values, same.astype(float))


def examples(pairs: Sequence[Pair], by: str) -> Examples:
    """The *pairs* as the test sees them, with vectors *by* an embedder or by words alone."""
    looked = [_looked_at(pair, by) for pair in pairs]
    return Examples(
        names=tuple(looked[0]),
        values=np.array([list(values.values()) for values in looked]),
        same=np.array([pair.same for pair in pairs]),
        open=np.array([_is_open(pair) for pair in pairs]),
    )


def _looked_at(pair: Pair, by: str) -> dict[str, float]:
    asks = _asks(pair)
    meant = None
    if by != WORDS:
        meant = Meant(np.asarray(embedder(by).embed([pair.one, pair.other])), by)
    likeness = Likeness.of(asks, Vetoes.of(asks), meant)
    found = likeness.features(np.array([0]), np.array([1]))
    return {name: float(values[0]) for name, values in found.items()}


def _is_open(pair: Pair) -> bool:
    return len(link(_asks(pair), near=0.0).first) == 1


def _asks(pair: Pair) -> list[Ask]:
    return [read_ask(pair.one), read_ask(pair.other)]


def learn(values: Table, same: Values) -> Values:
    """Weights of the columns of *values*, and the base behind them."""
    told = np.column_stack([values, np.ones(len(values))])

    def loss(weights: Values) -> tuple[float, Values]:
        odds = told @ weights
        kept = np.append(weights[:-1], 0.0)
        total = np.logaddexp(0, odds).sum() - same @ odds + PENALTY * kept @ kept
        return float(total), told.T @ (1 / (1 + np.exp(-odds)) - same) + 2 * PENALTY * kept

    return np.asarray(minimize(loss, np.zeros(told.shape[1]), jac=True).x)


def cross_validated(found: Examples, beside: Examples, folds: Sequence[int]) -> Score:
    """What weights learnt on the other folds say of the pairs of each."""
    said = np.zeros(len(found.same), dtype=bool)
    numbers = np.array(folds)
    least = math.log(SAME / (1 - SAME))
    for fold in sorted(set(folds)):
        weights = found.learn(numbers != fold, beside)
        here = (numbers == fold) & found.open
        said[here] = found.values[here] @ weights[:-1] + weights[-1] >= least
    return Score.of(found.same.tolist(), said.tolist())


def invented() -> list[Pair]:
    """Pairs of invented asks that overlap, as many of the same proposal as of two."""
    asked = generated(INVENTED_ASKS, seed=_SEED_OF_INVENTED)
    links = link([read_ask(text) for text in asked.texts], near=0.0)
    couples = list(zip(links.first.tolist(), links.second.tolist(), strict=True))
    rng = random.Random(_SEED_OF_INVENTED)  # noqa: S311 - pairs that repeat
    chosen = []
    for same in (True, False):
        able = [(a, b) for a, b in couples if (asked.truth[a] == asked.truth[b]) == same]
        texts = [(asked.texts[a], asked.texts[b]) for a, b in rng.sample(able, INVENTED)]
        chosen += [Pair(one, other, same, hard=True) for one, other in texts]
    return chosen


def folds_of(pairs: Sequence[Pair]) -> list[int]:
    """A fold for each pair; pairs that have a text in common, however far, are in one fold."""
    leads: dict[str, str] = {}

    def first(text: str) -> str:
        while leads.setdefault(text, text) != text:
            text = leads[text]
        return text

    for pair in pairs:
        leads[first(pair.one)] = first(pair.other)
    heads = sorted({first(text) for text in leads})
    random.Random(SEED).shuffle(heads)  # noqa: S311 - folds that repeat
    fold = {head: at % FOLDS for at, head in enumerate(heads)}
    return [fold[first(pair.one)] for pair in pairs]


def _written(found: Examples, beside: Examples, by: str) -> Iterator[str]:
    weights = found.learn(np.ones(len(found.same), dtype=bool), beside)
    yield f"\n[{by}]\n"
    for name, weight in zip((*found.names, "base"), weights.tolist(), strict=True):
        yield f"{name} = {round(weight, _DIGITS)}\n"


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("data", type=Path)
    arguments.add_argument("labels", nargs="*", type=Path)
    arguments.add_argument("--write", action="store_true")
    chosen = arguments.parse_args()
    files = chosen.labels or sorted(LABELS.parent.glob("pairs*.tsv"))
    pairs = [pair for file in files for pair in read_pairs(file, chosen.data)]
    folds, made = folds_of(pairs), invented()
    text = _HEAD
    for by in (WORDS, *EMBEDDERS):
        found, beside = examples(pairs, by), examples(made, by)
        score = cross_validated(found, beside, folds)
        sys.stdout.write(f"{by}: {len(pairs)} pairs, {score}\n")
        text += "".join(_written(found, beside, by))
    if chosen.write:
        WEIGHTS.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
