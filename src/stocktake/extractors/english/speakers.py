"""Whose voices may be meant, and who speaks."""

from __future__ import annotations

from dataclasses import dataclass

from stocktake.extractors.english.parties import Party
from stocktake.model import ActorRole

UNKNOWN = "author"


@dataclass(frozen=True, slots=True)
class Issuers:
    """Who issued the paper named last: a *written* one (a report), a *spoken* one (a statement)."""

    written: tuple[Party, ...] = ()
    spoken: tuple[Party, ...] = ()


NO_ISSUERS = Issuers()


@dataclass(frozen=True, slots=True)
class Voices:
    """Whose voices may be meant: the author's, the actors that spoke last (*fresh*: in the
    sentence before), those who issued a paper that was named, the State under review."""

    author: tuple[Party, ...]
    author_ids: frozenset[str] = frozenset()
    last: tuple[Party, ...] = ()
    fresh: bool = False
    issuers: Issuers = NO_ISSUERS
    reviewed: tuple[Party, ...] = ()


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


def speakers(parties: tuple[Party, ...]) -> tuple[Party, ...]:
    """Those who go on speaking when the company has changed."""
    lasting = {ActorRole.SPEAKER, ActorRole.ON_BEHALF}
    return tuple(party for party in parties if party.role in lasting)
