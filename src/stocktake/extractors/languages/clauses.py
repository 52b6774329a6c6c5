"""Rules for clauses with a subject: before the verb, behind it, or told by its form alone."""

from __future__ import annotations

from dataclasses import replace

from stocktake.extractors.languages.actors import listed
from stocktake.extractors.languages.predicates import (
    Reading,
    Scene,
    Step,
    predicate,
    speaking,
    with_predicate,
)
from stocktake.extractors.languages.speakers import UNKNOWN, Subject
from stocktake.extractors.languages.subjects import author_subject, last_speakers, subject_at
from stocktake.extractors.languages.verbs import (
    FINITE,
    OWN,
    Done,
    coverb,
    is_adverb,
    told,
    verb_at,
)
from stocktake.lexicon.conjugation import Kind
from stocktake.model import Act

_FIRST = frozenset([Kind.FIRST])
_ADVERBS = 3
_LONGEST_OPENER = 5
_ASIDE = 16
_ENDS = frozenset(["", ".", "،", "؛", ",", ";", "و"])
_COLONS = frozenset([":", "："])
_BARE_ALEF = "\u0627"


def clause(scene: Scene, index: int, reading: Reading) -> Step | None:
    """ "X a demandé …": a subject at *index* and what it does."""
    words, language = scene.words, scene.language
    if not may_begin(scene, index, reading):
        return _past_names(scene, index, reading)
    subject = subject_at(words, index, scene.voices, language)
    if subject is None or _is_content(scene, index, reading):
        return None
    behind = subject.behind + (words.at(subject.behind) in language.words["commas"] | _COLONS)
    found = coverb(words, behind, language) or verb_at(
        words, behind, language, _kinds(scene, subject, reading)
    )
    done = found if found and not _is_agent(scene, found) else None
    what = told(words, done, done.behind, language) if done else None
    if done is None or what is None:
        return _without_verb(scene, index, subject, reading)
    denied = language.words["neither"] | language.words["negations"]
    if words.at(index) in language.words["neither"] or words.at(index - 1) in denied:
        done = replace(done, negated=True)
    spoken = speaking(reading, subject)
    said = predicate(index, spoken.subject or subject, done, what, rule_of(subject))
    return what.content, with_predicate(spoken, said)


def verb_first(scene: Scene, index: int, reading: Reading) -> Step | None:
    """ "اقترحت X …": a verb and the subject behind it."""
    words, language = scene.words, scene.language
    if not language.flags["verb_first"] or not may_begin(scene, index, reading):
        return None
    done = verb_at(words, index, language, FINITE)
    subject = subject_behind(scene, done) if done else None
    if done is None or subject is None:
        return None
    content = behind = _past_aside(scene, subject.behind)
    while is_adverb(words.at(behind), language):
        behind += 1
    what = told(words, done, behind, language)
    if what is None:
        return subject.behind, replace(reading, subject=subject)
    if words.at(behind) not in _ENDS:
        what = replace(what, content=content)
    spoken = speaking(reading, subject)
    found = predicate(index, spoken.subject or subject, done, what, rule_of(subject))
    return what.content, with_predicate(spoken, found)


def alone(scene: Scene, index: int, reading: Reading) -> Step | None:
    """ "Pedimos …": a form of the first person; at the start, "Pidió …" of the last speaker."""
    words, language = scene.words, scene.language
    if not may_begin(scene, index, reading):
        return None
    subject, rule = author_subject(index, scene.voices), "author"
    done = verb_at(words, index, language, _FIRST)
    if done and _is_third_person(scene, done):
        done = None
    if done is None and language.flags["drops_subject"] and index == reading.start:
        dropped = last_speakers(index, scene.voices)
        done = verb_at(words, index, language, FINITE) if dropped else None
        subject, rule = dropped or subject, "pronoun"
    what = told(words, done, done.behind, language) if done else None
    if done is None or what is None:
        return None
    spoken = speaking(reading, subject)
    found = predicate(index, spoken.subject or subject, done, what, rule)
    return what.content, with_predicate(spoken, found)


def may_begin(scene: Scene, index: int, reading: Reading) -> bool:
    """Whether a clause may begin at *index*: at the start, or behind a word that opens one."""
    words, language = scene.words, scene.language
    if index <= reading.start:
        return True
    before = index - 1
    while before > reading.start and before > index - _ADVERBS and _is_adverb(scene, before):
        before -= 1
    lead = language.phrases["adverbials"].at(words.lower, reading.start)
    return (
        words.at(before) in language.words["openers"]
        or (lead is not None and reading.start + lead[0] == index)
        or (before == reading.start and _is_adverb(scene, before))
        or _ends_in(scene, before, "openers")
        or _is_adverbial(scene, reading.start, index)
    )


def _is_content(scene: Scene, index: int, reading: Reading) -> bool:
    """Whether a clause only tells what the report before it says: "X说，该国…"."""
    if scene.language.flags["spaced"] or not reading.predicates:
        return False
    last = reading.predicates[-1]
    between = scene.words.lower[last.content : index]
    is_report = last.meaning.act is Act.REPORTS
    return is_report and scene.language.words["commas"].issuperset(between)


def _is_adverbial(scene: Scene, start: int, index: int) -> bool:
    """Whether an adverbial at *start* is all that stands before *index*: "В этой связи мы …"."""
    found = scene.language.phrases["adverbials"].at(scene.words.lower, start)
    return found is not None and start + found[0] == index


def _ends_in(scene: Scene, index: int, name: str) -> bool:
    """Whether one of the phrases of that name ends at *index*: "tandis que"."""
    phrases = scene.language.phrases[name]
    for first in range(max(0, index - _LONGEST_OPENER), index):
        found = phrases.at(scene.words.lower, first)
        if found and first + found[0] == index + 1:
            return True
    return False


def _kinds(scene: Scene, subject: Subject, reading: Reading) -> frozenset[Kind]:
    """The forms that may follow: "et Y soutenu" leaves out what "X a contesté" had; ", Y
    préférant A" hangs on the clause before."""
    last = reading.predicates[-1:]
    shared = bool(last) and last[0].kind is Kind.PARTICIPLE and subject.first <= last[0].content + 2
    kinds = OWN if subject.own else FINITE
    if last and scene.words.at(subject.first - 1) in scene.language.words["commas"]:
        kinds |= {Kind.GERUND}
    return kinds | {Kind.PARTICIPLE} if shared else kinds


def _is_agent(scene: Scene, done: Done) -> bool:
    """Whether a bare participle is a passive: "soutenu par"."""
    bare = done.kind is Kind.PARTICIPLE and done.first == done.cue
    return bare and scene.words.at(done.behind) in scene.language.words["agents"]


def _is_adverb(scene: Scene, index: int) -> bool:
    return is_adverb(scene.words.at(index), scene.language)


def rule_of(subject: Subject) -> str:
    """The name of the rule by which that subject speaks."""
    if subject.own:
        return "author"
    return "pronoun" if subject.pronoun else "subject"


def subject_behind(scene: Scene, done: Done) -> Subject | None:
    """The subject behind the verb, also behind a few adverbs."""
    index, adverbials = done.behind, scene.language.phrases["adverbials"]
    while is_adverb(scene.words.at(index), scene.language) or adverbials.at(
        scene.words.lower, index
    ):
        index += (adverbials.at(scene.words.lower, index) or (1,))[0]
    return subject_at(scene.words, index, scene.voices, scene.language)


def _is_third_person(scene: Scene, done: Done) -> bool:
    """Whether a form that may be "I propose" or "he proposed" is the latter: it is where the
    first letter has no hamza, and else where it is not known whose text it is."""
    kinds = scene.language.forms.get(scene.words.at(done.cue), (None, frozenset[Kind]()))[1]
    if done.first != done.cue or Kind.FINITE not in kinds or not scene.language.flags["verb_first"]:
        return False
    bare = scene.words.text[scene.words.starts[done.cue]] == _BARE_ALEF
    return bare or UNKNOWN in scene.voices.author_ids


def behind_pointer(scene: Scene, index: int) -> int:
    """Behind words that point back ("على ذلك") with their adverbs; *index* if there are none."""
    words, kinds = scene.words, scene.language.words
    behind = index
    while words.at(behind) in kinds["anaphors"] or _is_adverb(scene, behind):
        behind += 1
    points = not (kinds["anaphors"] - kinds["to"]).isdisjoint(words.lower[index:behind])
    return behind if points else index


def _past_aside(scene: Scene, index: int) -> int:
    """Behind the comma at *index*, and behind what stands from there to another comma, since
    behind verb and subject nothing else is put in commas."""
    words, language = scene.words, scene.language
    commas, first = language.words["commas"], index + 1
    if words.at(index) not in commas:
        return index
    kinds = ("that", "to", "of", "links")
    opens = any(words.at(first) in language.words[kind] for kind in kinds)
    if opens and words.at(first) not in language.words["introductions"] - language.words["links"]:
        return first
    aside = range(first, min(len(words), first + _ASIDE))
    return next((place + 1 for place in aside if words.at(place) in commas), first)


def _past_names(scene: Scene, index: int, reading: Reading) -> Step | None:
    """Read past names that do not speak; the last of them may, behind a comma."""
    names = listed(scene.words, index, scene.language)
    if names is None:
        return None
    return (names.last if names.comma else names.behind), reading


def _without_verb(scene: Scene, index: int, subject: Subject, reading: Reading) -> Step:
    """Nothing we know is done: the subject may go on later, or content ends here."""
    words, language = scene.words, scene.language
    if not reading.predicates:
        return subject.behind, replace(reading, subject=subject)
    if words.at(index - 1) in language.words["contrasts"] or _ends_in(scene, index - 1, "openers"):
        return subject.behind, replace(reading, cuts=(*reading.cuts, index), subject=None)
    return subject.behind, reading
