"""Rules for clauses with a subject of their own: "X urged …", "… while Y opposed …"."""

from __future__ import annotations

from dataclasses import replace

from stocktake.extractors.english.beginnings import CONTRASTS, may_begin
from stocktake.extractors.english.clefts import cleft_start
from stocktake.extractors.english.commitments import will_at
from stocktake.extractors.english.papers import paper
from stocktake.extractors.english.parties import listed
from stocktake.extractors.english.predicates import (
    Reading,
    predicate,
    speaking,
    with_predicate,
)
from stocktake.extractors.english.speakers import Subject, Voices
from stocktake.extractors.english.subjects import subject_at
from stocktake.extractors.english.tokens import Words
from stocktake.extractors.english.verbs import (
    Done,
    first_person_verb_at,
    form_at,
    verb_at,
)
from stocktake.lexicon.grammar import English
from stocktake.lexicon.inflection import Form

Step = tuple[int, Reading]
_LIST_REACH = 60
_LABEL_REACH = 30
_FIELD = frozenset(["on", "for"])
_FIELD_REACH = 14
_FIELD_ENDS = frozenset([",", ";", ":", "(", "that", "which", "who", "to", "was", "were"])
_CUTTING = CONTRASTS | {"why"}


def clause(
    words: Words, index: int, reading: Reading, voices: Voices, english: English
) -> Step | None:
    """A subject at *index* and what it does."""
    voices = _heard(reading, voices)
    subject = paper(words, index, voices.issuers, english.grammar) or subject_at(
        words, index, voices, english.grammar
    )
    if subject is None:
        return None
    if not may_begin(words, index, subject, reading, english):
        return _past_names(words, index, reading, english)
    done = _done(words, index, subject, english)
    if done and not (subject.own and _is_aside(words, index, done)):
        spoken = speaking(reading, subject)
        first = cleft_start(words, index, english.grammar) if subject.own else None
        start = index if first is None else first
        found = predicate(start, _speaker(spoken, subject), done, _rule(subject))
        return done.content, with_predicate(spoken, found)
    return _without_verb(words, index, subject, reading)


def _heard(reading: Reading, voices: Voices) -> Voices:
    """The voices with those that spoke earlier in the sentence as the last."""
    subject = reading.subject
    if subject is None or subject.own or not (subject.parties and reading.predicates):
        return voices
    return replace(voices, last=subject.parties, fresh=True)


def label(
    words: Words, index: int, reading: Reading, voices: Voices, english: English
) -> Step | None:
    """ "RURITANIA: Anna Sapt, Minister, said …": the actor before the colon speaks."""
    if ":" not in words.lower[index : index + _LABEL_REACH]:
        return None
    subject = subject_at(words, index, voices, english.grammar)
    if subject is None or not subject.parties or words.at(subject.behind) != ":":
        return None
    if names_matter(words, index, subject.behind, english):
        return None
    for place in range(subject.behind + 1, min(len(words), subject.behind + _LABEL_REACH)):
        named = words.mentions.get(place)
        if named and not named[0].actor_id.startswith("office:"):
            return None
        done = verb_at(words, place, english, bare=False)
        if done and done.form is Form.PAST:
            reading = speaking(reading, subject)
            return done.content, with_predicate(reading, predicate(index, subject, done, "label"))
    return None


def names_matter(words: Words, start: int, behind: int, english: English) -> bool:
    """Whether a heading names what is spoken of: "RURITANIAN PROPOSAL:"."""
    return not english.cues.nominal.keys().isdisjoint(words.lower[start:behind])


def relative(words: Words, index: int, reading: Reading, english: English) -> Step | None:
    """ "… by X and Y, who noted …": the actors before "who" speak."""
    behind = index - 1 if words.at(index - 1) == "," else index
    subject = _list_before(words, behind, english)
    if subject is None:
        return None
    reading = replace(reading, subject=subject)
    done = verb_at(words, index + 1, english, bare=subject.plural)
    if done is None:
        return index + 1, reading
    return done.content, with_predicate(reading, predicate(index, subject, done, "relative"))


def _done(words: Words, index: int, subject: Subject, english: English) -> Done | None:
    behind = subject.behind
    if words.at(behind) == "," and words.at(index) not in english.grammar.pronouns["author"]:
        behind += 1
    bare = subject.plural or subject.own
    if words.at(index - 1) == "with":
        return form_at(words, behind, Form.ING, english)
    if words.at(index) in english.grammar.pronouns["author"]:
        done = first_person_verb_at(words, behind, english)
    else:
        done = verb_at(words, behind, english, bare=bare) or _behind_field(words, subject, english)
    return done or (will_at(words, behind, english) if subject.own else None)


def _behind_field(words: Words, subject: Subject, english: English) -> Done | None:
    """ "The Special Rapporteur on safe piers noted …": the verb behind what the office is for."""
    last = subject.parties[-1:]
    if not last or not last[0].id.startswith(("office:", "un:")):
        return None
    if words.at(subject.behind) not in _FIELD:
        return None
    for place in range(subject.behind + 2, min(len(words), subject.behind + _FIELD_REACH)):
        if words.at(place) in _FIELD_ENDS:
            return None
        done = form_at(words, place, Form.PAST, english)
        if done:
            return done
    return None


def _is_aside(words: Words, index: int, done: Done) -> bool:
    """ "…, we believe, …"."""
    return words.at(index - 1) == "," and words.at(done.behind) == ","


def _speaker(reading: Reading, subject: Subject) -> Subject:
    return reading.subject or subject


def _rule(subject: Subject) -> str:
    if subject.own:
        return "author"
    return "pronoun" if subject.pronoun else "subject"


def _past_names(words: Words, index: int, reading: Reading, english: English) -> Step | None:
    """Read past names that speak not; the later ones may: "In X, Y welcomes …", "A called for
    help to X and Y said …" (but not in "A said X and Y urged …")."""
    names = listed(words, index, english.grammar) if index in words.mentions else None
    if names is None:
        return None
    within = any(index - 1 <= each.content <= index for each in reading.predicates)
    if within or verb_at(words, names.behind, english, bare=False) is None:
        return names.behind, reading
    return (names.last if names.comma else max(names.second, index + 1)), reading


def _without_verb(words: Words, index: int, subject: Subject, reading: Reading) -> Step:
    """Nothing we know is done: the subject may go on behind a comma, or content ends here."""
    fresh = not reading.predicates and words.at(index - 1) != "with"
    if fresh and (words.at(subject.behind) == "," or words.at(subject.behind).endswith("ed")):
        return subject.behind, speaking(reading, subject)
    if index and words.at(index - 1) in _CUTTING:
        return subject.behind, replace(reading, cuts=(*reading.cuts, index), subject=None)
    return subject.behind, reading


def _list_before(words: Words, behind: int, english: English) -> Subject | None:
    """The longest list of actors that ends right before *behind*."""
    first = None
    for index in range(behind - 1, max(-1, behind - _LIST_REACH), -1):
        found = listed(words, index, english.grammar) if index in words.mentions else None
        if found and found.behind == behind:
            first = Subject(found.parties, index, behind, found.plural)
        elif found:
            break
    return first
