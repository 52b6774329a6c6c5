"""What is done: a cue verb with its auxiliaries, negation, pronouns and adverbs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from stocktake.extractors.english.tokens import Words
from stocktake.lexicon.conjugation import Kind
from stocktake.lexicon.cues import Meaning, Verb
from stocktake.lexicon.languages import Language
from stocktake.model import Act, Stance

_VIEW = 10
_REACH = 14
_OBJECT_REACH = 40
_FRAME_REACH = 20
FINITE = frozenset([Kind.FINITE, Kind.OBJECT])
OWN = FINITE | {Kind.FIRST}
_LED = OWN | {Kind.PARTICIPLE}
_INFINITIVE = frozenset([Kind.INFINITIVE])
_DEED = Meaning(Act.COMMITS, Stance.SUPPORTS)
_STATED = frozenset([Kind.FINITE, Kind.PARTICIPLE, Kind.STATE])


@dataclass(frozen=True, slots=True)
class Done:
    """The cue *verb* at ``[cue, behind)`` in a group of words that begins at *first*.

    *whole*: the verb carries its object, so that no content follows it. *state* is the meaning of
    an adjective behind "to be", *manner* that of words such as "с сожалением". *start* is where
    the content begins if that is before the cue.
    """

    first: int
    cue: int
    behind: int
    verb: Verb | None
    kind: Kind
    negated: bool
    whole: bool = False
    state: Meaning | None = None
    manner: Meaning | None = None
    start: int | None = None


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
    manner: Meaning | None = None


def verb_at(words: Words, index: int, language: Language, kinds: frozenset[Kind]) -> Done | None:
    """The verb group that begins at *index*, if its cue has a form of one of *kinds*."""
    first = index
    expected = _Expected(kinds, after_be=language.flags["bare_states"])
    for _ in range(_REACH):
        if index >= len(words) or index in words.mentions:
            return None
        framed = _behind_frame(words, index, language)
        for rule in () if framed else (_softened, _cue, _deed):
            done = rule(words, first, index, expected, language)
            if done:
                return done
        step = _onward(words, index, expected, language)
        if step is None:
            return None
        index, expected = step
    return None


def coverb(words: Words, index: int, language: Language) -> Done | None:
    """ "对A表示关切": the object stands before the cue, and all from 对 on is the content."""
    first = index
    while index < len(words) and is_adverb(words.lower[index], language):
        index += 1
    if words.at(index) not in language.words["coverbs"]:
        return None
    cues = tuple(_cues_behind(words, index + 2, language))
    bearers = (each for each in cues if each[1].bearer)
    found = next(bearers, cues[-1] if cues else None)
    if found is None:
        return None
    cue, verb = found
    negated = words.at(cue - 1) in language.words["negations"]
    return Done(first, cue, cue + 1, verb, Kind.FINITE, negated, start=index)


def _cues_behind(words: Words, start: int, language: Language) -> Iterator[tuple[int, Verb]]:
    """The cues from *start* to the end of the clause, but for those that describe a noun."""
    for index in range(start, min(len(words), start + _OBJECT_REACH)):
        word = words.lower[index]
        if word in language.words["commas"] or word in language.words["joints"]:
            return
        found = language.forms.get(word)
        if found is None or _is_relative(words, index + 1, language):
            continue
        if language.meaning(found[0], words.lower[index + 1 : index + _VIEW]):
            yield index, found[0]


def told(words: Words, done: Done, content: int, language: Language) -> Told | None:
    """What is done to the content at *content*; None if the verb is no cue before it."""
    while words.at(content) in language.words["after_verb"]:
        content += 1
    if _is_relative(words, content, language):
        return None
    if done.verb is None:
        return Told(done.state, content) if done.state else None
    following = words.lower[content : content + _VIEW]
    meaning = language.meaning(done.verb, following)
    if meaning is done.verb.plain:
        meaning = _past_adverbs(words, done.verb, content, language) or meaning
    if meaning is None:
        return None
    if done.manner and meaning.act is Act.REPORTS:
        meaning = done.manner
    return Told(meaning, content + int(done.verb.drops_that and _is_that(following, language)))


def _past_adverbs(words: Words, verb: Verb, index: int, language: Language) -> Meaning | None:
    """What *verb* means by the words behind adverbs: "s'est prononcé résolument pour"."""
    start = index
    while index < len(words) and is_adverb(words.lower[index], language):
        index += 1
    return language.meaning(verb, words.lower[index : index + _VIEW]) if index > start else None


def _is_relative(words: Words, index: int, language: Language) -> bool:
    """Whether the verb before *index* only describes a noun: "X提出的建议"."""
    return not language.flags["spaced"] and words.at(index) in language.words["of"]


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
    if expected.after_be and not expected.kinds.isdisjoint(_STATED):
        state = language.states.at(words.lower, index)
        if state:
            bare = language.phrases["bare_states"].at(words.lower, index)
            behind = index + (bare[0] if bare else max(1, state[0] - 1))
            return Done(first, index, behind, None, Kind.FINITE, expected.negated, state=state[1])
    found = language.forms.get(words.lower[index])
    if found is None:
        return None
    verb, kinds = found
    fitting = kinds & expected.kinds
    if not fitting or _is_auxiliary(words, index, verb, language):
        return None
    whole = expected.object or fitting == {Kind.OBJECT}
    kind = min(fitting)
    return Done(
        first, index, index + 1, verb, kind, expected.negated, whole, manner=expected.manner
    )


def _is_auxiliary(words: Words, index: int, verb: Verb, language: Language) -> bool:
    """Whether "a" only helps another verb: "a demandé", but not "a des réserves"."""
    if words.lower[index] not in language.words["have"]:
        return False
    behind = index + 1
    while words.at(behind) in language.words["after_verb"]:
        behind += 1
    return language.meaning(verb, words.lower[behind : behind + _VIEW]) is None


def _deed(
    words: Words, first: int, index: int, expected: _Expected, language: Language
) -> Done | None:
    """ "nous publierons": what the author will do, by any verb."""
    word = words.lower[index]
    going = language.phrases["going"].at(words.lower, index)
    if Kind.FIRST not in expected.kinds or word in language.words["not_deeds"]:
        return None
    if going and words.at(index + going[0]).endswith(language.endings["imperatives"]):
        cue = index + going[0]
        return Done(first, cue, cue + 1, None, Kind.FINITE, expected.negated, state=_DEED)
    endings = language.endings["deeds"]
    if Kind.FINITE in expected.kinds:
        endings += language.endings["deeds_of_others"]
    if not word.endswith(endings) or word in language.forms:
        return None
    return Done(first, index, index + 1, None, Kind.FINITE, expected.negated, state=_DEED)


def _softened(
    words: Words, first: int, index: int, expected: _Expected, language: Language
) -> Done | None:
    """ "souhaite souligner": the cue behind the verb that leads to it."""
    lead = language.phrases["own_soft"].at(words.lower, index)
    if lead is None and not expected.kinds.isdisjoint(_LED - {Kind.FIRST}):
        lead = language.phrases["soft"].at(words.lower, index)
    if lead is None or expected.kinds.isdisjoint(_LED):
        return None
    index, expected = index + lead[0], replace(expected, kinds=_INFINITIVE)
    while index < len(words) and index not in words.mentions:
        if words.at(index) in language.words["nouns_too"]:
            return None
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
    changed = _after_word(words.lower[index], expected, language)
    if changed:
        return index + 1, changed
    manner = language.manners.at(words.lower, index)
    if manner:
        return index + manner[0], replace(expected, manner=manner[1])
    adverbial = language.phrases["adverbials"].at(words.lower, index)
    behind = index + adverbial[0] if adverbial else _behind_frame(words, index, language)
    return (behind, expected) if behind else None


def _behind_frame(words: Words, index: int, language: Language) -> int | None:
    """Behind "在…时" between the subject and its verb."""
    if words.at(index) not in language.words["frames"]:
        return None
    for behind in range(index + 2, min(len(words), index + _FRAME_REACH)):
        if words.at(behind) in language.words["commas"]:
            return None
        if words.at(behind) in language.words["frame_ends"]:
            return behind + 1
    return None


def _after_word(word: str, expected: _Expected, language: Language) -> _Expected | None:
    """What is expected behind *word*; None if it has no place in a verb group."""
    kinds = language.words
    if word in kinds["negations"]:
        return replace(expected, negated=True)
    if word in kinds["reflexives"]:
        return replace(expected, reflexive=True)
    if word in kinds["object_clitics"]:
        return replace(expected, object=True)
    if word in kinds["have"] or word in kinds["be"]:
        return _after_auxiliary(word, expected, language)
    free = word in kinds["clitics"] or is_adverb(word, language)
    return expected if free else None


def _after_auxiliary(word: str, expected: _Expected, language: Language) -> _Expected | None:
    own = Kind.FIRST in expected.kinds and word in language.words["own_auxiliaries"]
    if Kind.FINITE not in expected.kinds and not own:
        return None
    if word in language.words["have"]:
        return replace(expected, kinds=frozenset([Kind.PARTICIPLE]))
    active = frozenset([Kind.PARTICIPLE if expected.reflexive else Kind.STATE])
    return replace(expected, kinds=active, after_be=True)
