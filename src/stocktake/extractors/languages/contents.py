"""From predicates to propositions: where each content begins and ends."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from stocktake.extractors.languages.predicates import Predicate, Reading, Scene
from stocktake.lexicon.conjugation import Kind
from stocktake.model import Act, Stance

_MARKS = frozenset(".?!…—–,;:،؛؟，；：。！？、")
_ASKS = frozenset([Act.REQUESTS, Act.PROPOSES, Act.REPORTS])
_MARKS_BEFORE = frozenset([",", ":", ";", "،", "，", "："])


@dataclass(frozen=True, slots=True)
class Proposition:
    """A predicate with its content at the words ``[first, behind)``. *alone* says that the
    predicate had no content of its own and stands for itself, *pointing* that it has none but a
    word that points back ("s'y est opposé")."""

    predicate: Predicate
    first: int
    behind: int
    alone: bool = False
    pointing: bool = False


def borders_of(reading: Reading) -> tuple[int, ...]:
    """The places at which a content ends."""
    starts = (each.first for each in reading.predicates)
    ends = (each.behind for each in reading.predicates if each.behind is not None)
    return tuple(sorted({*starts, *ends, *reading.cuts}))


def propositions(scene: Scene, reading: Reading) -> list[Proposition]:
    """Each predicate with its content; what has none takes its neighbour's or stands alone."""
    ordered = sorted(reading.predicates, key=lambda each: each.cue)
    borders = borders_of(reading)
    found = [_bounded(scene, each, borders) for each in ordered]
    return _shared_backward(_shared_forward(found))


def _bounded(scene: Scene, predicate: Predicate, borders: Sequence[int]) -> Proposition:
    words = scene.words
    after = bisect_right(borders, predicate.cue)
    limit = borders[after] if after < len(borders) else len(words)
    behind = predicate.behind if predicate.behind is not None else limit
    first = predicate.content
    while first < behind and words.at(first) in _MARKS_BEFORE:
        first += 1
    if _is_anaphoric(scene, predicate, first, behind, borders):
        likewise = scene.language.phrases["likewise"].at(words.lower, first)
        return Proposition(predicate, first, first, pointing=not likewise)
    pointing = predicate.behind == predicate.content
    end = trimmed(scene, first, behind, joints=behind == limit)
    return Proposition(predicate, first, end, pointing=pointing)


def _is_anaphoric(
    scene: Scene, predicate: Predicate, first: int, behind: int, borders: Sequence[int]
) -> bool:
    """Whether the content only takes up what the clause before it said: "s'est opposé à cela"."""
    told = predicate.first <= borders[0] or predicate.behind is not None
    if told or predicate.rule == "coordinated" or predicate.meaning.stance is Stance.NEUTRAL:
        return False
    words = scene.words.lower[first : trimmed(scene, first, behind, joints=True)]
    anaphors, adverbs = scene.language.words["anaphors"], scene.language.words["adverbs"]
    return not anaphors.isdisjoint(words) and (anaphors | adverbs).issuperset(words)


def trimmed(scene: Scene, first: int, behind: int, *, joints: bool = False) -> int:
    """Where the words from *first* end without the marks (and *joints*) before *behind*."""
    ends = scene.language.words["joints"] | _MARKS if joints else _MARKS
    while behind > first and scene.words.at(behind - 1) in ends:
        behind -= 1
    return max(first, behind)


def _is_empty(proposition: Proposition) -> bool:
    return proposition.first >= proposition.behind


def _shared_forward(found: list[Proposition]) -> list[Proposition]:
    """ "X a appuyé, et Y a contesté, le texte": X takes the content of Y, if X is the first."""
    if len(found) < 2 or not _is_empty(found[0]) or _is_empty(found[1]):
        return found
    if Kind.GERUND in {found[0].predicate.kind, found[1].predicate.kind}:
        return found
    if found[1].predicate.meaning.act in _ASKS:
        return found
    first = replace(found[0], first=found[1].first, behind=found[1].behind)
    return [first, *found[1:]]


def _shared_backward(found: list[Proposition]) -> list[Proposition]:
    """ "X a proposé A, tandis que Y s'y est opposé": Y has cue and content of X, negated."""
    if not found:
        return []
    kept = [found[0] if not _is_empty(found[0]) else _alone(found[0])]
    for before, proposition in pairwise(found):
        if not _is_empty(proposition):
            kept.append(proposition)
        elif _is_empty(before) or proposition.predicate.meaning.stance is Stance.NEUTRAL:
            kept.append(_alone(proposition))
        else:
            kept.append(_taking_sides(kept[-1], proposition))
    return kept


def _alone(proposition: Proposition) -> Proposition:
    predicate = proposition.predicate
    return Proposition(predicate, predicate.cue, predicate.cue_behind, alone=True)


def _taking_sides(target: Proposition, side: Proposition) -> Proposition:
    """*side* is for or against what *target* says; if it points to the thing itself, then to
    what is said of it, whatever the target wants."""
    against = (side.predicate.meaning.stance is Stance.OPPOSES) != side.predicate.negated
    opposes = target.predicate.meaning.stance is Stance.OPPOSES
    if side.pointing and opposes:
        against = (not against) != target.predicate.negated
    meaning = target.predicate.meaning
    if meaning.stance is Stance.NEUTRAL:
        meaning = replace(meaning, stance=Stance.SUPPORTS)
    predicate = replace(
        target.predicate,
        meaning=meaning,
        parties=side.predicate.parties,
        negated=target.predicate.negated != against,
        rule="taking sides",
        own=side.predicate.own,
    )
    return replace(target, predicate=predicate)
