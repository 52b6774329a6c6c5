"""Rules for a subject behind the content: "Se opuso a la propuesta X", "Ont appuyé A : X et Y"."""

from __future__ import annotations

from dataclasses import replace

from stocktake.extractors.languages.actors import listed
from stocktake.extractors.languages.clauses import may_begin
from stocktake.extractors.languages.predicates import (
    Reading,
    Scene,
    Step,
    predicate,
    speaking,
    with_predicate,
)
from stocktake.extractors.languages.speakers import Subject
from stocktake.extractors.languages.verbs import FINITE, Done, told, verb_at

_REACH = 24
_STOPS = frozenset([",", ";", ".", "?", "!"])


def late(scene: Scene, index: int, reading: Reading) -> Step | None:
    """A verb without a subject before it, and actors that end its clause."""
    words, language = scene.words, scene.language
    if not language.flags["late_subjects"] or reading.subject or reading.waiting:
        return None
    quoted = words.at(index - 1) in language.words["closers"] and index > reading.start
    if quoted or reading.predicates or not may_begin(scene, index, reading):
        return None
    done = verb_at(words, index, language, FINITE)
    subject = _subject(scene, done) if done else None
    what = told(words, done, done.behind, language) if done and subject else None
    if done is None or what is None or subject is None:
        return None
    if subject.first == done.behind:
        what = told(words, done, subject.behind, language) or what
        found = predicate(index, subject, done, what, "subject")
        return what.content, with_predicate(speaking(reading, subject), found)
    found = replace(predicate(index, subject, done, what, "subject"), behind=subject.first)
    return subject.behind, with_predicate(speaking(reading, subject), found)


def _subject(scene: Scene, done: Done) -> Subject | None:
    """The first actors behind the verb, if nothing leads to them ("a Chile", "del Japón")."""
    words, kinds = scene.words, scene.language.words
    inner = kinds["from"] | kinds["of"] | kinds["to"] | kinds["leads"] | kinds["with"]
    articles = kinds["determiners"] - kinds["from"] - kinds["to"]
    for first in range(done.behind, min(len(words), done.behind + _REACH)):
        if words.at(first) in _STOPS or words.at(first) in kinds["that"]:
            return None
        found = listed(words, first, scene.language)
        if found is None or not found.parties:
            continue
        led = first > done.behind and words.at(first - 1) in inner - articles
        opens = words.at(first) in kinds["from"] | kinds["to"]
        if led or opens or not _ends(scene, found.behind, first == done.behind):
            return None
        return Subject(found.parties, first, found.behind, found.plural)
    return None


def _ends(scene: Scene, index: int, adjacent: bool) -> bool:
    """Whether the clause ends at *index*, or its content may follow there."""
    words = scene.words
    ended = index >= len(words) or words.at(index) in _STOPS
    return ended or (adjacent and words.at(index) not in scene.language.words["of"])
