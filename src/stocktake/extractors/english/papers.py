"""Papers that speak for those who issued them: "The statement notes that …"."""

from __future__ import annotations

from dataclasses import replace

from stocktake.extractors.english.parties import Party, listed
from stocktake.extractors.english.speakers import Issuers, Subject
from stocktake.extractors.english.tokens import Words
from stocktake.lexicon.grammar import Grammar

_ISSUED_REACH = 12
_NAME_REACH = 20


def publisher(words: Words, grammar: Grammar, before: Issuers) -> Issuers:
    """Who issues a paper in this sentence ("X released a report"); else who did *before*."""
    if grammar.papers["issued"].isdisjoint(words.lower):
        return before
    for index, word in enumerate(words.lower):
        if word in grammar.papers["issued"]:
            before = _issued(words, index, grammar, before)
    return before


def paper(words: Words, index: int, issuers: Issuers, grammar: Grammar) -> Subject | None:
    """ "The statement", "the announcement, issued by X,": those who issued it speak."""
    if words.at(index) != "the":
        return None
    written = words.at(index + 1) in grammar.papers["written"] | grammar.papers["people"]
    if not written and words.at(index + 1) not in grammar.papers["spoken"]:
        return None
    told = _issued_by(words, index + 2, grammar)
    if told:
        return told
    parties = issuers.written if written else issuers.spoken
    return Subject(parties, index, index + 2, plural=True, pronoun=True) if parties else None


def _issued(words: Words, verb: int, grammar: Grammar, before: Issuers) -> Issuers:
    parties = _named_before(words, verb, grammar)
    if not parties:
        return before
    near = words.lower[verb + 1 : verb + _ISSUED_REACH]
    papers = (word for word in near if word in grammar.papers["spoken"] | grammar.papers["written"])
    noun = next(papers, None)
    if noun in grammar.papers["written"]:
        return replace(before, written=parties)
    announced = noun is not None or words.at(verb) in grammar.papers["announced"]
    return replace(before, spoken=parties) if announced else before


def _named_before(words: Words, verb: int, grammar: Grammar) -> tuple[Party, ...]:
    """The actors whose names end right before the verb."""
    for index in range(verb - 1, max(-1, verb - _NAME_REACH), -1):
        found = listed(words, index, grammar) if index in words.mentions else None
        if found and found.behind == verb:
            return found.parties
    return ()


def _issued_by(words: Words, index: int, grammar: Grammar) -> Subject | None:
    start = index + (words.at(index) == ",")
    if words.at(start) not in grammar.papers["issued"] or words.at(start + 1) != "by":
        return None
    found = listed(words, start + 2, grammar)
    return Subject(found.parties, index - 2, found.behind, plural=True) if found else None
