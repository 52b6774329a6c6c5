"""Whose voice a document speaks in: the author's own, a reporter's, a newsroom's."""

from __future__ import annotations

from bisect import bisect_right

from stocktake.errors import NotFoundError
from stocktake.extractors.english.parties import Party
from stocktake.extractors.english.tokens import Words, quoted
from stocktake.extractors.languages.actors import listed
from stocktake.extractors.languages.adjectives import with_adjectives
from stocktake.extractors.languages.speakers import UNKNOWN, Voice
from stocktake.extractors.languages.words import split
from stocktake.lexicon import Lexicon, Mention
from stocktake.lexicon.conjugation import Kind
from stocktake.lexicon.languages import Language
from stocktake.model import ActorRole, Document, Input, InputKind, Prose

_OWN = frozenset([InputKind.STATEMENT, InputKind.NON_PAPER, InputKind.RECOMMENDATIONS])
_NEWS = frozenset([InputKind.NEWS, InputKind.PRESS_RELEASE])
_WORDS_PER_PRONOUN = 100
_HEAD = 3000
_SAMPLE = 60_000
_FIRST = frozenset([Kind.FIRST])


def voice_of(document: Document, input_: Input, lexicon: Lexicon, language: Language) -> Voice:
    """Tell the voice from the kind of input, its actors, and its use of the first person."""
    named = lexicon.actors.find(document.text)
    mentions = with_adjectives(document.text, named, lexicon, language)
    kind = input_.kind
    told = tuple(_author(actor_id, lexicon) for actor_id in input_.actor_ids)
    groups = _groups(document.text, mentions, language)
    author = (*(told or (Party(UNKNOWN, "the author", None),)), *groups)
    own = kind in _OWN or (
        kind not in _NEWS and _speaks_of_itself(document.text, mentions, language)
    )
    prose = Prose.NEWS if kind in _NEWS else Prose.REPORT
    return Voice(author, own, prose, mentions)


def _author(actor_id: str, lexicon: Lexicon) -> Party:
    try:
        return Party(actor_id, lexicon.actors.get(actor_id).name, None)
    except NotFoundError:
        return Party(actor_id, actor_id, None)


def _groups(text: str, mentions: tuple[Mention, ...], language: Language) -> tuple[Party, ...]:
    """Groups that the author says, at the beginning, to speak for."""
    words = split(text, (0, min(len(text), _HEAD)), mentions, language)
    first = next((i for i in range(len(words)) if _is_first_person(words, i, language)), None)
    if first is None:
        return ()
    for index in range(max(0, first - 30), min(len(words), first + 60)):
        role = language.roles.at(words.lower, index)
        if role and role[1] is ActorRole.ON_BEHALF and index - 1 not in words.mentions:
            found = listed(words, index + role[0], language)
            named = found.parties if found else ()
            return tuple(
                Party(p.id, p.name, p.quote, ActorRole.ON_BEHALF)
                for p in named
                if p.id.startswith("group:")
            )
    return ()


def _speaks_of_itself(text: str, mentions: tuple[Mention, ...], language: Language) -> bool:
    """Whether the first person is frequent outside quotation marks."""
    inside = quoted(text, 0, min(len(text), _SAMPLE))
    starts = [start for start, _ in inside]
    words = split(text, (0, min(len(text), _SAMPLE)), mentions, language)
    pronouns = 0
    for index in range(len(words)):
        if _is_first_person(words, index, language):
            before = bisect_right(starts, words.starts[index]) - 1
            pronouns += before < 0 or inside[before][1] <= words.starts[index]
    return pronouns * _WORDS_PER_PRONOUN >= max(len(words), 1)


def _is_first_person(words: Words, index: int, language: Language) -> bool:
    word = words.lower[index]
    if word in language.words["first_person"]:
        return True
    cue = language.forms.get(word)
    return cue is not None and cue[1] == _FIRST
