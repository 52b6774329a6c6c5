"""Statements in nouns: "a proposal by X to …", "X's request for …"."""

from __future__ import annotations

from collections.abc import Iterator

from stocktake.extractors.english.contents import Proposition
from stocktake.extractors.english.parties import Party, is_possessive, listed
from stocktake.extractors.english.predicates import Predicate
from stocktake.extractors.english.subjects import company_at
from stocktake.extractors.english.tokens import Words
from stocktake.lexicon.grammar import English
from stocktake.model import Quote

_BY = frozenset(["by", "from", "of"])
_GOES_ON = frozenset(["to", "for", "that", "on", "regarding", "concerning", "against"])
_CLAUSAL = frozenset(["to", "that"])
_ENDS = frozenset([",", ";", ":", ".", "while", "but", "?", "!"])
_NOUN_REACH = 6


def nominals(words: Words, borders: tuple[int, ...], english: English) -> Iterator[Proposition]:
    """Propositions in nouns; their content goes no further than the next of *borders*."""
    if english.cues.nominal.keys().isdisjoint(words.lower):
        return
    places = (i for i, word in enumerate(words.lower) if word in english.cues.nominal)
    for noun in places:
        named = _by(words, noun, english) or _of(words, noun, english)
        found = _proposition(words, noun, named, borders, english) if named else None
        if found:
            yield found


def _proposition(
    words: Words,
    noun: int,
    named: tuple[tuple[Party, ...], int],
    borders: tuple[int, ...],
    english: English,
) -> Proposition | None:
    parties, content = named
    company = company_at(words, content + 1, english.grammar) if words.at(content) == "," else None
    if company:
        parties, content = (*parties, *company[0]), company[1].behind
        content += words.at(content) == ","
    behind = _end(words, content, borders)
    if content >= behind or words.at(content) not in _goes_on(words, noun):
        return None
    meaning = english.cues.nominal[words.at(noun)]
    cue = (noun, noun + 1)
    found = Predicate(noun, parties, *cue, content, meaning, negated=False, rule="noun")
    return Proposition(found, content, behind)


def _goes_on(words: Words, noun: int) -> frozenset[str]:
    return _CLAUSAL if words.at(noun + 1) == "of" else _GOES_ON


def _by(words: Words, noun: int, english: English) -> tuple[tuple[Party, ...], int] | None:
    if words.at(noun + 1) in _BY:
        found = listed(words, noun + 2, english.grammar)
        return (found.parties, found.behind) if found and found.parties else None
    return None


def _of(words: Words, noun: int, english: English) -> tuple[tuple[Party, ...], int] | None:
    """The actor before the noun: "X's (revised) proposal", "a Ruritanian proposal"."""
    for first in range(max(0, noun - _NOUN_REACH), noun):
        if first in words.mentions and (parties := _owners(words, first, noun, english)):
            return parties, noun + 1
    return None


def _owners(words: Words, first: int, noun: int, english: English) -> tuple[Party, ...]:
    mention, behind = words.mentions[first]
    if is_possessive(words, behind) or (mention.adjective and behind == noun):
        quote = Quote(words.text[mention.start : mention.end], mention.start)
        return (Party(mention.actor_id, mention.name, quote),)
    found = listed(words, first, english.grammar)
    return found.parties if found and found.behind == noun else ()


def _end(words: Words, start: int, borders: tuple[int, ...]) -> int:
    limit = next((border for border in borders if border > start), len(words))
    return next((i for i in range(start, limit) if _is_end(words, i)), limit)


def _is_end(words: Words, index: int) -> bool:
    if words.at(index) not in _ENDS or words.is_quoted(index):
        return False
    return words.at(index) != "." or words.is_apart(index)
