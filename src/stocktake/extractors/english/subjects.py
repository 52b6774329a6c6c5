"""Who speaks: actors with their company ("X, for the Y Group, with Z")."""

from __future__ import annotations

from dataclasses import replace

from stocktake.extractors.english.anaphora import body, own_noun, pronoun
from stocktake.extractors.english.parties import Listed, Party, behind_bracket, listed
from stocktake.extractors.english.speakers import UNKNOWN, Subject, Voices
from stocktake.extractors.english.tokens import Words
from stocktake.lexicon.grammar import Grammar
from stocktake.model import ActorRole

__all__ = ["UNKNOWN", "Subject", "Voices", "company_at", "subject_at"]

_SEVERAL = 2
_NAME_REACH = 8


def subject_at(words: Words, index: int, voices: Voices, grammar: Grammar) -> Subject | None:
    """The subject that begins at *index*, with its company."""
    found = pronoun(words, index, voices, grammar) or _named(words, index, voices, grammar)
    if found is None:
        found = body(words, index, voices, grammar)
    if found is None:
        found = own_noun(words, index, voices, grammar) or _person(words, index, grammar)
    return _with_company(words, found, grammar) if found else None


def company_at(
    words: Words, index: int, grammar: Grammar
) -> tuple[tuple[Party, ...], Listed] | None:
    """ "with X and Y" or "opposed by Z" at *index*: the parties in their role, and the list."""
    role = grammar.roles.at(words.lower, index)
    if role is None:
        return None
    length, value = role
    for_group = value is ActorRole.ON_BEHALF
    found = listed(words, index + length, grammar, commas=not for_group)
    if found is None or (for_group and not found.parties):
        return None
    if value is ActorRole.SPEAKER:
        return found.parties, found
    return tuple(replace(party, role=value) for party in found.parties), found


def _named(words: Words, index: int, voices: Voices, grammar: Grammar) -> Subject | None:
    found = listed(words, index, grammar)
    if found is None:
        return None
    own = bool(found.parties) and all(p.id in voices.author_ids for p in found.parties)
    return Subject(found.parties, index, found.behind, found.plural, own)


def _person(words: Words, index: int, grammar: Grammar) -> Subject | None:
    """Somebody who is not known by name: an actor only if an office stands before the name."""
    behind = index
    while behind < min(len(words), index + _NAME_REACH) and _is_name(words, behind):
        behind += 1
    if behind - index < _SEVERAL:
        return None
    name = words.quote(index, behind)
    office = words.at(index)
    parties = _sent_by(words, behind, grammar)
    if office in grammar.words["offices"]:
        parties = (Party(f"office:{office}", name.text, name),)
    return Subject(parties, index, behind_bracket(words, behind), plural=False)


def _sent_by(words: Words, index: int, grammar: Grammar) -> tuple[Party, ...]:
    """The actor alone in the bracket behind a person's name: "Anna Sapt (Ruritania)"."""
    closed = behind_bracket(words, index) - 1
    found = listed(words, index + 1, grammar) if closed > index else None
    return found.parties if found and found.behind == closed else ()


def _is_name(words: Words, index: int) -> bool:
    initial = words.at(index) == "." and len(words.at(index - 1)) <= _SEVERAL
    return initial or (words.is_capital(index) and index not in words.mentions)


def _with_company(words: Words, subject: Subject, grammar: Grammar) -> Subject:
    """Take in ", for the Y Group, supported by Z and opposed by W," behind the subject."""
    while step := _joining(words, subject, grammar):
        parties = (*subject.parties, *step[0])
        subject = replace(subject, parties=parties, behind=step[1], plural=True)
    return subject


def _joining(
    words: Words, subject: Subject, grammar: Grammar
) -> tuple[tuple[Party, ...], int] | None:
    company = _company_behind(words, subject.behind, grammar)
    return company or _another(words, subject, grammar)


def _company_behind(
    words: Words, index: int, grammar: Grammar
) -> tuple[tuple[Party, ...], int] | None:
    start = index + (words.at(index) == ",")
    start += words.at(start) in {"and", "but"}
    found = company_at(words, start, grammar)
    if found is None:
        return None
    return found[0], found[1].behind


def _another(
    words: Words, subject: Subject, grammar: Grammar
) -> tuple[tuple[Party, ...], int] | None:
    """A further speaker behind another's company: "X, for the Y Group, and Z, for …"."""
    for_group = subject.parties and subject.parties[-1].role is ActorRole.ON_BEHALF
    if not for_group or words.at(subject.behind) != ",":
        return None
    start = subject.behind + 1
    start += words.at(start) == "and"
    found = listed(words, start, grammar)
    return (found.parties, found.behind) if found else None
