"""Statements in nouns: "la proposition du Japon de …", "日本关于…的提案"."""

from __future__ import annotations

from collections.abc import Iterator

from stocktake.extractors.english.parties import Listed
from stocktake.extractors.languages.actors import listed
from stocktake.extractors.languages.contents import Proposition
from stocktake.extractors.languages.predicates import Predicate, Scene

_ENDS = frozenset([",", ";", ":", ".", "?", "!", "،", "؛", "，", "；", "。"])


def nominals(scene: Scene, borders: tuple[int, ...]) -> Iterator[Proposition]:
    """Propositions in nouns; their content goes no further than the next of *borders*."""
    words, language = scene.words, scene.language
    if language.nominal.keys().isdisjoint(words.lower):
        return
    for noun, word in enumerate(words.lower):
        if word in language.nominal:
            found = _behind(scene, noun, borders)
            if found:
                yield found


def _behind(scene: Scene, noun: int, borders: tuple[int, ...]) -> Proposition | None:
    """The actor behind the noun, and the content behind the actor."""
    words, language = scene.words, scene.language
    start = noun + 1 + (words.at(noun + 1) in language.words["from"])
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


def _goes_on(scene: Scene, actors: Listed) -> bool:
    word = scene.words.at(actors.behind)
    return word in scene.language.words["goes_on"] or word.endswith(
        scene.language.endings["goes_on"]
    )


def _end(scene: Scene, start: int, borders: tuple[int, ...]) -> int:
    words, contrasts = scene.words, scene.language.words["contrasts"]
    limit = next((border for border in borders if border > start), len(words))
    ends = (i for i in range(start, limit) if words.at(i) in _ENDS or words.at(i) in contrasts)
    return next(ends, limit)
