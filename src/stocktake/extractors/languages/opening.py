"""What stands before the first clause of a sentence: a number, a heading, "Sur …,"."""

from __future__ import annotations

from dataclasses import dataclass

from stocktake.extractors.english.opening import behind_number
from stocktake.extractors.english.tokens import Words
from stocktake.extractors.languages.speakers import Voices
from stocktake.extractors.languages.subjects import subject_at
from stocktake.extractors.languages.verbs import FINITE, OWN, is_adverb, verb_at
from stocktake.lexicon.languages import Language

_REACH = 40
_COMMAS = 6
_LONGEST_LABEL = 4
_DASHES = frozenset(["-", "–", "、", "．"])
_HEADING_REACH = 20


@dataclass(frozen=True, slots=True)
class Opening:
    """The clause begins at *start*; *context* are the words of a leading "Sur …" phrase."""

    start: int
    context: tuple[int, int] | None = None


def opening(words: Words, voices: Voices, language: Language) -> Opening:
    """Find where the first clause begins."""
    start = _behind_heading(words, behind_label(words, language), language)
    while words.at(start) in language.words["links"]:
        start += 1
    first = _behind_adverbs(words, start, language)
    phrase = language.context.at(words.lower, first)
    if phrase is None or language.phrases["according"].at(words.lower, first):
        return Opening(start)
    commas = _commas(words, first + phrase[0], language)
    fitting = [each for each in commas if phrase[1] or _is_framed(words, each, language)]
    spoken = (each for each in fitting if _speaks(words, each + 1, voices, language))
    comma = next(spoken, fitting[0] if fitting else None)
    if comma is None:
        name = _speaker(words, first + phrase[0], voices, language) if phrase[1] else None
        return Opening(name, (first, name)) if name else Opening(start)
    behind = comma + 1 + (words.at(comma + 1) in language.words["correlatives"])
    return Opening(behind, (first, comma))


def _speaker(words: Words, start: int, voices: Voices, language: Language) -> int | None:
    """Where, without a comma, somebody named speaks: "По вопросу о … X выразила …"."""
    near = range(start + 1, min(len(words), start + _REACH))
    found = (i for i in near if _names_speaker(words, i, voices, language))
    return next(found, None)


def _names_speaker(words: Words, index: int, voices: Voices, language: Language) -> bool:
    """Whether somebody named speaks from *index* on, before the verb or behind it."""
    if index in words.mentions:
        return _speaks(words, index, voices, language)
    done = verb_at(words, index, language, FINITE) if language.flags["verb_first"] else None
    subject = subject_at(words, done.behind, voices, language) if done else None
    return subject is not None and bool(subject.parties)


def behind_label(words: Words, language: Language) -> int:
    """Behind the number, letter or bullet at the head: "3.", "(a)", "3-", "一、"; not behind the
    title in "M. Dupont"."""
    if words.at(0) in language.words["persons"]:
        return 0
    lettered = words.at(1) == ")" and 0 < len(words.at(0)) <= _LONGEST_LABEL
    if lettered and words.at(0).isalnum():
        return 2
    dashed = words.at(0).isnumeric() and words.at(1) in _DASHES
    return 2 if dashed else behind_number(words)


def _behind_adverbs(words: Words, index: int, language: Language) -> int:
    while is_adverb(words.at(index), language) or words.at(index) in language.words["links"]:
        index += 1
    return index


def _behind_heading(words: Words, start: int, language: Language) -> int:
    """Behind "Ordre du jour:", as long as nothing is said before the colon."""
    for index in range(start, min(len(words) - 1, start + _HEADING_REACH)):
        if words.lower[index] in language.forms or index in words.mentions:
            return start
        if words.at(index) in {":", "："}:
            return index + 1
    return start


def _commas(words: Words, start: int, language: Language) -> list[int]:
    places = range(start, min(len(words) - 1, start + _REACH))
    return [i for i in places if words.at(i) in language.words["commas"]][:_COMMAS]


def _is_framed(words: Words, comma: int, language: Language) -> bool:
    """Whether the word before the comma closes the phrase, as 上 closes 在….,"""
    return words.at(comma - 1) in language.words["context_ends"]


def _speaks(words: Words, index: int, voices: Voices, language: Language) -> bool:
    subject = subject_at(words, index, voices, language)
    if subject is None:
        return language.flags["verb_first"] and verb_at(words, index, language, OWN) is not None
    behind = subject.behind + (words.at(subject.behind) in language.words["commas"])
    return verb_at(words, behind, language, OWN) is not None
