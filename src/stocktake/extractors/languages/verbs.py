"""What is done: a cue verb with its auxiliaries, negation, pronouns and adverbs."""

from __future__ import annotations

from dataclasses import dataclass, replace

from stocktake.extractors.english.tokens import Words
from stocktake.lexicon.conjugation import Kind
from stocktake.lexicon.cues import Meaning, Verb
from stocktake.lexicon.languages import Language

_VIEW = 10
_REACH = 14
FINITE = frozenset([Kind.FINITE, Kind.OBJECT])
OWN = FINITE | {Kind.FIRST}
_INFINITIVE = frozenset([Kind.INFINITIVE])


@dataclass(frozen=True, slots=True)
class Done:
    """The cue *verb* at ``[cue, behind)`` in a group of words that begins at *first*.

    *whole*: the verb carries its object, so that no content follows it. *state* is the meaning of
    an adjective behind "to be".
    """

    first: int
    cue: int
    behind: int
    verb: Verb | None
    kind: Kind
    negated: bool
    whole: bool = False
    state: Meaning | None = None


@dataclass(frozen=True, slots=True)
class Told:
    """What a verb says of the content that begins at *content*."""

    meaning: Meaning
    content: int


@dataclass(frozen=True, slots=True)
class _Expected:
    """What may come next in a verb group."""

    kinds: frozenset[Kind]
    negated: bool = False
    reflexive: bool = False
    object: bool = False
    after_be: bool = False


def verb_at(words: Words, index: int, language: Language, kinds: frozenset[Kind]) -> Done | None:
    """The verb group that begins at *index*, if its cue has a form of one of *kinds*."""
    first, expected = index, _Expected(kinds)
    for _ in range(_REACH):
        if index >= len(words) or index in words.mentions:
            return None
        done = _softened(words, first, index, expected, language) or _cue(
            words, first, index, expected, language
        )
        if done:
            return done
        step = _onward(words, index, expected, language)
        if step is None:
            return None
        index, expected = step
    return None


def told(words: Words, done: Done, content: int, language: Language) -> Told | None:
    """What is done to the content at *content*; None if the verb is no cue before it."""
    while words.at(content) in language.words["after_verb"]:
        content += 1
    if done.verb is None:
        return Told(done.state, content) if done.state else None
    following = words.lower[content : content + _VIEW]
    meaning = language.meaning(done.verb, following)
    if meaning is None:
        return None
    return Told(meaning, content + int(done.verb.drops_that and _is_that(following, language)))


def is_adverb(word: str, language: Language) -> bool:
    """Whether *word* may stand between an actor and its verb."""
    return word in language.words["adverbs"] or (
        word.endswith(language.endings["adverbs"]) and word not in language.words["not_adverbs"]
    )


def _is_that(following: tuple[str, ...], language: Language) -> bool:
    return following[:1] != () and following[0] in language.words["that"]


def _cue(
    words: Words, first: int, index: int, expected: _Expected, language: Language
) -> Done | None:
    if expected.after_be:
        state = language.states.at(words.lower, index)
        if state:
            behind = index + max(1, state[0] - 1)
            return Done(first, index, behind, None, Kind.FINITE, expected.negated, state=state[1])
    found = language.forms.get(words.lower[index])
    if found is None:
        return None
    verb, kinds = found
    fitting = kinds & expected.kinds
    if not fitting:
        return None
    whole = expected.object or fitting == {Kind.OBJECT}
    return Done(first, index, index + 1, verb, min(fitting), expected.negated, whole)


def _softened(
    words: Words, first: int, index: int, expected: _Expected, language: Language
) -> Done | None:
    """ "souhaite souligner": the cue behind the verb that leads to it."""
    lead = language.phrases["soft"].at(words.lower, index)
    if lead is None:
        return None
    index, expected = index + lead[0], replace(expected, kinds=_INFINITIVE)
    while index < len(words) and index not in words.mentions:
        done = _cue(words, first, index, expected, language)
        step = None if done else _onward(words, index, expected, language)
        if step is None:
            return done
        index, expected = step
    return None


def _onward(
    words: Words, index: int, expected: _Expected, language: Language
) -> tuple[int, _Expected] | None:
    """Behind an auxiliary, a negation, a pronoun or an adverb, and what is expected there."""
    kinds, word = language.words, words.lower[index]
    if word in kinds["negations"]:
        return index + 1, replace(expected, negated=True)
    if word in kinds["reflexives"]:
        return index + 1, replace(expected, reflexive=True)
    if word in kinds["object_clitics"]:
        return index + 1, replace(expected, object=True)
    if word in kinds["have"]:
        return index + 1, replace(expected, kinds=frozenset([Kind.PARTICIPLE]))
    if word in kinds["be"]:
        active = frozenset([Kind.PARTICIPLE] if expected.reflexive else [])
        return index + 1, replace(expected, kinds=active, after_be=True)
    adverbial = language.phrases["adverbials"].at(words.lower, index)
    if adverbial:
        return index + adverbial[0], expected
    free = word in kinds["clitics"] or is_adverb(word, language)
    return (index + 1, expected) if free else None
