"""Clauses that look subordinate but carry the statement: "That is why we …"."""

from __future__ import annotations

from stocktake.extractors.english.predicates import Reading
from stocktake.extractors.english.tokens import Words
from stocktake.extractors.english.verbs import is_adverb
from stocktake.lexicon.grammar import Grammar

_POINTERS = frozenset(["that", "this", "it", "which", "these", "here"])
_BE = frozenset(["is", "was", "are"])
_REASONS = frozenset(["reason", "reasons"])
LEADS_TO_CLEFT = _REASONS | {"why", "that"}
_SMALL = frozenset(["one", "the", "another", "a", "main", "very", "also"])
_PREPOSITIONS = frozenset(["on", "in", "for", "with", "because", "against", "from", "under", "to"])
_REACH = 14


def cleft_start(words: Words, first: int, grammar: Grammar) -> int | None:
    """Where the cleft begins that leads to the clause at *first*; None if there is none."""
    before = words.at(first - 1)
    if before == "why":
        reason = _reason_start(words, first - 2, grammar)
        return reason if reason is not None else _further_start(words, first - 2)
    if before in _REASONS:
        return _reason_start(words, first - 1, grammar)
    return _ground_start(words, first - 1) if before == "that" else None


def is_told(reading: Reading, before: str) -> bool:
    """Whether the author frames its statement: "I wish to inform you that we …"."""
    last = reading.predicates[-1:]
    return before == "that" and bool(last) and last[0].own and not last[0].meaning.first_person


def _reason_start(words: Words, index: int, grammar: Grammar) -> int | None:
    """ "That is (one reason)" before "why", read backwards from *index*."""
    while words.at(index) in _REASONS | _SMALL or is_adverb(words.at(index), grammar):
        index -= 1
    return index - 1 if words.at(index) in _BE and words.at(index - 1) in _POINTERS else None


def _further_start(words: Words, index: int) -> int | None:
    """ "… and why we promote Y", behind a first "why"."""
    return index if words.at(index) == "and" and "why" in words.lower[:index] else None


def _ground_start(words: Words, index: int) -> int | None:
    """ "It is on that basis" before "that"."""
    for place in range(index - 3, max(-1, index - _REACH), -1):
        if words.at(place) == "it" and words.at(place + 1) in _BE:
            near = words.lower[place + 2 : place + 4]
            return None if _PREPOSITIONS.isdisjoint(near) else place
    return None
