"""Statements in nouns: "la proposition du Japon de …", "日本关于…的提案"."""

from __future__ import annotations

from collections.abc import Iterator

from stocktake.extractors.english.parties import Listed, Party
from stocktake.extractors.english.tokens import Words
from stocktake.extractors.languages.actors import listed
from stocktake.extractors.languages.contents import Proposition
from stocktake.extractors.languages.predicates import Predicate, Scene
from stocktake.lexicon.languages import Language

_REACH = 40
_ENUMERATES = frozenset(["、"])
_LED_NOUN = 4
_ENDS = frozenset([",", ";", ":", ".", "?", "!", "،", "؛", "，", "；", "。"])


def nominals(
    scene: Scene, borders: tuple[int, ...], taken: frozenset[int] = frozenset()
) -> Iterator[Proposition]:
    """Propositions in nouns; their content goes no further than the next of *borders*.

    *taken* are places of words that are read as verbs.
    """
    words, language = scene.words, scene.language
    if language.nominal.keys().isdisjoint(words.lower):
        return
    for noun, word in enumerate(words.lower):
        if word in language.nominal and noun not in taken:
            found = _behind(scene, noun, borders) or _around(scene, noun)
            if found and taken.isdisjoint((found.first, found.first + 1)):
                yield found


def _behind(scene: Scene, noun: int, borders: tuple[int, ...]) -> Proposition | None:
    """The actor behind the noun, and the content behind the actor."""
    words, language = scene.words, scene.language
    start = behind_from(words, noun + 1, language)
    actors = listed(words, start, language)
    if actors is None or not actors.parties or not _goes_on(scene, actors):
        return None
    behind = _end(scene, actors.behind, borders)
    if behind <= actors.behind:
        return None
    found = Predicate(
        noun,
        actors.parties,
        noun,
        noun + 1,
        actors.behind,
        language.nominal[words.at(noun)],
        negated=False,
        rule="noun",
    )
    return Proposition(found, actors.behind, behind)


def behind_from(words: Words, index: int, language: Language) -> int:
    """Behind the words between a noun and its actor: "(écrite) présentée par"."""
    if index in words.mentions:
        return index
    start = index + (words.at(index) not in language.words["from"])
    while words.at(start) in language.words["from"]:
        start += 1
    return start if words.at(start - 1) in language.words["from"] else index


def _around(scene: Scene, noun: int) -> Proposition | None:
    """The actor and the content before the noun: "X关于…的提案"."""
    words, language = scene.words, scene.language
    if not language.words["about"] or words.at(noun - 1) not in language.words["of"]:
        return None
    for first in range(noun - 2, max(0, noun - _REACH), -1):
        made = words.at(first) in language.words["made"]
        behind = _behind_actor(scene, first)
        if (made or words.at(first) in language.words["about"]) and behind - 1 in words.mentions:
            content = first + made + (made and words.at(first + 1) in language.words["of"])
            if content >= noun - 1 or words.at(content) in language.words["commas"] | _ENUMERATES:
                return None
            parties = _ending(scene, behind)
            meaning = language.nominal[words.at(noun)]
            found = Predicate(content, parties, noun, noun + 1, content, meaning, False, "noun")
            return Proposition(found, content, noun - 1)
    return None


def _behind_actor(scene: Scene, index: int) -> int:
    """Back over "提出的" before the word at *index*."""
    words, language = scene.words, scene.language
    if (
        words.at(index - 1) in language.words["of"]
        and words.at(index - 2) in language.words["made"]
    ):
        return index - 2
    return index


def _ending(scene: Scene, behind: int) -> tuple[Party, ...]:
    """The longest list of actors that ends right before *behind*."""
    parties: tuple[Party, ...] = ()
    for index in range(behind - 1, max(-1, behind - _REACH), -1):
        found = (
            listed(scene.words, index, scene.language) if index in scene.words.mentions else None
        )
        if found is None or found.behind != behind:
            continue
        parties = found.parties
    return parties


def _goes_on(scene: Scene, actors: Listed) -> bool:
    word, language = scene.words.at(actors.behind), scene.language
    attached = word[:1] in language.words["attached_to_nouns"] and len(word) >= _LED_NOUN
    return attached or (
        word in language.words["goes_on"]
        or (language.flags["verb_first"] and word in language.words["imperatives"])
        or word.endswith(language.endings["goes_on"])
    )


def _end(scene: Scene, start: int, borders: tuple[int, ...]) -> int:
    words, contrasts = scene.words, scene.language.words["contrasts"]
    limit = next((border for border in borders if border > start), len(words))
    ends = (i for i in range(start, limit) if words.at(i) in _ENDS or words.at(i) in contrasts)
    return _before_verb(scene, start, next(ends, limit))


def _before_verb(scene: Scene, start: int, behind: int) -> int:
    """Before the verb of the clause that the noun is subject of: "… a été levée"."""
    words, language = scene.words, scene.language
    opening = language.words["subordinators"] | language.words["that"]
    for index in range(start, behind):
        word = words.at(index)
        if word in opening or not language.words["agents"]:
            return behind
        if word in language.words["negations"] and not _is_infinitive(scene, index + 1):
            return index if index > start else behind
        if word in language.words["be"] or word in language.words["have"]:
            return index if index > start else behind
    return behind


def _is_infinitive(scene: Scene, index: int) -> bool:
    """Whether a negated infinitive follows: "de ne pas publier"."""
    words, language = scene.words, scene.language
    index += words.at(index) in language.words["after_verb"]
    return words.at(index).endswith(language.endings["imperatives"])
