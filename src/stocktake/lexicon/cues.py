"""English cue words: which verb or noun says that an actor does what, from ``data/en/cues.toml``.

A user's ``en/cues.toml`` in the workspace's lexicon folder is read over the package's: a verb or
noun of the same name is replaced, all else is added.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from stocktake.errors import SettingsError
from stocktake.lexicon.inflection import Form, forms_of
from stocktake.lexicon.phrases import Phrases
from stocktake.lexicon.sections import sections
from stocktake.model import Act, Stance, Strength

NOUN_REACH = 5
_ANYTHING = ("*",)
_NOUN_STOPS = frozenset([",", ";", ":", ".", "(", ")", "and", "but", "that", "to", "of", "for"])


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a cue says. *first_person* False: said of oneself, it makes no statement."""

    act: Act
    stance: Stance
    strength: Strength | None = None
    first_person: bool = True


@dataclass(frozen=True, slots=True)
class Verb:
    """A cue verb: its meaning with nothing particular after it (None: then it is no cue), and
    its meanings by the words directly after it, longest first."""

    lemma: str
    plain: Meaning | None
    after: tuple[tuple[tuple[str, ...], Meaning], ...] = ()
    bearer: bool = False
    drops_that: bool = False


@dataclass(frozen=True, slots=True)
class Hints:
    """Words without which no cue can stand in a sentence: it needs one of *alone*, or one of the
    keys of *beside* with one of its words, or all words of one of *phrases*."""

    alone: frozenset[str]
    beside: Mapping[str, frozenset[str]]
    phrases: tuple[frozenset[str], ...]

    def found_in(self, words: frozenset[str]) -> bool:
        """Whether a sentence of these words may hold a cue."""
        return (
            not self.alone.isdisjoint(words)
            or any(not self.beside[word].isdisjoint(words) for word in words & self.beside.keys())
            or any(phrase <= words for phrase in self.phrases)
        )


@dataclass(frozen=True, slots=True)
class Cues:
    """All cue words of a language. *forms* maps a word form to its verbs with the kinds of form;
    *states* are what may follow "to be"; *judgements* what is said of a thing,
    *framed_judgements* only behind "we believe that"."""

    forms: Mapping[str, tuple[Verb, frozenset[Form]]]
    states: tuple[tuple[tuple[str, ...], Meaning], ...]
    nominal: Mapping[str, Meaning]
    borne: Mapping[str, Meaning]
    any_noun: Mapping[str, Meaning]
    judgements: Phrases[Meaning]
    framed_judgements: Phrases[Meaning]
    hints: Hints

    def meaning(self, verb: Verb, following: Sequence[str]) -> Meaning | None:
        """What *verb* says before the lower-case words *following*; None if it is no cue there."""
        told = next((m for phrase, m in verb.after if _starts(following, phrase)), None)
        if told:
            return told
        if verb.bearer and (noun := _noun(following, self.borne)):
            return noun
        if verb.plain and verb.plain.act is Act.REPORTS:
            return _noun(following, self.any_noun) or verb.plain
        return verb.plain

    def state(self, following: Sequence[str]) -> tuple[int, Meaning] | None:
        """The state that *following* begins with ("committed to"): its length and meaning."""
        return next(((len(p), m) for p, m in self.states if _starts(following, p)), None)


def _starts(words: Sequence[str], phrase: tuple[str, ...]) -> bool:
    return tuple(words[: len(phrase)]) == phrase


def _noun(words: Sequence[str], nouns: Mapping[str, Meaning]) -> Meaning | None:
    for word in words[:NOUN_REACH]:
        if word in nouns:
            return nouns[word]
        if word in _NOUN_STOPS:
            return None
    return None


def load_cues(folder: Path | None = None) -> Cues:
    """Read the cue words of the package, and those of *folder* over them.

    SettingsError names the file and the entry that cannot be followed.
    """
    tables = sections("en/cues.toml", folder)
    bearers = {verb for group in tables.get("bearer", ()) for verb in group["verbs"]}
    verbs = _verbs(tables, bearers)
    irregular = {lemma: tuple(forms) for lemma, forms in tables.get("irregular", {}).items()}
    nouns = tables.get("noun", {})
    forms = _forms(verbs, irregular)
    states = _phrases(tables.get("state", {}))
    nominal = _meanings(tables.get("nominal", {}))
    return Cues(
        forms=forms,
        states=states,
        nominal=nominal,
        borne=_meanings(nouns.get("bearer", {})),
        any_noun=_meanings(nouns.get("any", {})),
        judgements=Phrases(_meanings(tables.get("judgement", {}))),
        framed_judgements=Phrases(_meanings(tables.get("framed_judgement", {}))),
        hints=_hints(forms, states, nominal),
    )


def _hints(
    forms: Mapping[str, tuple[Verb, frozenset[Form]]],
    states: Sequence[tuple[tuple[str, ...], Meaning]],
    nominal: Mapping[str, Meaning],
) -> Hints:
    tells = {word for word, (verb, _) in forms.items() if verb.plain or verb.bearer}
    return Hints(
        alone=frozenset([*tells, *nominal]),
        beside={
            word: frozenset(phrase[0] for phrase, _ in verb.after)
            for word, (verb, _) in forms.items()
            if word not in tells
        },
        phrases=tuple(frozenset(phrase) for phrase, _ in states),
    )


def _verbs(tables: Mapping[str, Any], bearers: set[str]) -> list[Verb]:
    classes = {verb: group for group in tables.get("class", ()) for verb in group["verbs"]}
    special = tables.get("verb", {})
    lemmas = sorted({*classes, *special})
    return [_verb(lemma, classes.get(lemma), special.get(lemma, {}), bearers) for lemma in lemmas]


def _verb(
    lemma: str, group: Mapping[str, Any] | None, special: Mapping[str, Any], bearers: set[str]
) -> Verb:
    phrases = _phrases(special)
    anything = next((meaning for phrase, meaning in phrases if phrase == _ANYTHING), None)
    return Verb(
        lemma,
        anything or (_meaning(lemma, group) if group else None),
        tuple(pair for pair in phrases if pair[0] != _ANYTHING),
        lemma in bearers,
        bool(group and group.get("drops_that")),
    )


def _forms(
    verbs: list[Verb], irregular: Mapping[str, tuple[str, ...]]
) -> dict[str, tuple[Verb, frozenset[Form]]]:
    found: dict[str, tuple[Verb, set[Form]]] = {}
    for verb in verbs:
        for form, kind in forms_of(verb.lemma, irregular.get(verb.lemma, ())):
            found.setdefault(form, (verb, set()))[1].add(kind)
    return {form: (verb, frozenset(kinds)) for form, (verb, kinds) in found.items()}


def _phrases(table: Mapping[str, Any]) -> tuple[tuple[tuple[str, ...], Meaning], ...]:
    pairs = [(tuple(phrase.split()), _meaning(phrase, value)) for phrase, value in table.items()]
    return tuple(sorted(pairs, key=lambda pair: (-len(pair[0]), pair[0])))


def _meanings(table: Mapping[str, Any]) -> dict[str, Meaning]:
    return {word: _meaning(word, value) for word, value in table.items()}


def _meaning(name: str, value: Mapping[str, Any]) -> Meaning:
    try:
        strength = value.get("strength")
        return Meaning(
            Act(value["act"]),
            Stance(value["stance"]),
            Strength(strength) if strength else None,
            bool(value.get("first_person", True)),
        )
    except (KeyError, ValueError) as error:
        raise SettingsError(
            f"the cue {name!r} cannot be read: {error}.",
            remedy="Give act, stance and, if you like, strength, as the package's file explains.",
            place="en/cues.toml",
        ) from error
