"""What stands before the first clause of a sentence: a number, a heading, "On …,"."""

from __future__ import annotations

from dataclasses import dataclass

from stocktake.extractors.english.speakers import Voices
from stocktake.extractors.english.subjects import subject_at
from stocktake.extractors.english.tokens import Words
from stocktake.extractors.english.verbs import verb_at
from stocktake.lexicon.grammar import English
from stocktake.lexicon.inflection import Form

_HEADING_REACH = 30
_OPENING_REACH = 28
_SHORT = 3
_COMMAS = 8
_FINITE = frozenset([Form.PAST, Form.PRESENT])
_BULLETS = frozenset(["-", "*", "•", "–", "—", "·", "▪", "●", "○", "o"])
_OPEN_QUOTES = frozenset(["“", '"', "``"])
_LABEL_ENDS = frozenset([".", ")"])


@dataclass(frozen=True, slots=True)
class Opening:
    """The clause begins at *start*; *context* are the words of a leading "On …" phrase."""

    start: int
    context: tuple[int, int] | None = None


def opening(words: Words, voices: Voices, english: English) -> Opening:
    """Find where the first clause begins."""
    number = behind_number(words)
    number += _opens_nothing(words, number)
    start = _behind_heading(words, number, voices, english)
    phrase = english.grammar.context.at(words.lower, start)
    if phrase is None:
        return Opening(start)
    commas = _commas(words, start + phrase[0])
    spoken = (comma for comma in commas if _speaks(words, comma + 1, voices, english))
    comma = next(spoken, commas[0] if commas else None)
    return Opening(comma + 1, (start, comma)) if comma else Opening(start)


def _opens_nothing(words: Words, index: int) -> bool:
    """Whether a quotation mark stands at *index* that is closed nowhere in its paragraph."""
    marked = words.at(index) in _OPEN_QUOTES and index + 1 < len(words)
    return marked and not words.is_quoted(index + 1)


def main_clause(words: Words, start: int, english: English) -> int:
    """Behind short adverbials and their commas: "However, in that regard, …"."""
    first, introductions = start, english.grammar.words["introductions"]
    for index in range(start, min(len(words) - 1, start + _OPENING_REACH)):
        if words.at(first) not in introductions:
            return first
        if words.lower[index] == "," and _is_adverbial(words.lower[first + 1 : index], english):
            first = index + 1
    return first


def _is_adverbial(inside: tuple[str, ...], english: English) -> bool:
    """Whether the words behind the first are no clause; "given that," points back."""
    if inside[:1] == ("that",) or inside[-1:] == ("that",):
        inside = () if len(inside) <= _SHORT else inside
    return english.grammar.words["not_in_subjects"].isdisjoint(inside)


def behind_number(words: Words) -> int:
    """Behind "12.", "121.7", "(a)" or a bullet at the head."""
    first = words.at(0)
    if first == "(" and words.at(2) == ")":
        return 3
    if first in _BULLETS:
        return 1
    if not first.isdigit() and not (len(first) == 1 and words.at(1) in _LABEL_ENDS):
        return 0
    behind = 1
    while behind < len(words) and (words.at(behind) in _LABEL_ENDS or words.at(behind).isdigit()):
        behind += 1
    return behind if behind > 1 else 0


def _behind_heading(words: Words, start: int, voices: Voices, english: English) -> int:
    """Behind "OPENING STATEMENTS:", as long as nothing is said before the colon and no actor is
    named alone there as the one who speaks."""
    limit = min(len(words) - 1, start + _HEADING_REACH)
    found = start
    if ":" not in words.lower[start:limit]:
        return found
    for index in range(start, limit):
        if _says(words.at(index), english):
            break
        if words.at(index) == ":" and (words.is_capital(index + 1) or index + 1 in words.mentions):
            if _is_label(words, found, index, voices, english):
                break
            found = index + 1
    return found


def _is_label(words: Words, start: int, colon: int, voices: Voices, english: English) -> bool:
    subject = subject_at(words, start, voices, english.grammar)
    named = subject is not None and bool(subject.parties) and subject.behind == colon
    return named and english.cues.nominal.keys().isdisjoint(words.lower[start:colon])


def _says(word: str, english: English) -> bool:
    verb = english.cues.forms.get(word)
    return verb is not None and not _FINITE.isdisjoint(verb[1])


def _commas(words: Words, start: int) -> list[int]:
    return [i for i in range(start, len(words) - 1) if words.at(i) == ","][:_COMMAS]


def _speaks(words: Words, index: int, voices: Voices, english: English) -> bool:
    subject = subject_at(words, index, voices, english.grammar)
    if subject is None:
        return False
    behind = subject.behind + (words.at(subject.behind) == ",")
    return verb_at(words, behind, english, bare=True) is not None
