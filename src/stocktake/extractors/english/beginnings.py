"""Where a clause with a subject of its own may begin."""

from __future__ import annotations

from stocktake.extractors.english.clefts import cleft_start, is_told
from stocktake.extractors.english.predicates import Reading
from stocktake.extractors.english.speakers import Subject
from stocktake.extractors.english.tokens import Words
from stocktake.extractors.english.verbs import is_adverb
from stocktake.lexicon.grammar import English, Grammar

_TITLE_REACH = 4
_PLACED = frozenset(["in", "at", "near", "from"])
_OPENING_REACH = 8
_COORDINATORS = frozenset([",", ";", "and", "but", "while", "]", ":"])
CONTRASTS = frozenset(["while", "whereas", "although", "though"])
_SUBORDINATE = CONTRASTS | {"after", "because", "when", "since"}


def may_begin(
    words: Words, index: int, subject: Subject, reading: Reading, english: English
) -> bool:
    """Whether *subject*, at *index*, may begin a clause after the words before it."""
    first = _title_start(words, index, reading, subject)
    if first <= reading.start:
        return True
    before = words.at(first - 1)
    if subject.pronoun:
        aside = before == "which" and words.at(first - 2) == ","
        return bool(subject.parties) and (aside or before in _COORDINATORS)
    if _is_place(words, first, subject):
        return False
    if words.at(first - 2) == "that" and before in _SUBORDINATE:
        return False
    if subject.own:
        return _may_speak(words, first, reading, english)
    return before not in english.grammar.words["leads"] and is_opener(before, english.grammar)


def is_opener(word: str, grammar: Grammar) -> bool:
    """Whether a subject may follow *word*."""
    kinds = grammar.words
    opens = word in kinds["openers"] or word in kinds["leads"] or word == "with"
    return opens or is_adverb(word, grammar)


def _is_place(words: Words, first: int, subject: Subject) -> bool:
    """ "…, in Strelsau, Ruritania, …": where, not who."""
    if words.at(first - 1) != "," or words.at(subject.behind) != ",":
        return False
    town = first - 2
    named = town > 1 and words.is_capital(town) and town not in words.mentions
    return named and words.at(town - 1) in _PLACED


def _may_speak(words: Words, first: int, reading: Reading, english: English) -> bool:
    """Whether the author begins a clause of its own at *first*."""
    grammar, before = english.grammar, words.at(first - 1)
    if before in grammar.words["leads"]:
        return not reading.predicates
    if is_told(reading, before) or cleft_start(words, first, grammar) is not None:
        return True
    plain = before not in grammar.words["subordinators"] and is_opener(before, grammar)
    return plain or _is_introduced(words, first, reading, grammar)


def _is_introduced(words: Words, first: int, reading: Reading, grammar: Grammar) -> bool:
    """ "In the years ahead we …": nothing but an adverbial stands before."""
    before = words.lower[reading.start : first]
    plain = grammar.words["not_in_subjects"].isdisjoint(before) and "," not in before
    opened = bool(before) and before[0] in grammar.words["introductions"]
    return opened and plain and len(before) <= _OPENING_REACH and not reading.predicates


def _title_start(words: Words, index: int, reading: Reading, subject: Subject) -> int:
    """Where the words before an office begin that say which: "LOC Chair Sapt"."""
    if not any(party.id.startswith("office:") for party in subject.parties[:1]):
        return index
    first = index
    while first > reading.start and index - first < _TITLE_REACH and _is_title(words, first - 1):
        first -= 1
    return first


def _is_title(words: Words, index: int) -> bool:
    return words.is_capital(index) and index not in words.mentions
