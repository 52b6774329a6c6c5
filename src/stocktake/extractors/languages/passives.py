"""Rules for the passive: "A a été appuyé par Y", "A было поддержано Y", "A得到Y支持"."""

from __future__ import annotations

from dataclasses import replace

from stocktake.extractors.languages.actors import listed
from stocktake.extractors.languages.predicates import (
    Predicate,
    Reading,
    Scene,
    Step,
    with_predicate,
)
from stocktake.extractors.languages.speakers import Subject
from stocktake.extractors.languages.verbs import is_adverb
from stocktake.lexicon.conjugation import Kind
from stocktake.lexicon.cues import Meaning
from stocktake.model import Act

_REACH = 40
_PARTICIPLES = frozenset([Kind.PARTICIPLE, Kind.PASSIVE])
_SPOKEN = frozenset(
    [Act.SUPPORTS, Act.OPPOSES, Act.PROPOSES, Act.REQUESTS, Act.WELCOMES, Act.REGRETS]
)


def passive(scene: Scene, index: int, reading: Reading) -> Step | None:
    """A participle at *index* with "été" before and "par X" behind it."""
    words, language = scene.words, scene.language
    verb = language.forms.get(words.lower[index])
    if verb is None or verb[1].isdisjoint(_PARTICIPLES):
        return None
    meaning = language.meaning(verb[0], ())
    start = index + 1 + (words.at(index + 1) in language.words["agents"])
    if language.words["agents"] and start == index + 1:
        return None
    return _by(scene, index, (index, index + 1), meaning, start, reading)


def received(scene: Scene, index: int, reading: Reading) -> Step | None:
    """ "… получило поддержку X", "…得到X的支持": something receives a noun from somebody."""
    words, language = scene.words, scene.language
    if words.lower[index] not in language.words["receive"]:
        return None
    cue = index + 1
    while words.at(cue) in language.words["determiners"] | language.words["with"]:
        cue += 1
    if words.at(cue) in language.nominal:
        start = cue + 1 + (words.at(cue + 1) in language.words["from"])
        return _by(scene, index, (cue, cue + 1), language.nominal[words.at(cue)], start, reading)
    agents = listed(words, index + 1, language)
    cue = agents.behind if agents else index + 1
    cue += words.at(cue) in language.words["of"]
    meaning = language.nominal.get(words.at(cue))
    if agents is None or meaning is None:
        return None
    return _by(scene, index, (cue, cue + 1), meaning, index + 1, reading)


def received_first(scene: Scene, index: int, reading: Reading) -> Step | None:
    """ "حظيت A بتأييد X": the verb stands before what receives the noun."""
    words, language = scene.words, scene.language
    if not language.flags["verb_first"] or words.lower[index] not in language.words["receive"]:
        return None
    for cue in range(index + 2, min(len(words), index + _REACH)):
        if words.at(cue) in language.nominal and words.at(cue - 1) in language.words["with"]:
            start = cue + 1 + (words.at(cue + 1) in language.words["from"])
            agents = listed(words, start, language)
            if agents is None or not agents.parties:
                continue
            meaning = language.nominal[words.at(cue)]
            found = Predicate(
                index, agents.parties, cue, cue + 1, index + 1, meaning, False, "passive"
            )
            subject = Subject(agents.parties, start, agents.behind, agents.plural)
            found = replace(found, behind=cue - 1)
            return agents.behind, with_predicate(replace(reading, subject=subject), found)
    return None


def _by(
    scene: Scene,
    index: int,
    cue: tuple[int, int],
    meaning: Meaning | None,
    start: int,
    reading: Reading,
) -> Step | None:
    agents = listed(scene.words, start, scene.language)
    group = _group_start(scene, index)
    if agents is None or not agents.parties or group is None or meaning is None:
        return None
    first = _subject_start(scene, group[0], reading)
    if first is None or meaning.act not in _SPOKEN:
        return None
    found = Predicate(
        first, agents.parties, *cue, first, meaning, group[1], "passive", behind=group[0]
    )
    subject = Subject(agents.parties, start, agents.behind, agents.plural)
    behind = max(agents.behind, cue[1])
    return behind, with_predicate(replace(reading, subject=subject), found)


def _group_start(scene: Scene, index: int) -> tuple[int, bool] | None:
    """Where the auxiliaries before the participle begin, and whether they are negated."""
    words, kinds = scene.words, scene.language.words
    first = index
    seen = words.at(index) in kinds["receive"]
    negated = False
    while first:
        word = words.at(first - 1)
        if word in kinds["negations"]:
            negated = True
        elif word in kinds["be"]:
            seen = True
        elif word not in kinds["have"] | kinds["after_verb"] and not is_adverb(
            word, scene.language
        ):
            break
        first -= 1
    return (first, negated) if seen else None


def _subject_start(scene: Scene, group: int, reading: Reading) -> int | None:
    """Where the words before the passive begin, if they are a clause of their own."""
    words, breaks = scene.words, scene.language.words["openers"]
    if not reading.predicates:
        breaks = scene.language.words["commas"] | scene.language.words["contrasts"]
    first = group
    while first > reading.start and group - first < _REACH and words.at(first - 1) not in breaks:
        first -= 1
    fresh = first == reading.start or words.at(first - 1) in breaks
    relative = words.at(group - 1) in scene.language.words["subordinators"]
    return first if fresh and first < group and not relative else None
