"""Words that judge a definite thing: "the compact is a step in the right direction"."""

from __future__ import annotations

from dataclasses import dataclass

from stocktake.extractors.english.tokens import Words
from stocktake.lexicon.cues import Meaning
from stocktake.lexicon.grammar import English
from stocktake.lexicon.phrases import Phrases

_DEFINITE = frozenset(["the", "this", "these", "our", "its", "their"])
_COPULAS = frozenset(
    ["is", "are", "be", "represents", "represent", "constitutes", "constitute", "marks", "remains"]
)
_RELATIVE = frozenset(["which", "who", "that", "if", "not", "whether", "can", "could", "as"])
_JUDGED_STOPS = frozenset(
    [",", ";", ":", "not", "for", "to", "of", "in", "that", "and", "by", "as"]
)
_BEHIND_JUDGEMENT = frozenset(
    [".", ",", ";", "", "to", "for", "in", "if", "and", "but", "at", "when"]
)
_FRAMED_REACH = 30
_SUBJECT_REACH = 16
_ASIDES = frozenset(["which", "who"])
_JUDGED_REACH = 9


@dataclass(frozen=True, slots=True)
class Judgement:
    """What is said of a thing by the words ``[cue, behind)`` after the verb "to be" at *copula*."""

    copula: int
    cue: int
    behind: int
    meaning: Meaning


def evaluation_at(
    words: Words, first: int, behind: int, judgements: Phrases[Meaning]
) -> Judgement | None:
    """ "the compact is a (welcome) step forward": the words that judge a definite thing."""
    if words.at(first) not in _DEFINITE:
        return None
    copula = _copula(words, first, behind)
    if copula is None:
        return None
    for index in range(copula + 1, min(behind, copula + _JUDGED_REACH)):
        found = judgements.at(words.lower, index)
        if found:
            return Judgement(copula, index, index + found[0], found[1])
        if words.at(index) in _JUDGED_STOPS:
            return None
    return None


def judged(words: Words, first: int, behind: int, english: English) -> Meaning | None:
    """What is thought of the thing that the words ``[first, behind)`` begin with."""
    start = first + (words.at(first) == "that")
    found = evaluation_at(words, start, behind, english.cues.judgements)
    if found:
        return found.meaning
    return _framed(words, start, behind, english.cues.framed_judgements)


def _copula(words: Words, first: int, behind: int) -> int | None:
    """The verb "to be" of the clause; what ", which …," tells of the subject is passed over."""
    index, seen, behind = first + 1, 0, min(behind, len(words))
    while index < behind and seen < _SUBJECT_REACH:
        word = words.lower[index]
        if word in _COPULAS and words.at(index - 1) != "to":
            return index
        if word == "," and words.at(index + 1) in _ASIDES:
            index = next((i for i in range(index + 1, behind) if words.at(i) == ","), behind)
        elif word in _RELATIVE:
            return None
        index, seen = index + 1, seen + 1
    return None


def _framed(words: Words, first: int, behind: int, judgements: Phrases[Meaning]) -> Meaning | None:
    """ "the opening of the pier (that …) is crucial"."""
    if words.at(first) not in _DEFINITE:
        return None
    for index in range(first + 2, min(behind, first + _FRAMED_REACH)):
        found = judgements.at(words.lower, index) if words.at(index - 1) in _COPULAS else None
        if found and words.at(index + found[0]) in _BEHIND_JUDGEMENT:
            return found[1]
    return None
