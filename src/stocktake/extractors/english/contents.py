"""From predicates to propositions: where each content begins and ends."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from stocktake.extractors.english.details import modal_at
from stocktake.extractors.english.predicates import Predicate, Reading
from stocktake.extractors.english.tokens import Words
from stocktake.lexicon.grammar import English
from stocktake.lexicon.inflection import Form
from stocktake.model import Act, Stance

_ENDS = frozenset([".", "?", "!", "…", ",", ";", ":"])
_RELATIVES = frozenset(["which", "why"])
_TOLD = frozenset([Act.REPORTS, Act.REGRETS])
_CONTRAST_REACH = 8
_SECOND_VERB = 2
_MARKS_BEFORE = frozenset([",", ":", ";"])


@dataclass(frozen=True, slots=True)
class Proposition:
    """A predicate with its content at the words ``[first, behind)``. *alone* says that the
    predicate had no content of its own and stands for itself."""

    predicate: Predicate
    first: int
    behind: int
    alone: bool = False


def propositions(words: Words, reading: Reading, english: English) -> list[Proposition]:
    """Each predicate with its content; what has none takes its neighbour's or stands alone."""
    ordered = sorted(reading.predicates, key=lambda each: each.cue)
    borders = sorted({*(each.first for each in ordered), *reading.cuts})
    found = [_bounded(words, each, borders, english) for each in ordered]
    shared = _shared_forward(found)
    return _shared_backward(shared)


def _bounded(
    words: Words, predicate: Predicate, borders: Sequence[int], english: English
) -> Proposition:
    after = bisect_right(borders, predicate.cue)
    limit = borders[after] if after < len(borders) else len(words)
    behind = predicate.behind if predicate.behind is not None else limit
    first = predicate.content
    while first < behind and words.at(first) in _MARKS_BEFORE:
        first += 1
    first += _second_verb(words, first, english)
    if predicate.meaning.act not in _TOLD:
        behind = _before_contrast(words, first, behind, english)
    ends = english.grammar.words["joints"] | _ENDS | _RELATIVES if behind == limit else _ENDS
    while behind > first and words.at(behind - 1) in ends:
        behind -= 1
    return Proposition(predicate, first, max(first, behind))


def _second_verb(words: Words, first: int, english: English) -> int:
    """How many words "and protect" are in "we defend and protect the pier"."""
    second = words.at(first + 1)
    known = second.endswith(("s", "ed")) or second in english.grammar.imperatives
    return _SECOND_VERB if words.at(first) == "and" and known else 0


def _before_contrast(words: Words, first: int, behind: int, english: English) -> int:
    """ "X supported A, but B should …": the second clause is not what X supported."""
    for index in range(first + 1, behind - 2):
        if words.at(index) != "," or words.at(index + 1) != "but":
            continue
        modal = modal_at(words, index + 2, min(behind, index + _CONTRAST_REACH), english.grammar)
        if modal and modal[0] > index + 2 and words.at(first) != "that":
            return index
    return behind


def _is_empty(proposition: Proposition) -> bool:
    return proposition.first >= proposition.behind


def _shared_forward(found: list[Proposition]) -> list[Proposition]:
    """ "X supported, and Y opposed, the text": X takes the content of Y, if X is the first."""
    if len(found) < 2 or not _is_empty(found[0]) or _is_empty(found[1]):
        return found
    if Form.ING in {found[0].predicate.form, found[1].predicate.form}:
        return found
    first = replace(found[0], first=found[1].first, behind=found[1].behind)
    return [first, *found[1:]]


def _shared_backward(found: list[Proposition]) -> list[Proposition]:
    """ "X proposed A, while Y opposed": Y has the cue and content of X, negated."""
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
    opposes = side.predicate.meaning.stance is Stance.OPPOSES
    against = opposes != side.predicate.negated
    predicate = replace(
        target.predicate,
        parties=side.predicate.parties,
        negated=target.predicate.negated != against,
        rule="taking sides",
        own=side.predicate.own,
    )
    return replace(target, predicate=predicate)
