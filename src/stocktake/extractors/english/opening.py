"""What stands before the first clause of a sentence: a number, a heading, "On …,"."""

from __future__ import annotations

from dataclasses import dataclass

from stocktake.extractors.english.subjects import Voices, subject_at
from stocktake.extractors.english.tokens import Words
from stocktake.extractors.english.verbs import verb_at
from stocktake.lexicon.grammar import English
from stocktake.lexicon.inflection import Form

_HEADING_REACH = 30
_COMMAS = 8
_FINITE = frozenset([Form.PAST, Form.PRESENT])
_LABEL_ENDS = frozenset([".", ")"])


@dataclass(frozen=True, slots=True)
class Opening:
    """The clause begins at *start*; *context* are the words of a leading "On …" phrase."""

    start: int
    context: tuple[int, int] | None = None


def opening(words: Words, voices: Voices, english: English) -> Opening:
    """Find where the first clause begins."""
    start = _behind_heading(words, _behind_number(words), english)
    phrase = english.grammar.context.at(words.lower, start)
    if phrase is None:
        return Opening(start)
    commas = _commas(words, start + phrase[0])
    spoken = (comma for comma in commas if _speaks(words, comma + 1, voices, english))
    comma = next(spoken, commas[0] if commas else None)
    return Opening(comma + 1, (start, comma)) if comma else Opening(start)


def _behind_number(words: Words) -> int:
    """Behind "12." or "(a)" at the head."""
    lower = words.lower
    if lower[:1] == ("(",) and lower[2:3] == (")",):
        return 3
    labelled = lower[1:2] and lower[1] in _LABEL_ENDS and (lower[0].isdigit() or len(lower[0]) == 1)
    return 2 if labelled else 0


def _behind_heading(words: Words, start: int, english: English) -> int:
    """Behind "OPENING STATEMENTS:", as long as nothing is said before the colon."""
    limit = min(len(words) - 1, start + _HEADING_REACH)
    found = start
    for index in range(start, limit):
        if _says(words.lower[index], english):
            break
        if words.lower[index] == ":" and (
            words.is_capital(index + 1) or index + 1 in words.mentions
        ):
            found = index + 1
    return found


def _says(word: str, english: English) -> bool:
    verb = english.cues.forms.get(word)
    return verb is not None and not _FINITE.isdisjoint(verb[1])


def _commas(words: Words, start: int) -> list[int]:
    return [i for i in range(start, len(words) - 1) if words.lower[i] == ","][:_COMMAS]


def _speaks(words: Words, index: int, voices: Voices, english: English) -> bool:
    subject = subject_at(words, index, voices, english.grammar)
    if subject is None:
        return False
    behind = subject.behind + (words.lower[subject.behind : subject.behind + 1] == (",",))
    return behind < len(words) and verb_at(words, behind, english, bare=True) is not None
