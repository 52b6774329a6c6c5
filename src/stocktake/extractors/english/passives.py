"""Rule for the passive: "this was opposed by Y" — Y opposes, and "this" is the content."""

from __future__ import annotations

from dataclasses import replace

from stocktake.extractors.english.parties import listed
from stocktake.extractors.english.predicates import Reading, predicate, with_predicate
from stocktake.extractors.english.speakers import Subject
from stocktake.extractors.english.tokens import Words
from stocktake.extractors.english.verbs import Done, is_adverb
from stocktake.lexicon.grammar import English, Grammar
from stocktake.lexicon.inflection import Form
from stocktake.model import Act

_BREAKS = frozenset([",", ";", ":", "while", "but", "whereas", "and"])
_NO_SUBJECT = frozenset(["which", "that", "who", "as"])
_SPOKEN = frozenset(
    [Act.SUPPORTS, Act.OPPOSES, Act.PROPOSES, Act.REQUESTS, Act.WELCOMES, Act.REGRETS]
)
_REACH = 30


def passive(
    words: Words, index: int, reading: Reading, english: English
) -> tuple[int, Reading] | None:
    """A participle at *index* with "was" before and "by X" behind it."""
    verb = english.cues.forms.get(words.at(index))
    if verb is None or Form.PAST_PARTICIPLE not in verb[1]:
        return None
    agents = listed(words, index + 2, english.grammar)
    be = _be_before(words, index, english)
    meaning = english.cues.meaning(verb[0], ())
    if agents is None or not agents.parties or be is None or meaning is None:
        return None
    first = _subject_start(words, be, reading)
    if first is None or meaning.act not in _SPOKEN:
        return None
    done = Done(index, index + 1, first, meaning, False, Form.PAST_PARTICIPLE)
    subject = Subject(agents.parties, index + 2, agents.behind, agents.plural)
    found = replace(predicate(first, subject, done, "passive"), behind=be)
    return agents.behind, with_predicate(replace(reading, subject=subject), found)


def _be_before(words: Words, index: int, english: English) -> int | None:
    """Where the auxiliaries before the participle begin."""
    grammar = english.grammar
    auxiliaries = grammar.be | grammar.past_auxiliaries
    first, seen = index, False
    while first and (words.at(first - 1) in auxiliaries or is_adverb(words.at(first - 1), grammar)):
        first -= 1
        seen = seen or words.at(first) in grammar.be
    return first if seen else None


def _is_part(word: str, auxiliaries: frozenset[str], grammar: Grammar) -> bool:
    return word in auxiliaries or is_adverb(word, grammar)


def _subject_start(words: Words, be: int, reading: Reading) -> int | None:
    """Where the words before "was" begin, if they are a clause of their own."""
    first = be
    while first > reading.start and be - first < _REACH and words.at(first - 1) not in _BREAKS:
        first -= 1
    relative = words.at(be - 1) in _NO_SUBJECT
    fresh = first == reading.start or words.at(first - 1) in _BREAKS
    if not fresh or first == be or relative:
        return None
    return first
