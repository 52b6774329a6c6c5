"""Lettered points within a sentence: "Governments should: (a) …; (b) …"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from stocktake.extractors.english.contents import Proposition
from stocktake.extractors.english.tokens import Words

_FEWEST = 2
_LABELS = 3
_ENDS = frozenset([";", ",", ".", "and", "or"])
_BEFORE = frozenset([":", ";", ",", "and", "or", "to", "that"])
_LONGEST_LABEL = 4


@dataclass(frozen=True, slots=True)
class Part:
    """A proposition; *chapeau* are the words that lead to it if it is a point of a list."""

    proposition: Proposition
    chapeau: tuple[int, int] | None = None


def parts(words: Words, proposition: Proposition) -> Iterator[Part]:
    """The lettered points of the content, or the proposition as it is."""
    labels = _labels(words, proposition.first, proposition.behind)
    if len(labels) < _FEWEST:
        yield Part(proposition)
        return
    chapeau = (min(proposition.predicate.first, proposition.first), labels[0])
    for first, behind in pairwise([*labels, proposition.behind]):
        point = _trimmed(words, proposition, first + _LABELS, behind)
        if point:
            yield Part(point, chapeau)


def _labels(words: Words, first: int, behind: int) -> Sequence[int]:
    """Where "(a)", "(ii)" or "(3)" stand that begin a point."""
    if "(" not in words.lower[first:behind]:
        return ()
    return [i for i in range(first, behind - _LABELS) if _is_label(words, i)]


def _is_label(words: Words, index: int) -> bool:
    if words.at(index) != "(" or words.at(index + 2) != ")":
        return False
    label = words.at(index + 1)
    named = label.isdigit() or len(label) == 1 or not label.strip("ivx")
    return named and len(label) <= _LONGEST_LABEL and words.at(index - 1) in _BEFORE


def _trimmed(words: Words, whole: Proposition, first: int, behind: int) -> Proposition | None:
    while behind > first and words.at(behind - 1) in _ENDS:
        behind -= 1
    return replace(whole, first=first, behind=behind) if behind > first else None
