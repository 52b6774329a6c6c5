"""Reads a sentence from left to right into predicates.

At each word the few rules that such a word can begin are tried in a fixed order; a rule returns
where to read on and the new state, or nothing.
"""

from __future__ import annotations

from stocktake.extractors.english.beginnings import is_opener
from stocktake.extractors.english.clauses import Step, clause, label, relative
from stocktake.extractors.english.clefts import LEADS_TO_CLEFT
from stocktake.extractors.english.joined import coordinated, leading_company, participle, sides
from stocktake.extractors.english.passives import passive
from stocktake.extractors.english.predicates import Reading
from stocktake.extractors.english.quotations import CLOSERS, according_to, inverted, told_behind
from stocktake.extractors.english.speakers import Voices
from stocktake.extractors.english.tokens import Words
from stocktake.lexicon.grammar import English

_JOINED = (leading_company, coordinated, sides)


def read(words: Words, start: int, voices: Voices, english: English) -> Reading:
    """Read *words* from the index *start* on."""
    reading, index, end = Reading(start), start, len(words)
    telling = _telling(words, english)
    while index < end:
        step = None
        if (index in telling or index == reading.start) and not _in_quotation(words, index):
            step = _step(words, index, reading, voices, english)
        index, reading = step or (index + 1, reading)
    return reading


def _telling(words: Words, english: English) -> set[int]:
    """Where a rule may begin, besides where a clause does: most words are passed by."""
    triggers, lower = english.grammar.triggers, words.lower
    own = {at for at, word in enumerate(lower) if word in triggers or word.endswith("ing")}
    before = {at for at, word in enumerate(lower[1:]) if word == "by"}
    behind = {at for at, word in enumerate(lower, 1) if word in CLOSERS}
    return own.union(words.mentions, before, behind)


def _in_quotation(words: Words, index: int) -> bool:
    return bool(words.quoted) and words.is_quoted(index)


def _step(
    words: Words, index: int, reading: Reading, voices: Voices, english: English
) -> Step | None:
    """What the first rule that fits reads at *index*."""
    return (
        _joining(words, index, reading, english)
        or _quotation(words, index, reading, voices, english)
        or _verbal(words, index, reading, english)
        or _subject(words, index, reading, voices, english)
    )


def _joining(words: Words, index: int, reading: Reading, english: English) -> Step | None:
    if words.at(index) not in english.grammar.words["joints"] and index != reading.start:
        return None
    steps = (rule(words, index, reading, english) for rule in _JOINED)
    return next((step for step in steps if step), None)


def _verbal(words: Words, index: int, reading: Reading, english: English) -> Step | None:
    word = words.at(index)
    if word == "who":
        return relative(words, index, reading, english)
    if words.at(index + 1) == "by":
        return passive(words, index, reading, english)
    return participle(words, index, reading, english) if word.endswith("ing") else None


def _subject(
    words: Words, index: int, reading: Reading, voices: Voices, english: English
) -> Step | None:
    if index == reading.start:
        labelled = label(words, index, reading, voices, english)
        return labelled or clause(words, index, reading, voices, english)
    before = words.at(index - 1)
    opens = words.at(index) in english.grammar.subject_starts
    own = words.at(index) in english.grammar.pronouns["author"]
    led = own or before in LEADS_TO_CLEFT or before == "which" or is_opener(before, english.grammar)
    if index in words.mentions or (opens and led):
        return clause(words, index, reading, voices, english)
    return None


def _quotation(
    words: Words, index: int, reading: Reading, voices: Voices, english: English
) -> Step | None:
    if index == reading.start:
        return according_to(words, index, reading, voices, english)
    if reading.predicates:
        return None
    return inverted(words, index, reading, voices, english) or told_behind(
        words, index, reading, voices, english
    )
