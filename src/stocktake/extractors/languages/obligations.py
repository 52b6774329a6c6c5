"""What the author asks without a verb of asking: "Les États doivent …", "Необходимо …"."""

from __future__ import annotations

from dataclasses import dataclass

from stocktake.extractors.english.parties import Party
from stocktake.extractors.languages.contents import Proposition, trimmed
from stocktake.extractors.languages.details import DEONTIC, modal_at
from stocktake.extractors.languages.predicates import Predicate, Scene
from stocktake.extractors.languages.verbs import is_adverb
from stocktake.lexicon.cues import Meaning
from stocktake.model import Act, Stance, Strength

_REACH = 16
_OPENING_REACH = 24
_FEWEST = 3
_THAT_REACH = 8
_OPPOSED = Meaning(Act.OPPOSES, Stance.OPPOSES)
_QUESTIONS = frozenset("?？؟")


@dataclass(frozen=True, slots=True)
class _Obliged:
    """What the author asks by the words *cue*, from the word *content* on; without *strength*
    it is what the author opposes."""

    author: tuple[Party, ...]
    cue: tuple[int, int]
    content: int
    strength: Strength | None
    rule: str


def obligation(scene: Scene, start: int, author: tuple[Party, ...]) -> Proposition | None:
    """What the author asks in a sentence in which no actor does anything."""
    words = scene.words
    if words.at(len(words) - 1) in _QUESTIONS or len(words) - start < _FEWEST:
        return None
    first = _main_clause(scene, start)
    return (
        _impersonal(scene, first, author)
        or _unacceptable(scene, first, author)
        or _modal(scene, first, author)
    )


def _impersonal(scene: Scene, start: int, author: tuple[Party, ...]) -> Proposition | None:
    """ "Il est (donc) essentiel que …", "Es necesario …", "必须…"."""
    words, language = scene.words, scene.language
    index = start
    while index < len(words) and is_adverb(words.at(index), language):
        index += 1
    found = language.impersonal.at(words.lower, index)
    if found is None or _is_rhetoric(scene, index + found[0]):
        return None
    behind = index + found[0]
    if words.at(index) in language.words["needs_that"] and _lacks_that(scene, behind):
        return None
    cue = (behind - 1, behind)
    return _asked(scene, _Obliged(author, cue, behind, found[1], "impersonal"))


def _unacceptable(scene: Scene, start: int, author: tuple[Party, ...]) -> Proposition | None:
    """ "Il est inacceptable que …", "No es aceptable que …": the author opposes it."""
    found = scene.language.phrases["unacceptable"].at(scene.words.lower, start)
    if found is None:
        return None
    behind = start + found[0]
    obliged = _Obliged(author, (behind - 1, behind), behind, None, "impersonal")
    return _asked(scene, obliged)


def _lacks_that(scene: Scene, index: int) -> bool:
    """Whether no conjunction follows soon: على asks only in "على الدول أن …"."""
    near = scene.words.lower[index : index + _THAT_REACH]
    return scene.language.words["that"].isdisjoint(near)


def _modal(scene: Scene, first: int, author: tuple[Party, ...]) -> Proposition | None:
    """ "(À cet égard,) les États doivent …"."""
    words, language = scene.words, scene.language
    modal = modal_at(words, (first, len(words)), language)
    if modal is None or modal[2] not in DEONTIC or modal[0] - first > _REACH:
        return None
    index, length, strength = modal
    behind = index + length
    if not _names_somebody(scene, first, index) or _is_rhetoric(scene, behind):
        return None
    cue = _bare(scene, index, behind)
    return _asked(scene, _Obliged(author, cue, first, strength, "modal"))


def _bare(scene: Scene, first: int, behind: int) -> tuple[int, int]:
    """The cue of a modal of several words: "sont | invités | à"."""
    words, kinds = scene.words, scene.language.words
    while first < behind - 1 and words.at(first) in kinds["be"] | kinds["reflexives"]:
        first += 1
    while (
        behind - 1 > first and words.at(behind - 1) in (kinds["to"] | kinds["of"]) - kinds["that"]
    ):
        behind -= 1
    return first, behind


def _names_somebody(scene: Scene, first: int, modal: int) -> bool:
    """Whether the words at the modal, before it or (where verbs come first) behind it, are a
    subject that is somebody or something."""
    subject = scene.words.lower[first:modal]
    if scene.language.words["negations"].issuperset(subject):
        flags = scene.language.flags
        return flags["verb_first"] or flags["drops_subject"] or flags["bare_states"]
    return scene.language.words["not_in_subjects"].isdisjoint(subject)


def _main_clause(scene: Scene, start: int) -> int:
    """Behind short adverbials and their commas: "Toutefois, à cet égard, …"."""
    words, language = scene.words, scene.language
    while words.at(start) in language.words["links"]:
        start += 1
    first = start
    for index in range(start, min(len(words) - 1, start + _OPENING_REACH)):
        if words.at(first) not in language.words["introductions"] and not is_adverb(
            words.at(first), language
        ):
            return first
        if words.at(index) in language.words["commas"]:
            first = index + 1
    return first


def _is_rhetoric(scene: Scene, verb: int) -> bool:
    words, language = scene.words, scene.language
    while is_adverb(words.at(verb), language) or words.at(verb) in language.words["to"]:
        verb += 1
    return words.at(verb) in language.words["rhetoric"]


def _asked(scene: Scene, obliged: _Obliged) -> Proposition | None:
    first = obliged.content
    while scene.words.at(first) in scene.language.words["commas"] | {":", "："}:
        first += 1
    meaning = _OPPOSED
    if obliged.strength:
        meaning = Meaning(Act.REQUESTS, Stance.SUPPORTS, obliged.strength)
    predicate = Predicate(
        first,
        obliged.author,
        *obliged.cue,
        first,
        meaning,
        negated=False,
        rule=obliged.rule,
        own=True,
    )
    behind = trimmed(scene, first, len(scene.words))
    return Proposition(predicate, first, behind) if behind > first else None
