"""What reading a sentence finds: predicates, and the state between them."""

from __future__ import annotations

from dataclasses import dataclass, replace

from stocktake.extractors.english.parties import Party
from stocktake.extractors.english.speakers import Subject
from stocktake.extractors.english.verbs import Done
from stocktake.lexicon.cues import Meaning
from stocktake.lexicon.inflection import Form


@dataclass(frozen=True, slots=True)
class Predicate:
    """Parties do something: the cue at ``[cue, cue_behind)``, the content from *content* on.

    Its clause begins at *first*, where the content before it ends. *behind* is the end of the
    content where the rule knows it. *own* says that the author speaks.
    """

    first: int
    parties: tuple[Party, ...]
    cue: int
    cue_behind: int
    content: int
    meaning: Meaning
    negated: bool
    rule: str
    own: bool = False
    form: Form | None = None
    behind: int | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read so far of a sentence whose statements begin at *start*.

    *subject* speaks on. *cuts* are places where content ends without a new predicate. *company*
    stood before its subject ("With X, Y …"), and so did the participles *waiting*.
    """

    start: int
    predicates: tuple[Predicate, ...] = ()
    subject: Subject | None = None
    cuts: tuple[int, ...] = ()
    company: tuple[Party, ...] = ()
    waiting: tuple[Predicate, ...] = ()


def predicate(first: int, subject: Subject, done: Done, rule: str) -> Predicate:
    """The predicate that *subject* does what was *done*."""
    return Predicate(
        first,
        subject.parties,
        done.cue,
        done.behind,
        done.content,
        done.meaning,
        done.negated,
        rule,
        subject.own,
        done.form,
    )


def speaking(reading: Reading, subject: Subject) -> Reading:
    """*reading* with a new subject, to whom the company and participles before it belong."""
    if reading.company:
        parties = (*subject.parties, *reading.company)
        subject = replace(subject, parties=parties, plural=True)
    waiting = tuple(
        replace(each, parties=subject.parties, own=subject.own) for each in reading.waiting
    )
    predicates = (*reading.predicates, *waiting)
    return Reading(reading.start, predicates, subject, reading.cuts)


def with_predicate(reading: Reading, found: Predicate) -> Reading:
    """*reading* with one more predicate."""
    predicates = (*reading.predicates, found)
    company, waiting = reading.company, reading.waiting
    return Reading(reading.start, predicates, reading.subject, reading.cuts, company, waiting)
