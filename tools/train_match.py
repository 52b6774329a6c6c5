"""Learn the scorers of ``stocktake.match`` from labelled arguments and key points.

Usage: python -m tools.train_match ../shared/data/argkp [--measure]

Both models must be installed (``stocktake models install``). Learns on the training part; with
``--measure`` prints mean average precision by cross-validation over its topics, and on dev.
"""

from __future__ import annotations

import csv
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from stocktake.analysis.asking_for import (
    FEATURES,
    Floats,
    Scorer,
    Turn,
    best_other,
    features,
    path_of,
    score,
    shared_words,
)
from stocktake.embedders import embedder
from tools.match_precision import mean_average_precision

CHOICES = ((), ("english",), ("multilingual",), ("english", "multilingual"))
FOLDS = 6
RANK = 64
ROUNDS = 10
RATE, WEIGHT_RATE = 1e-3, 2e-2
DECAY = 1.0
DROPPED = 0.5
STEEP = 3.0
_MOMENTA = (0.9, 0.999)


@dataclass(frozen=True, slots=True)
class Debate:
    """The arguments and key points of one side of a topic: vectors of both by embedder, shared
    words (n, m), and labels (n, m): 1 match, 0 none, -1 not decided."""

    topic: str
    vectors: Mapping[str, tuple[Floats, Floats]]
    shared: Floats
    labels: np.ndarray[tuple[int, ...], np.dtype[np.int64]]


def read(folder: Path, part: str) -> list[Debate]:
    """The debates of a *part* (train, dev), in the order of their topics."""
    labels = {
        (row["arg_id"], row["key_point_id"]): int(row["label"])
        for row in _rows(folder, "labels", part)
    }
    arguments, points = _grouped(folder, "arguments", part), _grouped(folder, "key_points", part)
    return [_debate(side[0], arguments[side], points[side], labels) for side in sorted(arguments)]


def _rows(folder: Path, name: str, part: str) -> list[dict[str, str]]:
    with (folder / f"{name}_{part}.csv").open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


def _grouped(folder: Path, name: str, part: str) -> dict[tuple[str, str], list[dict[str, str]]]:
    groups = defaultdict(list)
    for row in _rows(folder, name, part):
        groups[row["topic"], row["stance"]].append(row)
    return groups


def _debate(
    topic: str,
    arguments: list[dict[str, str]],
    points: list[dict[str, str]],
    labels: dict[tuple[str, str], int],
) -> Debate:
    texts = [row["argument"] for row in arguments]
    targets = [row["key_point"] for row in points]
    vectors = {
        name: (np.float64(embedder(name).embed(texts)), np.float64(embedder(name).embed(targets)))
        for name in CHOICES[-1]
    }
    known = [
        [labels.get((one["arg_id"], other["key_point_id"]), -1) for other in points]
        for one in arguments
    ]
    return Debate(topic, vectors, shared_words(texts, targets), np.array(known))


def likenesses(known: Scorer, debate: Debate) -> list[Floats]:
    """What the scorer looks at."""
    turned = [
        known.turned(name, one) @ known.turned(name, other).T
        for name, (one, other) in sorted(debate.vectors.items())
        if name in known.turns
    ]
    return [*turned, debate.shared]


@dataclass(slots=True)
class Learner:
    """Adam with decay (Loshchilov and Hutter, 2019) over named arrays."""

    values: dict[str, Floats]
    first: dict[str, Floats]
    second: dict[str, Floats]
    steps: int = 0

    @classmethod
    def of(cls, values: dict[str, Floats]) -> Learner:
        """A learner that starts from *values* and changes them."""
        first, second = ({name: np.zeros_like(it) for name, it in values.items()} for _ in range(2))
        return cls(values, first, second)

    def step(self, slopes: Mapping[str, Floats]) -> None:
        self.steps += 1
        for name, slope in slopes.items():
            turning = name != "weights"
            rate = RATE if turning else WEIGHT_RATE
            first, second = _MOMENTA
            self.first[name] = first * self.first[name] + (1 - first) * slope
            self.second[name] = second * self.second[name] + (1 - second) * slope**2
            mean = self.first[name] / (1 - first**self.steps)
            spread = np.sqrt(self.second[name] / (1 - second**self.steps)) + 1e-8
            self.values[name] *= 1 - rate * DECAY * turning
            self.values[name] -= rate * mean / spread


def learn(debates: Sequence[Debate], names: Sequence[str], seed: int = 0) -> Scorer:
    """The scorer for the embedders *names* that suits *debates*."""
    random = np.random.default_rng(seed)
    values: dict[str, Floats] = {"weights": np.ones(FEATURES * (len(names) + 1) + 1)}
    for name in names:
        width = debates[0].vectors[name][0].shape[1]
        values[f"{name}.down"] = random.normal(0, 0.02, (width, RANK))
        values[f"{name}.up"] = np.zeros((RANK, width))
    learner = Learner.of(values)
    for _ in range(ROUNDS):
        for place in random.permutation(len(debates)):
            learner.step(slopes(values, names, debates[place], random))
    turns = {name: Turn(values[f"{name}.down"], values[f"{name}.up"]) for name in names}
    return Scorer(turns, STEEP * values["weights"][:-1], STEEP * float(values["weights"][-1]))


def slopes(
    values: Mapping[str, Floats],
    names: Sequence[str],
    debate: Debate,
    random: np.random.Generator,
) -> dict[str, Floats]:
    """How the mean log loss on the decided pairs of *debate* changes with each of *values*."""
    sides = {
        name: tuple(Side.of(values, name, some, random) for some in debate.vectors[name])
        for name in names
    }
    likeness = [*(one.unit @ other.unit.T for one, other in sides.values()), debate.shared]
    seen = [part for part_of in likeness for part in features(part_of)]
    stacked = np.stack([*seen, np.ones_like(debate.shared)], axis=-1)
    weights = values["weights"]
    chances = 1 / (1 + np.exp(-STEEP * (stacked @ weights)))
    decided = debate.labels >= 0
    errors = STEEP * np.where(decided, chances - debate.labels, 0) / decided.sum()
    found = {"weights": np.einsum("nm,nmf->f", errors, stacked)}
    for number, (name, (one, other)) in enumerate(sides.items()):
        own = weights[FEATURES * number : FEATURES * (number + 1)]
        back = _back(errors, likeness[number], own)
        down, up = (
            left + right
            for left, right in zip(
                one.slopes(values, name, back @ other.unit),
                other.slopes(values, name, back.T @ one.unit),
                strict=True,
            )
        )
        found |= {f"{name}.down": down, f"{name}.up": up}
    return found


@dataclass(frozen=True, slots=True)
class Side:
    """Vectors on their way through a turn: as they came, with some of their parts *dropped*,
    *low* (n, r), and at the end of *unit* length."""

    dropped: Floats
    low: Floats
    length: Floats
    unit: Floats

    @classmethod
    def of(
        cls, values: Mapping[str, Floats], name: str, vectors: Floats, random: np.random.Generator
    ) -> Side:
        kept = random.random(vectors.shape) >= DROPPED
        dropped = vectors * kept / (1 - DROPPED)
        low = dropped @ values[f"{name}.down"]
        turned = vectors + low @ values[f"{name}.up"]
        length = np.linalg.norm(turned, axis=1, keepdims=True)
        return cls(dropped, low, length, turned / length)

    def slopes(
        self, values: Mapping[str, Floats], name: str, slope: Floats
    ) -> tuple[Floats, Floats]:
        """How the loss changes with *down* and *up*, if it changes with *unit* by *slope*."""
        along = (slope * self.unit).sum(axis=1, keepdims=True)
        turned = (slope - self.unit * along) / self.length
        return self.dropped.T @ (turned @ values[f"{name}.up"].T), self.low.T @ turned


def _back(errors: Floats, likeness: Floats, weights: Floats) -> Floats:
    """How the loss changes with a likeness, through the features made of it."""
    by_text, by_target = errors.mean(axis=1, keepdims=True), errors.mean(axis=0, keepdims=True)
    through = weights[0] * errors + weights[1] * (errors - by_text)
    through += weights[3] * (errors - by_target)
    if likeness.shape[1] > 1:
        through += weights[2] * (errors - _to_others(errors, likeness))
    return through


def _to_others(errors: Floats, likeness: Floats) -> Floats:
    """Errors of pairs, laid where their best others are."""
    best = likeness == likeness.max(axis=1, keepdims=True)
    other = best_other(likeness)
    second = (likeness == np.where(best, other, np.inf).min(axis=1, keepdims=True)) & ~best
    of_best = np.where(best, errors, 0).sum(axis=1, keepdims=True)
    of_rest = np.where(best, 0, errors).sum(axis=1, keepdims=True)
    return best * of_rest + second * of_best


def measured(debates: Sequence[Debate], known: Scorer) -> list[float]:
    """Average precision on each of *debates*."""
    return [
        mean_average_precision([(score(known, likenesses(known, item)), item.labels)])
        for item in debates
    ]


def cross_validated(debates: Sequence[Debate], names: Sequence[str]) -> float:
    """Mean average precision on topics that were not learnt from."""
    topics = sorted({item.topic for item in debates})
    found: list[float] = []
    for fold in range(FOLDS):
        left_out = set(topics[fold::FOLDS])
        known = learn([item for item in debates if item.topic not in left_out], names)
        found += measured([item for item in debates if item.topic in left_out], known)
    return float(np.mean(found))


def lines(folder: Path, *, measure: bool) -> Iterator[str]:
    """Learn and keep each scorer; what was measured of it."""
    train = read(folder, "train")
    dev = read(folder, "dev") if measure else []
    for names in CHOICES:
        known = learn(train, names)
        keep(known, names)
        if measure:
            crossed, seen = cross_validated(train, names), np.mean(measured(dev, known))
            yield f"{'+'.join(names) or 'words'}: crossed {crossed:.3f}, dev {seen:.3f}"


def keep(known: Scorer, names: Sequence[str]) -> None:
    """Write the scorer to its file."""
    path = path_of(names)
    path.parent.mkdir(exist_ok=True)
    turns = {
        f"{name}.{part}": getattr(turn, part).astype(np.float16)
        for name, turn in sorted(known.turns.items())
        for part in ("down", "up")
    }
    np.savez_compressed(path, weights=known.weights, base=known.base, **turns)


if __name__ == "__main__":
    for line in lines(Path(sys.argv[1]), measure="--measure" in sys.argv):
        sys.stdout.write(line + "\n")
        sys.stdout.flush()
