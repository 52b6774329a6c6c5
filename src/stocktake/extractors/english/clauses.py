"""Rules for clauses with a subject of their own: "X urged …", "… while Y opposed …"."""

from __future__ import annotations

from dataclasses import replace

from stocktake.extractors.english.clefts import cleft_start, is_told
from stocktake.extractors.english.commitments import will_at
from stocktake.extractors.english.papers import paper
from stocktake.extractors.english.parties import listed
from stocktake.extractors.english.predicates import (
    Reading,
    predicate,
    speaking,
    with_predicate,
)
from stocktake.extractors.english.subjects import Subject, Voices, subject_at
from stocktake.extractors.english.tokens import Words
from stocktake.extractors.english.verbs import (
    Done,
    first_person_verb_at,
    form_at,
    is_adverb,
    verb_at,
)
from stocktake.lexicon.grammar import English, Grammar
from stocktake.lexicon.inflection import Form

Step = tuple[int, Reading]
_LIST_REACH = 60
_TITLE_REACH = 4
_LABEL_REACH = 30
_PLACED = frozenset(["in", "at", "near", "from"])
_OPENING_REACH = 8
_FIELD = frozenset(["on", "for"])
_FIELD_REACH = 14
_FIELD_ENDS = frozenset([",", ";", ":", "(", "that", "which", "who", "to", "was", "were"])
_COORDINATORS = frozenset([",", ";", "and", "but", "while", "]", ":"])
_CONTRASTS = frozenset(["while", "whereas", "although", "though"])
_CUTTING = _CONTRASTS | {"why"}
_SUBORDINATE = _CONTRASTS | {"after", "because", "when", "since"}


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
    if not _may_begin(words, index, subject, reading, english):
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


def is_opener(word: str, grammar: Grammar) -> bool:
    """Whether a subject may follow *word*."""
    kinds = grammar.words
    opens = word in kinds["openers"] or word in kinds["leads"] or word == "with"
    return opens or is_adverb(word, grammar)


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
    if words.at(behind) == ",":
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


def _may_begin(
    words: Words, index: int, subject: Subject, reading: Reading, english: English
) -> bool:
    first = _title_start(words, index, reading, subject)
    if first <= reading.start:
        return True
    before = words.at(first - 1)
    if subject.pronoun:
        aside = before == "which" and words.at(first - 2) == ","
        return bool(subject.parties) and (aside or before in _COORDINATORS)
    if _is_place(words, first, subject):
        return False
    if words.at(first - 2) == "that" and before in _SUBORDINATE:
        return False
    if subject.own:
        return _may_speak(words, first, reading, english)
    return before not in english.grammar.words["leads"] and is_opener(before, english.grammar)


def _is_place(words: Words, first: int, subject: Subject) -> bool:
    """ "…, in Strelsau, Ruritania, …": where, not who."""
    if words.at(first - 1) != "," or words.at(subject.behind) != ",":
        return False
    town = first - 2
    named = town > 1 and words.is_capital(town) and town not in words.mentions
    return named and words.at(town - 1) in _PLACED


def _may_speak(words: Words, first: int, reading: Reading, english: English) -> bool:
    """Whether the author begins a clause of its own at *first*."""
    grammar, before = english.grammar, words.at(first - 1)
    if before in grammar.words["leads"]:
        return not reading.predicates
    if is_told(reading, before) or cleft_start(words, first, grammar) is not None:
        return True
    plain = before not in grammar.words["subordinators"] and is_opener(before, grammar)
    return plain or _is_introduced(words, first, reading, grammar)


def _is_introduced(words: Words, first: int, reading: Reading, grammar: Grammar) -> bool:
    """ "In the years ahead we …": nothing but an adverbial stands before."""
    before = words.lower[reading.start : first]
    plain = grammar.words["not_in_subjects"].isdisjoint(before) and "," not in before
    opened = bool(before) and before[0] in grammar.words["introductions"]
    return opened and plain and len(before) <= _OPENING_REACH and not reading.predicates


def _title_start(words: Words, index: int, reading: Reading, subject: Subject) -> int:
    """Where the words before an office begin that say which: "LOC Chair Sapt"."""
    if not any(party.id.startswith("office:") for party in subject.parties[:1]):
        return index
    first = index
    while first > reading.start and index - first < _TITLE_REACH and _is_title(words, first - 1):
        first -= 1
    return first


def _is_title(words: Words, index: int) -> bool:
    return words.is_capital(index) and index not in words.mentions


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
