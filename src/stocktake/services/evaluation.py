"""What an evaluation found: scores, faults and examples of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from stocktake.model import Act, Agreement
from stocktake.services.labels import Labelled
from stocktake.services.scoring import FAULTS, Claim, Pair, Spaced, actors_alone, added

T = TypeVar("T")
_SIDES = {"support": Act.SUPPORTS, "opposition": Act.OPPOSES}


@dataclass(frozen=True, slots=True)
class Judged:
    """A labelled sentence with the pairs of its claims. *placed* False: its words do not stand
    in the document as it was read, so nothing could be found."""

    labelled: Labelled
    pairs: tuple[Pair, ...]
    placed: bool = True

    @property
    def labels(self) -> list[Claim]:
        return [pair.label for pair in self.pairs if pair.label]

    @property
    def found(self) -> list[Claim]:
        return [pair.found for pair in self.pairs if pair.found]


@dataclass(frozen=True, slots=True)
class Evaluation:
    """All sentences of a file of labels, judged."""

    sentences: tuple[Judged, ...]

    def pairs(self) -> Iterator[tuple[Judged, Pair]]:
        return ((judged, pair) for judged in self.sentences for pair in judged.pairs)

    @property
    def exact(self) -> Agreement:
        return self._score(lambda pair: not pair.faults)

    @property
    def partial(self) -> Agreement:
        return self._score(lambda pair: pair.near)

    @property
    def actors(self) -> Agreement:
        return added(actors_alone(each.labels, each.found) for each in self.sentences)

    def side(self, act: Act) -> tuple[Agreement, Agreement]:
        """Exact and partial scores of the claims with this *act* (partial: whose pair has it)."""
        mine = [pair for _, pair in self.pairs() if _has(pair.label, act) or _has(pair.found, act)]
        labelled = sum(_has(pair.label, act) for pair in mine)
        found = sum(_has(pair.found, act) for pair in mine)
        both = [pair for pair in mine if _has(pair.label, act) and _has(pair.found, act)]
        exact = Agreement(sum(not pair.faults for pair in both), found, labelled)
        return exact, Agreement(sum(pair.near for pair in both), found, labelled)

    def faults(self, kind: str) -> list[tuple[Judged, Pair]]:
        """The pairs that have this fault, of ``scoring.FAULTS``."""
        return [(judged, pair) for judged, pair in self.pairs() if kind in pair.faults]

    def _score(self, is_right: Callable[[Pair], bool]) -> Agreement:
        pairs = [pair for _, pair in self.pairs()]
        labelled = sum(pair.label is not None for pair in pairs)
        found = sum(pair.found is not None for pair in pairs)
        return Agreement(sum(map(is_right, pairs)), found, labelled)


def summary(evaluation: Evaluation, examples: int = 0) -> dict[str, Any]:
    """The figures as ``evaluate --format json`` writes them, with so many *examples* of a fault."""
    right = [pair for _, pair in evaluation.pairs() if pair.near]
    sides = {name: evaluation.side(act) for name, act in _SIDES.items()}
    return {
        "sentences": len(evaluation.sentences),
        "not placed": sum(not each.placed for each in evaluation.sentences),
        "exact": figures(evaluation.exact),
        "partial": figures(evaluation.partial),
        "actors": figures(evaluation.actors),
        **{name: figures(exact) for name, (exact, _) in sides.items()},
        **{f"{name}, partial": figures(partial) for name, (_, partial) in sides.items()},
        "act right": _share(right, lambda label, found: label.act is found.act),
        "stance right": _share(right, lambda label, found: label.stance is found.stance),
        "faults": {kind: fault(evaluation.faults(kind), examples, _example) for kind in FAULTS},
    }


def _has(claim: Claim | None, act: Act) -> bool:
    return claim is not None and claim.act is act


def figures(score: Agreement) -> dict[str, Any]:
    """A score as reports of an evaluation write it."""
    return {
        "right": score.right,
        "found": score.found,
        "labelled": score.labelled,
        "precision": round(score.precision, 3),
        "recall": round(score.recall, 3),
        "f1": round(score.f1, 3),
    }


def _share(pairs: list[Pair], is_so: Callable[[Claim, Claim], bool]) -> float:
    told = [is_so(pair.label, pair.found) for pair in pairs if pair.label and pair.found]
    return round(sum(told) / len(told), 3) if told else 0.0


def fault(mistakes: Sequence[T], examples: int, show: Callable[[T], Any]) -> dict[str, Any]:
    """How many mistakes there are, and so many *examples* of them."""
    shown = [show(mistake) for mistake in mistakes[:examples]]
    return {"count": len(mistakes), "examples": shown} if examples else {"count": len(mistakes)}


def _example(mistake: tuple[Judged, Pair]) -> dict[str, Any]:
    judged, pair = mistake
    sentence = judged.labelled.sentence
    return {
        "where": judged.labelled.name,
        "sentence": sentence.text,
        "labelled": _told(pair.label, sentence),
        "found": _told(pair.found, sentence),
    }


def _told(claim: Claim | None, sentence: Spaced) -> dict[str, Any] | None:
    if claim is None:
        return None
    return {
        "actor": claim.actor,
        "cue": sentence.quote(claim.cue),
        "content": sentence.quote(claim.content),
        "negated": claim.negated,
        "act": claim.act.value,
        "stance": claim.stance.value,
    }
