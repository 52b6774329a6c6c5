"""Who is with or against a speaker: "soutenu par X", "在X的支持下", "ce à quoi X s'est opposé"."""

from __future__ import annotations

from dataclasses import replace

from stocktake.extractors.english.parties import Listed, Party
from stocktake.extractors.english.tokens import Words
from stocktake.extractors.languages.actors import listed
from stocktake.extractors.languages.verbs import FINITE, is_adverb, told, verb_at
from stocktake.lexicon.languages import Language
from stocktake.model import ActorRole, Stance

Company = tuple[tuple[Party, ...], Listed]
_SIDES = {Stance.SUPPORTS: ActorRole.SUPPORTER, Stance.OPPOSES: ActorRole.OPPONENT}
_OTHER = {
    ActorRole.SUPPORTER: ActorRole.OPPONENT,
    ActorRole.OPPONENT: ActorRole.SUPPORTER,
}


def company_at(words: Words, index: int, language: Language) -> Company | None:
    """ "with X and Y" or "opposed by Z" at *index*: the parties in their role, and the list."""
    return (
        _led(words, index, language)
        or _framed(words, index, language)
        or _relative(words, index, language)
    )


def _led(words: Words, index: int, language: Language) -> Company | None:
    """A role told by the words before the list."""
    index = _past_speaking(words, index, language)
    role = language.roles.at(words.lower, index)
    found = listed(words, index + role[0], language) if role else None
    if role is None or found is None:
        return None
    if role[1] is ActorRole.ON_BEHALF and not found.parties:
        return None
    return _in_role(found.parties, role[1]), found


def _past_speaking(words: Words, index: int, language: Language) -> int:
    """ "s'exprimant également au nom de": behind the words that only lead to the role."""
    lead = language.phrases["speaking"].at(words.lower, index)
    start = index + (lead[0] if lead else 0)
    while is_adverb(words.at(start), language):
        start += 1
    role = language.roles.at(words.lower, start)
    return start if role and role[1] is ActorRole.ON_BEHALF else index


def _framed(words: Words, index: int, language: Language) -> Company | None:
    """A role told by words before and behind the list: "在X的支持下"."""
    frame = language.around.at(words.lower, index)
    found = listed(words, index + frame[0], language) if frame else None
    if frame is None or found is None:
        return None
    role = frame[1].at(words.lower, found.behind)
    if role is None:
        return None
    return _in_role(found.parties, role[1]), replace(found, behind=found.behind + role[0])


def _in_role(parties: tuple[Party, ...], role: ActorRole) -> tuple[Party, ...]:
    return tuple(replace(party, role=role) for party in parties)


def _role(stance: Stance, negated: bool) -> ActorRole | None:
    role = _SIDES.get(stance)
    return _OTHER[role] if role and negated else role


def _relative(words: Words, index: int, language: Language) -> Company | None:
    """A clause of its own that takes a side: "auquel s'est opposé X", "a lo que X se opuso"."""
    lead = language.phrases["relatives"].at(words.lower, index)
    if lead is None:
        return None
    start = index + lead[0]
    found = listed(words, start, language)
    done = verb_at(words, found.behind if found else start, language, FINITE)
    if done is None:
        return None
    behind = done.behind
    while words.at(behind) in language.words["anaphors"]:
        behind += 1
    several = found or listed(words, behind, language)
    what = told(words, done, done.behind, language) or told(words, done, index, language)
    role = _role(what.meaning.stance, done.negated) if what else None
    if several is None or role is None:
        return None
    return _in_role(several.parties, role), replace(
        several, behind=max(several.behind, done.behind)
    )
