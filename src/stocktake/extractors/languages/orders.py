"""Rules for other orders of words: what is said before the verb, the subject within it."""

from __future__ import annotations

from dataclasses import replace

from stocktake.extractors.languages.clauses import (
    behind_pointer,
    may_begin,
    rule_of,
    subject_behind,
)
from stocktake.extractors.languages.predicates import (
    Predicate,
    Reading,
    Scene,
    Step,
    predicate,
    speaking,
    with_predicate,
)
from stocktake.extractors.languages.subjects import subject_at
from stocktake.extractors.languages.verbs import FINITE, Done, told, verb_at
from stocktake.lexicon.conjugation import Kind
from stocktake.lexicon.cues import Meaning
from stocktake.model import Act, Stance

_REPORT = Meaning(Act.REPORTS, Stance.NEUTRAL)
_ABLE = FINITE | {Kind.INFINITIVE}
_PREPOSED = 6
_OBJECT = 16
_CLOSED = frozenset(["", ".", ",", "،", "؛", ";"])


def inverted(scene: Scene, index: int, reading: Reading) -> Step | None:
    """ "…», a déclaré X": what stands before the verb is said by X."""
    words, language = scene.words, scene.language
    if reading.predicates or words.at(index - 1) not in language.words["closers"]:
        return None
    done = verb_at(words, index, language, FINITE)
    if done is None or done.verb is None or index <= reading.start + 2:
        return None
    what = told(words, done, done.behind, language)
    behind = done.behind + language.phrase_length(done.verb, words.lower[done.behind :])
    subject = subject_behind(scene, replace(done, behind=behind))
    meaning = done.verb.plain or (what.meaning if what else None)
    if subject is None or not subject.parties or meaning is None or meaning.act is not Act.REPORTS:
        return None
    if language.flags["verb_first"] and words.at(subject.behind) not in _CLOSED:
        return None
    if what is None:
        return None
    spoken = speaking(reading, subject)
    found = predicate(reading.start, subject, done, what, "quotation")
    found = replace(found, content=reading.start, behind=index, meaning=meaning)
    return subject.behind, with_predicate(spoken, found)


def preposed(scene: Scene, index: int, reading: Reading) -> Step | None:
    """ "A ello se opuso X", "Против этого выступила X": the content stands first."""
    words, language = scene.words, scene.language
    if reading.predicates or not reading.start < index <= reading.start + _PREPOSED:
        return None
    if words.at(reading.start) not in language.words["preposed"]:
        return None
    done = verb_at(words, index, language, FINITE)
    subject = subject_behind(scene, done) if done else None
    if not language.words["determiners"].isdisjoint(words.lower[index - 1 : index + 1]):
        return None
    what = told(words, done, reading.start, language) if done else None
    if done is None or what is None or subject is None or not subject.parties:
        return None
    found = replace(predicate(reading.start, subject, done, what, "subject"), behind=index)
    return subject.behind, with_predicate(speaking(reading, subject), found)


def according_to(scene: Scene, index: int, reading: Reading) -> Step | None:
    """ "Selon X, …"."""
    words, language = scene.words, scene.language
    phrase = language.phrases["according"].at(words.lower, index)
    if index != reading.start or phrase is None:
        return None
    subject = subject_at(words, index + phrase[0], scene.voices, language)
    if subject is None or words.at(subject.behind) not in language.words["commas"]:
        return None
    cue, content = index + phrase[0], subject.behind + 1
    found = Predicate(
        index, subject.parties, index, cue, content, _REPORT, negated=False, rule="according to"
    )
    return content, with_predicate(speaking(reading, subject), found)


def led(scene: Scene, index: int, reading: Reading) -> Step | None:
    """ "لم تستطع X تأييد A", "تود X أن تعرب عن A": the subject between two verbs."""
    words, language = scene.words, scene.language
    start = index + (words.at(index) in language.words["negations"])
    lead = language.phrases["leading"].at(words.lower, start)
    if start > index:
        lead = language.phrases["able"].at(words.lower, start) or lead
    if lead is None or not may_begin(scene, index, reading):
        return None
    subject = subject_at(words, start + lead[0], scene.voices, language)
    if subject is None or not subject.parties:
        return None
    cue = subject.behind
    while words.at(cue) in language.words["to"] | language.words["from"]:
        cue += 1
    meaning = language.nominal.get(words.at(cue))
    done = verb_at(words, cue, language, _ABLE)
    if meaning and start > index:
        done = Done(cue, cue, cue + 1, None, Kind.FINITE, negated=True, state=meaning)
    what = told(words, done, done.behind, language) if done else None
    if done is None or what is None:
        return None
    spoken = speaking(reading, subject)
    done = replace(done, negated=done.negated or start > index)
    found = predicate(index, subject, done, what, rule_of(subject))
    return what.content, with_predicate(spoken, found)


def object_first(scene: Scene, index: int, reading: Reading) -> Step | None:
    """ "عارض ذلك X", "أيد تأجيل البند كل من X": what the verb is about stands before the subject:
    what points back, or what ends where a word can only be a subject."""
    words, language = scene.words, scene.language
    if not language.flags["verb_first"] or not may_begin(scene, index, reading):
        return None
    done = verb_at(words, index, language, FINITE)
    if done is None:
        return None
    behind = behind_pointer(scene, done.behind)
    if behind == done.behind:
        behind = _nominative(scene, behind)
    subject = subject_at(words, behind, scene.voices, language) if behind > done.behind else None
    what = told(words, done, done.behind, language)
    if what is None or subject is None or not subject.parties:
        return None
    points = behind_pointer(scene, done.behind) == behind
    content = behind if reading.predicates and points else done.behind
    found = predicate(index, subject, done, what, rule_of(subject))
    found = replace(found, content=content, behind=behind)
    return subject.behind, with_predicate(speaking(reading, subject), found)


def _nominative(scene: Scene, index: int) -> int:
    """The next word that can only be a subject; *index* if a comma or a verb comes first."""
    words, language = scene.words, scene.language
    for place in range(index, min(len(words), index + _OBJECT)):
        if words.at(place) in language.words["nominatives"]:
            return place
        if words.at(place) in language.words["commas"] or place in words.mentions:
            return index
    return index
