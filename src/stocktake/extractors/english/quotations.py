"""Who said the words before: "…," said X; "…, X said."; according to X, …"."""

from __future__ import annotations

from dataclasses import replace

from stocktake.extractors.english.predicates import (
    Predicate,
    Reading,
    predicate,
    speaking,
    with_predicate,
)
from stocktake.extractors.english.speakers import Voices
from stocktake.extractors.english.subjects import subject_at
from stocktake.extractors.english.tokens import Words
from stocktake.extractors.english.verbs import Done
from stocktake.lexicon.cues import Meaning
from stocktake.lexicon.grammar import English
from stocktake.lexicon.inflection import Form
from stocktake.model import Act, Stance

Step = tuple[int, Reading]
CLOSERS = frozenset([",", '"', "”", "''", "’", "?", "!"])
_SAID_ENDS = frozenset([",", ".", ";", ":", "—", "–", ""])
_MARKS = " ,.?!\"'”’»"
_REPORT = Meaning(Act.REPORTS, Stance.NEUTRAL)


def inverted(
    words: Words, index: int, reading: Reading, voices: Voices, english: English
) -> Step | None:
    """ "…," said X: what stands before the verb is said by X."""
    verb = english.cues.forms.get(words.at(index))
    if verb is None or not _can_invert(words, index, reading, verb[1]):
        return None
    subject = subject_at(words, index + 1, voices, english.grammar)
    meaning = verb[0].plain
    if subject is None or not subject.parties or meaning is None or meaning.act is not Act.REPORTS:
        return None
    done = Done(index, index + 1, reading.start, meaning, False, Form.PAST)
    reading = speaking(reading, subject)
    found = predicate(reading.start, subject, done, "quotation")
    return subject.behind, with_predicate(reading, replace(found, behind=index))


def told_behind(
    words: Words, index: int, reading: Reading, voices: Voices, english: English
) -> Step | None:
    """ "…", X said: what stands in quotation marks before X is said by X; what follows is not."""
    if not _closes_quotation(words, reading.start, index):
        return None
    subject = subject_at(words, index, voices, english.grammar)
    if subject is None or not subject.parties:
        return None
    at = subject.behind
    verb = english.cues.forms.get(words.at(at))
    meaning = verb[0].plain if verb and words.at(at + 1) in _SAID_ENDS else None
    if meaning is None or meaning.act is not Act.REPORTS:
        return None
    done = Done(at, at + 1, reading.start, meaning, False, Form.PAST)
    found = predicate(reading.start, subject, done, "quotation")
    return at + 1, with_predicate(speaking(reading, subject), replace(found, behind=index))


def _closes_quotation(words: Words, first: int, index: int) -> bool:
    """Whether words in quotation marks begin at *first* and end, but for marks, before *index*."""
    if index < first + 2 or not (words.is_quoted(first) or words.is_quoted(first + 1)):
        return False
    place = words.starts[index]
    last = max((end for _, end in words.quoted if end <= place), default=None)
    return last is not None and not words.text[last:place].strip(_MARKS)


def according_to(
    words: Words, index: int, reading: Reading, voices: Voices, english: English
) -> Step | None:
    """ "According to X, …"."""
    if index != reading.start or words.lower[index : index + 2] != ("according", "to"):
        return None
    subject = subject_at(words, index + 2, voices, english.grammar)
    if subject is None or words.at(subject.behind) != ",":
        return None
    found = Predicate(
        index,
        subject.parties,
        index,
        index + 2,
        subject.behind + 1,
        _REPORT,
        negated=False,
        rule="according to",
    )
    return subject.behind, with_predicate(reading, found)


def _can_invert(words: Words, index: int, reading: Reading, kinds: frozenset[Form]) -> bool:
    spoken = not kinds.isdisjoint({Form.PAST, Form.PRESENT}) and index + 1 < len(words)
    return spoken and index > reading.start + 1 and words.at(index - 1) in CLOSERS
