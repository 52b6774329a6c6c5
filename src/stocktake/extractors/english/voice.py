"""Whose voice a document speaks in: the author's own, a reporter's, a newsroom's."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from stocktake.errors import NotFoundError
from stocktake.extractors.english.parties import Party
from stocktake.extractors.english.speakers import UNKNOWN
from stocktake.extractors.english.tokens import quoted
from stocktake.extractors.shared import actors_named
from stocktake.lexicon import Lexicon, Mention
from stocktake.model import ActorRole, Document, Input, InputKind, Prose, Quote

_OWN = frozenset([InputKind.STATEMENT, InputKind.NON_PAPER, InputKind.RECOMMENDATIONS])
_NEWS = frozenset([InputKind.NEWS, InputKind.PRESS_RELEASE])
_FIRST_PERSON = re.compile(  # a letter first: so most of a text is passed over at once
    r"[WwOoMmI](?:(?<=\b[Ww])e\b|(?<=\b[Oo])ur\b|(?<=\b[Mm])y\b"
    r"|(?<=\bI)(?<![Nn]ex I)(?<![a-z]es I) (?=[a-z]))"
)
_ON_BEHALF = re.compile(r"\bon behalf of (?:the )?")
_SIGNS_PER_PRONOUN = 600
_HEAD = 3000


@dataclass(frozen=True, slots=True)
class Voice:
    """Who is meant by "we", and how sentences with other subjects are to be read.

    *own*: the document speaks for its author, so that "States must …" is what the author asks.
    *reviewed*: the State that the document is about, as its title tells; "the delegation" is its.
    """

    author: tuple[Party, ...]
    own: bool
    prose: Prose
    mentions: tuple[Mention, ...]
    reviewed: tuple[Party, ...] = ()

    def near(self, start: int, end: int) -> tuple[Mention, ...]:
        """The mentions from *start* to *end*."""
        first = bisect_left(self.mentions, start, key=lambda mention: mention.start)
        behind = bisect_left(self.mentions, end, key=lambda mention: mention.start)
        return self.mentions[first:behind]

    @property
    def author_ids(self) -> frozenset[str]:
        return frozenset(party.id for party in self.author)


def voice_of(document: Document, input_: Input, lexicon: Lexicon) -> Voice:
    """Tell the voice from the kind of input, its actors, and its use of the first person."""
    mentions = actors_named(document.text, lexicon.actors)
    kind = input_.kind
    told = tuple(_author(actor_id, lexicon) for actor_id in input_.actor_ids)
    author = (*(told or (Party(UNKNOWN, "the author", None),)), *_groups(document.text, mentions))
    own = kind in _OWN or (kind not in _NEWS and _speaks_of_itself(document.text))
    prose = Prose.NEWS if kind in _NEWS else Prose.REPORT
    return Voice(author, own, prose, mentions, _reviewed(document, input_, lexicon))


def _author(actor_id: str, lexicon: Lexicon) -> Party:
    try:
        return Party(actor_id, lexicon.actors.get(actor_id).name, None)
    except NotFoundError:
        return Party(actor_id, actor_id, None)


def _reviewed(document: Document, input_: Input, lexicon: Lexicon) -> tuple[Party, ...]:
    """The one State that the title names."""
    named = lexicon.actors.find(document.title or input_.title)
    states = {m.actor_id: m.name for m in named if ":" not in m.actor_id}
    return tuple(Party(*state, None) for state in states.items()) if len(states) == 1 else ()


def _groups(text: str, mentions: tuple[Mention, ...]) -> tuple[Party, ...]:
    """Groups that the author says, at the beginning, to speak for."""
    first = next((m.start() for m in _FIRST_PERSON.finditer(text, 0, _HEAD)), _HEAD)
    behalf = _ON_BEHALF.search(text, max(0, first - 200), _HEAD)
    found = [m for m in mentions if behalf and m.start <= behalf.end() + 4 <= m.end + 4][:1]
    return tuple(
        Party(m.actor_id, m.name, Quote(text[m.start : m.end], m.start), ActorRole.ON_BEHALF)
        for m in found
        if m.actor_id.startswith("group:") and m.start >= (behalf.end() if behalf else 0) - 4
    )


def _speaks_of_itself(text: str) -> bool:
    """Whether the first person is frequent outside quotation marks."""
    inside = quoted(text, 0, len(text))
    starts = [start for start, _ in inside]
    pronouns = 0
    for match in _FIRST_PERSON.finditer(text):
        before = bisect_right(starts, match.start()) - 1
        pronouns += before < 0 or inside[before][1] <= match.start()
    return pronouns * _SIGNS_PER_PRONOUN >= max(len(text), 1)
