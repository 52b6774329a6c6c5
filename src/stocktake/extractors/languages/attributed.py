"""Rules for words told beside their speaker: "Как отметил X, …", "正如X指出的，…", "“…”，X说"."""

from __future__ import annotations

from dataclasses import replace

from stocktake.extractors.languages.actors import listed
from stocktake.extractors.languages.clauses import may_begin, rule_of, subject_behind
from stocktake.extractors.languages.predicates import (
    Reading,
    Scene,
    Step,
    predicate,
    speaking,
    with_predicate,
)
from stocktake.extractors.languages.speakers import Subject
from stocktake.extractors.languages.subjects import subject_at
from stocktake.extractors.languages.verbs import FINITE, Done, Told, told, verb_at
from stocktake.lexicon.cues import Meaning
from stocktake.model import Act, Stance

_REPORT = Meaning(Act.REPORTS, Stance.NEUTRAL)
_OBJECT_REACH = 14


def as_told(scene: Scene, index: int, reading: Reading) -> Step | None:
    """ "Как отметил X, A": the content stands behind the comma."""
    words, language = scene.words, scene.language
    lead = language.phrases["as"].at(words.lower, index)
    if lead is None or not may_begin(scene, index, reading):
        return None
    subject, done = _speaker(scene, index + lead[0])
    if subject is None or done is None or not subject.parties or done.verb is None:
        return None
    comma = max(subject.behind, done.behind)
    while words.at(comma) in language.words["of"] | language.words["after_verb"]:
        comma += 1
    if words.at(comma) not in language.words["commas"]:
        return None
    meaning = done.verb.plain or _REPORT
    found = replace(
        predicate(index, subject, done, Told(meaning, comma + 1), rule_of(subject)),
        content=comma + 1,
    )
    return comma + 1, with_predicate(speaking(reading, subject), found)


def said_before(scene: Scene, index: int, reading: Reading) -> Step | None:
    """ "“…”，X说": what stands before the speaker, where nothing follows the verb."""
    words, language = scene.words, scene.language
    closed = words.at(index - 1) in language.words["closers"]
    if language.flags["spaced"] or reading.predicates or not closed:
        return None
    if index <= reading.start + 1 or not words.is_quoted(reading.start + 1):
        return None
    subject = subject_at(words, index, scene.voices, language)
    done = verb_at(words, subject.behind, language, FINITE) if subject else None
    what = told(words, done, done.behind, language) if done else None
    if subject is None or done is None or what is None or what.content < len(words) - 1:
        return None
    found = predicate(reading.start, subject, done, what, "quotation")
    found = replace(found, content=reading.start, behind=index)
    return len(words), with_predicate(speaking(reading, subject), found)


def agent_first(scene: Scene, index: int, reading: Reading) -> Step | None:
    """ "A被X否决": who does it stands between the content and the verb."""
    words, language = scene.words, scene.language
    if language.flags["spaced"] or words.at(index) not in language.words["agents"]:
        return None
    agents = listed(words, index + 1, language)
    if agents is None or not agents.parties or reading.predicates or index == reading.start:
        return None
    done = verb_at(words, agents.behind, language, FINITE)
    what = told(words, done, done.behind, language) if done else None
    if done is None or what is None or what.meaning.act is Act.REPORTS:
        return None
    subject = Subject(agents.parties, index, done.behind, agents.plural)
    found = predicate(reading.start, subject, done, what, "passive")
    found = replace(found, content=reading.start, behind=index)
    return done.behind, with_predicate(speaking(reading, subject), found)


def object_before(scene: Scene, index: int, reading: Reading) -> Step | None:
    """ "Призыв X поддержала Y": what is supported or opposed stands before the verb."""
    words, language = scene.words, scene.language
    if not language.flags["object_first"] or reading.predicates or reading.subject:
        return None
    if not reading.start < index <= reading.start + _OBJECT_REACH:
        return None
    done = verb_at(words, index, language, FINITE)
    subject = subject_behind(scene, done) if done else None
    what = told(words, done, reading.start, language) if done else None
    if done is None or what is None or subject is None or not subject.parties:
        return None
    if what.meaning.stance is Stance.NEUTRAL or _is_oblique(scene, subject):
        return None
    found = replace(predicate(reading.start, subject, done, what, "subject"), behind=index)
    return subject.behind, with_predicate(speaking(reading, subject), found)


def _is_oblique(scene: Scene, subject: Subject) -> bool:
    """Whether the name stands in a case that no subject has: "поддержали Панаму"."""
    return scene.words.at(subject.behind - 1).endswith(scene.language.endings["oblique"])


def _speaker(scene: Scene, index: int) -> tuple[Subject | None, Done | None]:
    """Who speaks and by what verb, in either order."""
    words, language = scene.words, scene.language
    subject = subject_at(words, index, scene.voices, language)
    if subject:
        return subject, verb_at(words, subject.behind, language, FINITE)
    done = verb_at(words, index, language, FINITE)
    return (subject_behind(scene, done) if done else None), done
