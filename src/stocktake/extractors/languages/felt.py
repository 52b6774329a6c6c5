"""The rule for verbs with what somebody feels as subject: "Nos preocupa A", "A X le preocupa A"."""

from __future__ import annotations

from stocktake.extractors.languages.actors import listed
from stocktake.extractors.languages.clauses import may_begin, rule_of
from stocktake.extractors.languages.predicates import (
    Reading,
    Scene,
    Step,
    predicate,
    speaking,
    with_predicate,
)
from stocktake.extractors.languages.speakers import Subject
from stocktake.extractors.languages.subjects import author_subject
from stocktake.extractors.languages.verbs import Done, is_adverb, told, verb_at
from stocktake.lexicon.conjugation import Kind

_FIRST = frozenset([Kind.FIRST])


def felt(scene: Scene, index: int, reading: Reading) -> Step | None:
    """Who feels stands before the verb, as a pronoun or behind "a"."""
    words, language = scene.words, scene.language
    if not language.words["felt"] or not may_begin(scene, index, reading):
        return None
    if verb_at(words, index, language, _FIRST):
        return None
    subject = _by_us(scene, index) or _by_them(scene, index)
    done = _verb(scene, index, subject.behind) if subject else None
    what = told(words, done, done.behind, language) if done else None
    if subject is None or done is None or what is None:
        return None
    spoken = speaking(reading, subject)
    found = predicate(index, spoken.subject or subject, done, what, rule_of(subject))
    return what.content, with_predicate(spoken, found)


def _by_us(scene: Scene, index: int) -> Subject | None:
    """ "(No) nos": the author feels."""
    start = index + (scene.words.at(index) in scene.language.words["negations"])
    if scene.words.at(start) not in scene.language.words["felt_by_us"]:
        return None
    author = author_subject(index, scene.voices)
    return Subject(author.parties, index, start + 1, plural=True, own=True)


def _by_them(scene: Scene, index: int) -> Subject | None:
    """ "A X (no) le": those who are named feel."""
    words, kinds = scene.words, scene.language.words
    if words.at(index) not in kinds["felt_by"]:
        return None
    found = listed(words, index + 1, scene.language)
    if found is None or not found.parties:
        return None
    clitic = found.behind + (words.at(found.behind) in kinds["negations"])
    if words.at(clitic) not in kinds["clitics"]:
        return None
    own = all(party.id in scene.voices.author_ids for party in found.parties)
    return Subject(found.parties, index, clitic + 1, found.plural, own)


def _verb(scene: Scene, first: int, index: int) -> Done | None:
    words, language = scene.words, scene.language
    negated = not language.words["negations"].isdisjoint(words.lower[first:index])
    while is_adverb(words.at(index), language):
        index += 1
    found = language.forms.get(words.at(index))
    if found is None or words.at(index) not in language.words["felt"]:
        return None
    return Done(first, index, index + 1, found[0], Kind.FINITE, negated)
