"""Statements in nouns: "a proposal by X to …", "X's request for …"."""

from __future__ import annotations

from collections.abc import Iterator

from stocktake.extractors.english.contents import Proposition
from stocktake.extractors.english.parties import Party, listed
from stocktake.extractors.english.predicates import Predicate
from stocktake.extractors.english.tokens import Words
from stocktake.lexicon.grammar import English
from stocktake.model import Quote

_BY = frozenset(["by", "from", "of"])
_GOES_ON = frozenset(["to", "for", "that", "on", "regarding", "concerning", "against"])
_CLAUSAL = frozenset(["to", "that"])
_POSSESSIVE = frozenset(["'s", "’s"])
_ENDS = frozenset([",", ";", ":", ".", "while", "but", "?", "!"])
_NOUN_REACH = 3


def nominals(words: Words, borders: tuple[int, ...], english: English) -> Iterator[Proposition]:
    """Propositions in nouns; their content goes no further than the next of *borders*."""
    if english.cues.nominal.keys().isdisjoint(words.lower):
        return
    places = (i for i, word in enumerate(words.lower) if word in english.cues.nominal)
    for index in places:
        word = words.at(index)
        parties, content = _by(words, index, english) or _of(words, index)
        behind = _end(words, content, borders) if parties else content
        if parties and content < behind and words.at(content) in _goes_on(words, index):
            meaning = english.cues.nominal[word]
            found = Predicate(
                index, parties, index, index + 1, content, meaning, negated=False, rule="noun"
            )
            yield Proposition(found, content, behind)


def _goes_on(words: Words, noun: int) -> frozenset[str]:
    return _CLAUSAL if words.at(noun + 1) == "of" else _GOES_ON


def _by(words: Words, noun: int, english: English) -> tuple[tuple[Party, ...], int] | None:
    if words.at(noun + 1) in _BY:
        found = listed(words, noun + 2, english.grammar)
        return (found.parties, found.behind) if found and found.parties else None
    return None


def _of(words: Words, noun: int) -> tuple[tuple[Party, ...], int]:
    """The actor before the noun: "X's (revised) proposal", "a Ruritanian proposal"."""
    for first in range(noun - 1, max(-1, noun - 2 - _NOUN_REACH), -1):
        found = words.mentions.get(first)
        if found is None:
            continue
        mention, behind = found
        owns = words.at(behind) in _POSSESSIVE
        if owns or (mention.adjective and behind == noun):
            quote = Quote(words.text[mention.start : mention.end], mention.start)
            return (Party(mention.actor_id, mention.name, quote),), noun + 1
        break
    return (), noun + 1


def _end(words: Words, start: int, borders: tuple[int, ...]) -> int:
    limit = next((border for border in borders if border > start), len(words))
    return next((i for i in range(start, limit) if words.at(i) in _ENDS), limit)
