"""Whose voices may be meant, and what is remembered of those that spoke."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from stocktake.extractors.english.parties import Party
from stocktake.lexicon import Mention
from stocktake.lexicon.cues import Meaning
from stocktake.model import Prose, Quote

UNKNOWN = "author"


@dataclass(frozen=True, slots=True)
class Voice:
    """Who is meant by "we" in a document. *own*: it speaks for its author, so that sentences
    with other subjects are hearsay. *mentions* are all actors named in it, in order."""

    author: tuple[Party, ...]
    own: bool
    prose: Prose
    mentions: tuple[Mention, ...]

    def near(self, start: int, end: int) -> tuple[Mention, ...]:
        """The mentions from *start* to *end*."""
        first = bisect_left(self.mentions, start, key=lambda mention: mention.start)
        behind = bisect_left(self.mentions, end, key=lambda mention: mention.start)
        return self.mentions[first:behind]


@dataclass(frozen=True, slots=True)
class Voices:
    """Whose voices may be meant in a sentence: the author's, and those of the actors that spoke
    last (*fresh*: in the sentence before)."""

    author: tuple[Party, ...]
    last: tuple[Party, ...] = ()
    fresh: bool = False

    @property
    def author_ids(self) -> frozenset[str]:
        return frozenset(party.id for party in self.author)


@dataclass(frozen=True, slots=True)
class Subject:
    """Those who speak, from the word *first* up to *behind*.

    *parties* is empty where nobody in particular speaks. *own* says that the author speaks.
    """

    parties: tuple[Party, ...]
    first: int
    behind: int
    plural: bool
    own: bool = False
    pronoun: bool = False


@dataclass(frozen=True, slots=True)
class Memory:
    """*speakers* of the last predicate, and the *content* of the last statement that was not
    itself an answer. *fresh*: they spoke in the sentence just before."""

    speakers: tuple[Party, ...] = ()
    content: Quote | None = None
    fresh: bool = False


@dataclass(frozen=True, slots=True)
class Lead:
    """What leads to points: who asks (no parties: only points that open as a recommendation does
    count), whom, how strongly. *level* is that of the heading, 0 if it is a sentence, behind
    which only points may stand."""

    parties: tuple[Party, ...]
    meaning: Meaning
    asked: tuple[str, ...] = ()
    level: int = 0
