"""What reading a sentence finds: predicates, and the state between them."""

from __future__ import annotations

from dataclasses import dataclass, replace

from stocktake.extractors.english.parties import Party
from stocktake.extractors.english.tokens import Words
from stocktake.extractors.languages.speakers import Subject, Voices
from stocktake.extractors.languages.verbs import Done, Told
from stocktake.lexicon.conjugation import Kind
from stocktake.lexicon.cues import Meaning
from stocktake.lexicon.languages import Language


@dataclass(frozen=True, slots=True)
class Scene:
    """A sentence, who may be meant in it, and its language."""

    words: Words
    voices: Voices
    language: Language


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
    kind: Kind = Kind.FINITE
    behind: int | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read so far of a sentence whose statements begin at *start*.

    *subject* speaks on. *cuts* are places where content ends without a new predicate. *company*
    stood before its subject, and so did the participles *waiting*.
    """

    start: int
    predicates: tuple[Predicate, ...] = ()
    subject: Subject | None = None
    cuts: tuple[int, ...] = ()
    company: tuple[Party, ...] = ()
    waiting: tuple[Predicate, ...] = ()


Step = tuple[int, Reading]
_SIDED = frozenset(["supports", "opposes"])


def predicate(first: int, subject: Subject, done: Done, what: Told, rule: str) -> Predicate:
    """The predicate that *subject* does what was *done*."""
    whole = done.whole and what.meaning.act.value in _SIDED
    return Predicate(
        first,
        subject.parties,
        done.cue,
        done.behind,
        what.content if done.start is None else done.start,
        what.meaning,
        done.negated,
        rule,
        subject.own,
        done.kind,
        what.content if whole else None,
    )


def speaking(reading: Reading, subject: Subject) -> Reading:
    """*reading* with a new subject, to whom the company and participles before it belong."""
    if reading.company:
        parties = (*subject.parties, *reading.company)
        subject = replace(subject, parties=parties, plural=True)
    waiting = tuple(
        replace(each, parties=subject.parties, own=subject.own) for each in reading.waiting
    )
    return Reading(reading.start, (*reading.predicates, *waiting), subject, reading.cuts)


def with_predicate(reading: Reading, found: Predicate) -> Reading:
    """*reading* with one more predicate."""
    return replace(reading, predicates=(*reading.predicates, found))
