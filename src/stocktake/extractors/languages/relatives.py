"""Rules for a subject that the clause before or behind tells: "…, qui a jugé", "Si bien …, X"."""

from __future__ import annotations

from dataclasses import replace

from stocktake.extractors.english.parties import Listed
from stocktake.extractors.languages.actors import listed
from stocktake.extractors.languages.predicates import (
    Reading,
    Scene,
    Step,
    predicate,
    speaking,
    with_predicate,
)
from stocktake.extractors.languages.speakers import Subject
from stocktake.extractors.languages.verbs import FINITE, told, verb_at

_LIST_REACH = 24


def relative(scene: Scene, index: int, reading: Reading) -> Step | None:
    """ "…, qui a jugé A": who stands right before the pronoun does it."""
    words, language = scene.words, scene.language
    if words.at(index) not in language.words["who"]:
        return None
    end = index - (words.at(index - 1) in language.words["commas"])
    done = verb_at(words, index + 1, language, FINITE)
    what = told(words, done, done.behind, language) if done else None
    before = _before(scene, end, reading) if done and what else None
    if done is None or what is None or before is None:
        return None
    subject = Subject(before[1].parties, before[0], index + 1, before[1].plural)
    spoken = speaking(reading, subject)
    found = predicate(end, spoken.subject or subject, done, what, "subject")
    return what.content, with_predicate(spoken, found)


def concession(scene: Scene, index: int, reading: Reading) -> Step | None:
    """ "Si bien apoyó A, X …" at the start: the subject of the main clause does it."""
    words, language = scene.words, scene.language
    lead = language.phrases["concessions"].at(words.lower, index)
    inserted = words.at(index - 1) in language.words["commas"] and reading.subject
    if lead is None or (index != reading.start and not inserted):
        return None
    start = index + lead[0]
    start += words.at(start) in language.words["single"] | language.words["several"]
    done = verb_at(words, start, language, FINITE)
    what = told(words, done, done.behind, language) if done else None
    if done is None or what is None:
        return None
    if reading.subject:
        found = predicate(index, reading.subject, done, what, "participle")
        return what.content, with_predicate(reading, found)
    nobody = Subject((), index, index, plural=False)
    found = predicate(index, nobody, done, what, "participle")
    return what.content, replace(reading, waiting=(*reading.waiting, found))


def _before(scene: Scene, end: int, reading: Reading) -> tuple[int, Listed] | None:
    """The longest list of actors that ends at *end*, and where it begins, if it is no part of a
    longer noun phrase ("le rapport du Japon, qui")."""
    longest = None
    for first in range(end - 1, max(reading.start, end - _LIST_REACH) - 1, -1):
        found = listed(scene.words, first, scene.language)
        if found and found.behind == end:
            longest = first, found
    if longest is None or not longest[1].parties or not _stands_alone(scene, longest[0], reading):
        return None
    return longest


def _stands_alone(scene: Scene, first: int, reading: Reading) -> bool:
    words, kinds = scene.words, scene.language.words
    inner = kinds["from"] - kinds["agents"]
    if first == reading.start:
        return True
    fresh = kinds["openers"] | kinds["be"] | kinds["agents"] | kinds["that"]
    return words.at(first) not in inner and words.at(first - 1) in fresh - inner
