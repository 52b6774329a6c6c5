"""Papers that speak for those who issued them: "The statement notes that …"."""

from __future__ import annotations

from stocktake.extractors.english.parties import Party, listed
from stocktake.extractors.english.subjects import Subject
from stocktake.extractors.english.tokens import Words
from stocktake.lexicon.grammar import Grammar

_ISSUED_REACH = 12
_NAME_REACH = 12


def publisher(words: Words, grammar: Grammar, before: tuple[Party, ...]) -> tuple[Party, ...]:
    """Who issues a paper in this sentence ("X released a report"); else who did *before*."""
    if grammar.papers["issued"].isdisjoint(words.lower):
        return before
    for index, word in enumerate(words.lower):
        if word in grammar.papers["issued"] and _issues(words, index, grammar):
            named = _named_before(words, index, grammar)
            before = named or before
    return before


def _named_before(words: Words, verb: int, grammar: Grammar) -> tuple[Party, ...]:
    """The actor whose name ends right before the verb."""
    near = (i for i in range(verb - 1, max(-1, verb - _NAME_REACH), -1) if i in words.mentions)
    index = next(near, None)
    found = listed(words, index, grammar) if index is not None else None
    return found.parties if found and found.behind == verb else ()


def _issues(words: Words, index: int, grammar: Grammar) -> bool:
    near = words.lower[index + 1 : index + _ISSUED_REACH]
    return words.at(index) in grammar.papers["announced"] or _names_paper(near, grammar)


def paper(words: Words, index: int, issuers: tuple[Party, ...], grammar: Grammar) -> Subject | None:
    """ "The statement", "the announcement, issued by X,": those who issued it speak."""
    if words.at(index) != "the":
        return None
    noun = index + 1
    if words.at(noun) not in grammar.papers["nouns"] | grammar.papers["people"]:
        return None
    told = _issued_by(words, noun + 1, grammar)
    if told:
        return told
    return Subject(issuers, index, noun + 1, plural=True, pronoun=True) if issuers else None


def _issued_by(words: Words, index: int, grammar: Grammar) -> Subject | None:
    start = index + (words.at(index) == ",")
    if words.at(start) not in grammar.papers["issued"] or words.at(start + 1) != "by":
        return None
    found = listed(words, start + 2, grammar)
    return Subject(found.parties, index - 2, found.behind, plural=True) if found else None


def _names_paper(near: tuple[str, ...], grammar: Grammar) -> bool:
    return not grammar.papers["nouns"].isdisjoint(near)
