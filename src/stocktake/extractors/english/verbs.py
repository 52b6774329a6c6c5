"""What is done: a cue verb with its auxiliaries, negation and adverbs, active or passive."""

from __future__ import annotations

from dataclasses import dataclass, replace

from stocktake.extractors.english.tokens import Words
from stocktake.lexicon.cues import Meaning, Verb
from stocktake.lexicon.grammar import English, Grammar
from stocktake.lexicon.inflection import Form

_VIEW = 8
_REACH = 12
_QUOTES = frozenset(['"', "“", "”", "‘", "’", "``", "''"])
_FINITE = frozenset([Form.PAST, Form.PRESENT])
_FIRST_PERSON = frozenset([Form.PAST, Form.BARE])


@dataclass(frozen=True, slots=True)
class Done:
    """A cue at ``[cue, behind)``; the content begins at *content*. *form* is None for states."""

    cue: int
    behind: int
    content: int
    meaning: Meaning
    negated: bool
    form: Form | None


@dataclass(frozen=True, slots=True)
class _Expected:
    """What may come next in a verb group."""

    forms: frozenset[Form]
    negated: bool = False
    after_be: bool = False
    after_have: bool = False


def verb_at(words: Words, index: int, english: English, *, bare: bool) -> Done | None:
    """The finite verb group that begins at *index*; *bare*: the subject takes "call", "urge"."""
    return _group_at(words, index, english, _FINITE | {Form.BARE} if bare else _FINITE)


def first_person_verb_at(words: Words, index: int, english: English) -> Done | None:
    """The verb group behind "we" or "I"."""
    return _group_at(words, index, english, _FIRST_PERSON)


def _group_at(words: Words, index: int, english: English, forms: frozenset[Form]) -> Done | None:
    expected = _Expected(forms)
    for _ in range(_REACH):
        if index >= len(words):
            return None
        done = _softened(words, index, expected, english) or _cue(words, index, expected, english)
        if done:
            return done
        step = _onward(words, index, expected, english.grammar)
        if step is None:
            return None
        index, expected = step
    return None


def form_at(words: Words, index: int, form: Form, english: English) -> Done | None:
    """The cue at *index* if it stands in that form: a participle with nothing before it."""
    return _cue(words, index, _Expected(frozenset([form])), english)


def is_adverb(word: str, grammar: Grammar) -> bool:
    """Whether *word* may stand between an actor and its verb."""
    if word.endswith("ly"):
        return word not in grammar.words["not_adverbs"]
    return word in grammar.words["adverbs"]


def _cue(words: Words, index: int, expected: _Expected, english: English) -> Done | None:
    if expected.after_be and (state := _state(words, index, expected, english)):
        return state
    found = english.cues.forms.get(words.at(index))
    if found is None:
        return None
    verb, kinds = found
    fitting = kinds & expected.forms
    following = _following(words, index)
    if not fitting or _is_passive(following, kinds, expected):
        return None
    meaning = english.cues.meaning(verb, _past_adverb(following, english.grammar))
    if meaning is None:
        return None
    content = index + 1 + _dropped(verb, following)
    return Done(index, index + 1, content, meaning, expected.negated, min(fitting))


def _softened(words: Words, index: int, expected: _Expected, english: English) -> Done | None:
    """ "would like to stress": the cue behind the courtesy."""
    soft = english.grammar.soft.at(words.lower, index)
    if soft is None or _is_state(words, index, english):
        return None
    behind = index + soft[0]
    while is_adverb(words.at(behind), english.grammar):
        behind += 1
    return _cue(words, behind, replace(expected, forms=frozenset([Form.BARE])), english)


def _is_state(words: Words, index: int, english: English) -> bool:
    """ "(are) pleased to see that" is a state, "pleased to support" only softens."""
    starts = (index, index + 1)
    return any(english.cues.state(words.lower[start : start + _VIEW]) for start in starts)


def _is_passive(following: tuple[str, ...], kinds: frozenset[Form], expected: _Expected) -> bool:
    reduced = Form.PAST_PARTICIPLE in kinds and following[:1] == ("by",)
    return reduced and not expected.after_have


def _following(words: Words, index: int) -> tuple[str, ...]:
    view = words.lower[index + 1 : index + 1 + _VIEW]
    if _QUOTES.isdisjoint(view):
        return view
    return tuple(word for word in view if word not in _QUOTES)


def _past_adverb(following: tuple[str, ...], grammar: Grammar) -> tuple[str, ...]:
    """ "call especially for": what decides stands behind the adverb."""
    adverb = following[:1] and following[0].endswith("ly") and is_adverb(following[0], grammar)
    return following[1:] if adverb else following


def _dropped(verb: Verb, following: tuple[str, ...]) -> int:
    return int(verb.drops_that and following[:1] == ("that",))


def _state(words: Words, index: int, expected: _Expected, english: English) -> Done | None:
    found = english.cues.state(words.lower[index : index + _VIEW])
    if found is None:
        return None
    length, meaning = found
    behind = index + max(1, length - 1)
    return Done(index, behind, behind, meaning, expected.negated, None)


def _onward(
    words: Words, index: int, expected: _Expected, grammar: Grammar
) -> tuple[int, _Expected] | None:
    """Behind an auxiliary, a negation or an adverb, and what is expected there."""
    word = words.at(index)
    if word in grammar.words["negations"]:
        return index + 1, replace(expected, negated=True)
    if word in grammar.bare_auxiliaries:
        negated = expected.negated or word == "cannot"
        return index + 1, replace(expected, forms=frozenset([Form.BARE]), negated=negated)
    if word in grammar.past_auxiliaries:
        forms = frozenset([Form.PAST_PARTICIPLE])
        return index + 1, replace(expected, forms=forms, after_have=True)
    if word in grammar.be:
        return index + 1, replace(expected, forms=frozenset([Form.ING]), after_be=True)
    return (index + 1, expected) if is_adverb(word, grammar) else None
